package dev.orrery.models.complete;

import dev.orrery.api.Document;
import dev.orrery.api.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reuses proposals while the user types what they say (pure). */
public final class TypedAlong {
    private TypedAlong() {}

    /**
     * What is left of proposals that were made for an earlier state of a document.
     *
     * @param before the request that they answered
     * @param now the caret of now
     * @return those that the user went along with, cut by what was typed; empty where the text differs in any other way
     */
    public static List<Proposal> rest(CompletionRequest before, List<Proposal> proposals, CompletionRequest now) {
        Optional<String> typed = typed(before, now);
        if (typed.isEmpty()) {
            return List.of();
        }
        Position position = Position.of(now.document(), now.offset());
        List<Proposal> left = new ArrayList<>();
        for (Proposal proposal : proposals) {
            TextEdit edit = proposal.edit();
            String begun = before.document().text().substring(edit.start(), before.offset()) + typed.get();
            if (edit.text().length() > begun.length() && edit.text().startsWith(begun)) {
                left.add(new Proposal(
                        Closing.edit(now.document(), position, edit.text().substring(begun.length())),
                        proposal.imports(),
                        proposal.source(),
                        proposal.probability(),
                        proposal.took()));
            }
        }
        return left;
    }

    /** What was typed at the caret since; the signs that the editor closed by itself may follow. Empty where anything else changed. */
    private static Optional<String> typed(CompletionRequest before, CompletionRequest now) {
        Document old = before.document();
        Document fresh = now.document();
        int length = now.offset() - before.offset();
        Position was = Position.of(old, before.offset());
        Position is = Position.of(fresh, now.offset());
        boolean same = length >= 0
                && old.path().equals(fresh.path())
                && is.lineStart() == was.lineStart()
                && fresh.text().regionMatches(0, old.text(), 0, before.offset())
                && old.text().length() - was.lineEnd() == fresh.text().length() - is.lineEnd()
                && fresh.text()
                        .regionMatches(
                                is.lineEnd(),
                                old.text(),
                                was.lineEnd(),
                                old.text().length() - was.lineEnd())
                && (is.isAtEnd() || is.rest(fresh).equals(was.rest(old)));
        return same ? Optional.of(fresh.text().substring(before.offset(), now.offset())) : Optional.empty();
    }
}
