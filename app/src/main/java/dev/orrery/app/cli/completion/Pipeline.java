package dev.orrery.app.cli.completion;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import dev.orrery.api.OrreryException;
import dev.orrery.api.TextEdit;
import dev.orrery.app.complete.RepositoryCompletion;
import dev.orrery.models.complete.Answer;
import dev.orrery.models.complete.CompletionRequest;
import dev.orrery.models.complete.CompletionRequest.Occasion;
import dev.orrery.models.complete.Item;
import dev.orrery.models.complete.Proposal;
import dev.orrery.models.ngram.Candidate;
import dev.orrery.models.ngram.Caret;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the user has with built-in engines alone: language model, types, ranking and gate. Held-out paths among its sources end it. */
final class Pipeline implements Contestant {
    private final RepositoryCompletion repository;
    private final LeakGuard guard;

    Pipeline(RepositoryCompletion repository, LeakGuard guard) {
        this.repository = repository;
        this.guard = guard;
    }

    /** A held-out file was named as a source; see {@link LeakGuard}. */
    static final class Leaked extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient OrreryException why;

        Leaked(OrreryException why) {
            super(why);
            this.why = why;
        }

        OrreryException why() {
            return why;
        }
    }

    @Override
    public String name() {
        return "Orrery";
    }

    /** The list of words, and signs and literals among them as the language model expects them. */
    @Override
    public List<String> tokens(Document document, int offset) {
        List<Item> expected = new ArrayList<>(ask(document, offset).items());
        Caret caret = Caret.of(
                document.path(),
                document.text().substring(0, offset),
                document.text().substring(offset));
        for (Candidate candidate : repository.sources().model().get().candidates(caret, RANKS)) {
            if (!isWord(candidate.token())) {
                expected.add(new Item(candidate.token(), Optional.empty(), candidate.probability()));
            }
        }
        return expected.stream()
                .sorted(Comparator.comparingDouble(Item::probability).reversed())
                .limit(RANKS)
                .map(Item::text)
                .toList();
    }

    private static boolean isWord(String token) {
        return !token.isEmpty() && Character.isUnicodeIdentifierPart(token.charAt(0)) || token.startsWith("$");
    }

    @Override
    public Optional<String> line(Document document, int offset) {
        return ask(document, offset).proposals().stream()
                .findFirst()
                .map(proposal -> written(document.text(), offset, proposal.edit()));
    }

    /** What stands behind the caret on its line once an edit is done, what stood there before left out. */
    static String written(String text, int offset, TextEdit edit) {
        String whole = edit.applyTo(text);
        int end = Math.max(offset, edit.start() + edit.text().length());
        String rest = whole.substring(offset, end);
        int lineBreak = rest.indexOf('\n');
        return (lineBreak < 0 ? rest : rest.substring(0, lineBreak)).stripTrailing();
    }

    private Answer ask(Document document, int offset) {
        Answer answer =
                repository.builtIn().at(new CompletionRequest(document, offset, Occasion.ASKED), Cancellation.NEVER);
        try {
            for (Proposal proposal : answer.proposals()) {
                guard.shown(proposal.source().paths(), document.path());
            }
        } catch (OrreryException leaked) {
            throw new Leaked(leaked);
        }
        return answer;
    }
}
