package dev.orrery.indexer.check;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import dev.orrery.api.OrreryException;
import dev.orrery.api.ProposalCheck;
import dev.orrery.api.ProposalVerdict;
import dev.orrery.api.ProposalVerdict.Depth;
import dev.orrery.api.ProposalVerdict.Kind;
import dev.orrery.api.ProposalVerdict.Problem;
import dev.orrery.api.TextEdit;
import dev.orrery.api.UserMessage;
import dev.orrery.indexer.link.java.Finding;
import dev.orrery.indexer.link.java.JavaChecker;
import dev.orrery.indexer.link.java.JavaFindings;
import dev.orrery.indexer.link.java.LiveTypes;
import dev.orrery.indexer.parse.FlatParser;
import dev.orrery.indexer.parse.FlatTree;
import dev.orrery.indexer.parse.Languages;
import dev.orrery.indexer.parse.Parsing;
import dev.orrery.indexer.parse.SourceLanguage;
import dev.orrery.indexer.parse.java.JavaExcerpt;
import dev.orrery.indexer.parse.java.JavaExtractor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Checks proposals as deep as their language allows. Safe from any thread. */
public final class ProposalChecker implements ProposalCheck, AutoCloseable {
    private static final ProposalVerdict NOTHING = new ProposalVerdict(List.of(), List.of(), Depth.NOTHING);

    private final Supplier<@Nullable LiveTypes> types;
    private final Parsing parsing = new Parsing();

    /** @param types those of the repository; null while they are not ready, and then nothing is said of names */
    public ProposalChecker(Supplier<@Nullable LiveTypes> types) {
        this.types = types;
    }

    @Override
    public ProposalVerdict check(Document document, TextEdit edit, Cancellation cancellation) {
        cancellation.throwIfRequested();
        Optional<SourceLanguage> language = Languages.standard().forPath(document.path());
        if (language.isEmpty() || document.text().length() + edit.text().length() > FlatParser.MAX_BYTES) {
            return NOTHING;
        }
        Edited after = Edited.of(
                edit.applyTo(document.text()),
                edit.start(),
                edit.start() + edit.text().length());
        LiveTypes known = language.get().language().equals(JavaExtractor.JAVA) ? types.get() : null;
        if (known != null) {
            Optional<ProposalVerdict> found = ofExcerpt(known, document, language.get(), after, cancellation);
            if (found.isPresent()) {
                return found.get();
            }
        }
        Optional<FlatTree> tree = parsing.tree(language.get(), after.utf8());
        if (tree.isEmpty()) {
            return NOTHING;
        }
        cancellation.throwIfRequested();
        Optional<Problem> broken =
                tree.get().hasError() ? broken(document, language.get(), tree.get(), after) : Optional.empty();
        if (broken.isPresent() || known == null) {
            return new ProposalVerdict(broken.map(List::of).orElse(List.of()), List.of(), Depth.SYNTAX);
        }
        try {
            return new JavaProposal(new JavaChecker(known), language.get(), parsing, cancellation)
                    .check(document, edit, after, tree.get());
        } catch (OrreryException | StackOverflowError unreadable) {
            return new ProposalVerdict(List.of(), List.of(), Depth.SYNTAX);
        }
    }

    /** What is said of code in a body, from that and what is declared around; empty where it does not parse or stands in none. */
    private Optional<ProposalVerdict> ofExcerpt(
            LiveTypes known, Document document, SourceLanguage language, Edited after, Cancellation cancellation) {
        JavaExcerpt excerpt = JavaExcerpt.around(after.utf8(), after.firstByte(), after.lastByte());
        if (excerpt.text().length == after.utf8().length) {
            return Optional.empty();
        }
        Optional<FlatTree> tree = parsing.tree(language, excerpt.text());
        if (tree.isEmpty() || tree.get().hasError()) {
            return Optional.empty();
        }
        try {
            cancellation.throwIfRequested();
            JavaFindings found = new JavaChecker(known)
                    .check(
                            document.path(),
                            new JavaExtractor(language.grammar()).syntax(tree.get(), excerpt.text()),
                            after.firstByte() - excerpt.shift(),
                            after.lastByte() - excerpt.shift(),
                            cancellation);
            if (found.findings().stream().anyMatch(finding -> isOutside(finding, after, excerpt.shift()))) {
                return Optional.empty();
            }
            List<Problem> problems = found.findings().stream()
                    .map(finding -> new Problem(
                            finding.kind(),
                            after.inEdit(finding.start() + excerpt.shift()),
                            after.inEdit(finding.end() + excerpt.shift()),
                            finding.why()))
                    .toList();
            return Optional.of(new ProposalVerdict(problems, found.imports(), Depth.TYPES));
        } catch (OrreryException | StackOverflowError unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isOutside(Finding finding, Edited after, int shift) {
        return finding.end() + shift <= after.firstByte() || finding.start() + shift >= after.lastByte();
    }

    /** The first error at the edit where there are more than before. */
    private Optional<Problem> broken(Document document, SourceLanguage language, FlatTree after, Edited edited) {
        byte[] utf8 = document.text().getBytes(StandardCharsets.UTF_8);
        Optional<FlatTree> before = parsing.tree(language, utf8);
        if (before.isPresent()
                && before.get().hasError()
                && errors(after).size() <= errors(before.get()).size()) {
            return Optional.empty();
        }
        int start = 0;
        int end = edited.end() - edited.start();
        for (int node : errors(after)) {
            if (after.end(node) >= edited.firstByte() && after.start(node) <= edited.lastByte()) {
                start = edited.inEdit(after.start(node));
                end = edited.inEdit(after.end(node));
                break;
            }
        }
        return Optional.of(new Problem(Kind.SYNTAX, start, end, UserMessage.of("indexer.check.syntax")));
    }

    private static List<Integer> errors(FlatTree tree) {
        List<Integer> errors = new ArrayList<>();
        for (int node = 0; node < tree.size(); ) {
            if (!tree.broken(node) && !tree.missing(node)) {
                node = tree.after(node);
                continue;
            }
            if (tree.symbol(node) == FlatTree.ERROR || tree.missing(node)) {
                errors.add(node);
            }
            node++;
        }
        return errors;
    }

    @Override
    public void close() {
        parsing.close();
    }

    /** What becomes of findings of Java. */
    private record JavaProposal(
            JavaChecker checker, SourceLanguage language, Parsing parsing, Cancellation cancellation) {
        ProposalVerdict check(Document document, TextEdit edit, Edited after, FlatTree tree) throws OrreryException {
            JavaExtractor extractor = new JavaExtractor(language.grammar());
            JavaFindings found = checker.check(
                    document.path(),
                    extractor.syntax(tree, after.utf8()),
                    after.firstByte(),
                    after.lastByte(),
                    cancellation);
            List<Problem> problems = new ArrayList<>();
            for (Finding finding : found.findings()) {
                if (!isOutside(finding, after, 0) || !wasThere(document, edit, after, finding, extractor)) {
                    problems.add(new Problem(
                            finding.kind(), after.inEdit(finding.start()), after.inEdit(finding.end()), finding.why()));
                }
            }
            return new ProposalVerdict(problems, found.imports(), Depth.TYPES);
        }

        /** Whether the same was wrong at the same place before the edit. */
        private boolean wasThere(
                Document document, TextEdit edit, Edited after, Finding finding, JavaExtractor extractor) {
            Edited before = Edited.of(document.text(), edit.start(), edit.end());
            int shift = finding.start() >= after.lastByte() ? before.lastByte() - after.lastByte() : 0;
            Optional<FlatTree> tree = parsing.tree(language, before.utf8());
            if (tree.isEmpty() || tree.get().hasError()) {
                return false;
            }
            int start = finding.start() + shift;
            int end = finding.end() + shift;
            return checker.check(document.path(), extractor.syntax(tree.get(), before.utf8()), start, end, cancellation)
                    .findings()
                    .contains(new Finding(finding.kind(), start, end, finding.why()));
        }
    }
}
