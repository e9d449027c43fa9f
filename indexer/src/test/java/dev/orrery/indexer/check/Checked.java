package dev.orrery.indexer.check;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import dev.orrery.api.ProposalVerdict;
import dev.orrery.api.TextEdit;
import dev.orrery.indexer.link.Linker;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.KeptFacts;
import dev.orrery.indexer.parse.ParseOutcome.Parsed;
import dev.orrery.indexer.parse.Parsing;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small repository and what its gate says of proposals. */
final class Checked implements AutoCloseable {
    private final Linker linker = new Linker(1);
    private final ProposalChecker checker;

    Checked(Map<String, String> sources) {
        Map<String, FileFacts> facts = new HashMap<>();
        try (Parsing parsing = new Parsing()) {
            sources.forEach((path, text) -> {
                if (parsing.parse(path, text.getBytes(StandardCharsets.UTF_8)) instanceof Parsed(FileFacts found)) {
                    facts.put(path, found);
                }
            });
        }
        linker.update(KeptFacts.of(facts), List.of(), Cancellation.NEVER);
        checker = new ProposalChecker(linker::live);
    }

    ProposalVerdict check(String path, String text, TextEdit edit) {
        return checker.check(new Document(path, 1, text), edit, Cancellation.NEVER);
    }

    /** What is said of {@code code}, written where {@code text} has two section signs. */
    ProposalVerdict at(String path, String text, String code) {
        int caret = text.indexOf("§§");
        return check(path, text.replace("§§", ""), new TextEdit(caret, caret, code));
    }

    /** The keys of the problems behind their common beginning. */
    static List<String> keys(ProposalVerdict verdict) {
        return verdict.problems().stream()
                .map(problem -> problem.why().key().substring("indexer.check.".length()))
                .toList();
    }

    @Override
    public void close() {
        checker.close();
    }
}
