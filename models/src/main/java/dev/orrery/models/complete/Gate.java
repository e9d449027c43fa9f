package dev.orrery.models.complete;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import dev.orrery.api.ProposalCheck;
import dev.orrery.api.ProposalVerdict;
import dev.orrery.api.TextEdit;
import dev.orrery.api.UserMessage;
import dev.orrery.models.safety.ForeignText;
import java.util.ArrayList;
import java.util.List;

/** Stands between proposals and the user's eyes. Safe from any thread. */
final class Gate {
    /** No proposal is longer, in UTF-16 units. */
    static final int LONGEST = 4_000;

    private final ProposalCheck check;

    Gate(ProposalCheck check) {
        this.check = check;
    }

    /**
     * What the gate says of an edit.
     *
     * @param why a sentence for each reason to hold it back; empty where it may be shown
     * @param imports what must be imported for it
     */
    record Decision(List<UserMessage> why, List<String> imports) {
        boolean passes() {
            return why.isEmpty();
        }
    }

    Decision decide(Document document, TextEdit edit, Cancellation cancellation) {
        List<UserMessage> why = new ArrayList<>(odd(document, edit));
        if (why.isEmpty()) {
            why.addAll(ForeignText.find(edit.text(), document.path(), document.text()));
        }
        if (!why.isEmpty()) {
            return new Decision(why, List.of());
        }
        ProposalVerdict verdict = verdict(document, edit, cancellation);
        return new Decision(
                verdict.problems().stream()
                        .map(ProposalVerdict.Problem::why)
                        .distinct()
                        .toList(),
                verdict.imports());
    }

    /** A line may leave brackets open; then it is as sound as it would be with them closed. */
    private ProposalVerdict verdict(Document document, TextEdit edit, Cancellation cancellation) {
        ProposalVerdict verdict = check.check(document, edit, cancellation);
        if (isBroken(verdict)) {
            for (String more : Continuation.of(edit.text())) {
                TextEdit closed = new TextEdit(edit.start(), edit.end(), edit.text() + more);
                ProposalVerdict goneOn = check.check(document, closed, cancellation);
                if (!isBroken(goneOn)) {
                    return goneOn;
                }
            }
        }
        return verdict;
    }

    private static boolean isBroken(ProposalVerdict verdict) {
        return verdict.problems().stream().anyMatch(problem -> problem.kind() == ProposalVerdict.Kind.SYNTAX);
    }

    /** What no reader would take for code, or would gain nothing by. */
    private static List<UserMessage> odd(Document document, TextEdit edit) {
        String text = edit.text();
        if (text.isBlank() || text.equals(document.text().substring(edit.start(), edit.end()))) {
            return List.of(UserMessage.of("models.complete.held.nothing"));
        }
        if (text.length() > LONGEST) {
            return List.of(UserMessage.of("models.complete.held.long", LONGEST));
        }
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t' && c != '\r' || c == 0xFFFD || c == 0x7F)) {
            return List.of(UserMessage.of("models.complete.held.garbage"));
        }
        return isRepetition(document, edit) ? List.of(UserMessage.of("models.complete.held.repeats")) : List.of();
    }

    /** Whether what stands behind the edit begins with what is proposed, line by line. */
    private static boolean isRepetition(Document document, TextEdit edit) {
        String proposed = edit.text().strip();
        String behind = document.text().substring(edit.end()).stripLeading();
        return proposed.length() > 3
                && behind.startsWith(proposed)
                && proposed.chars().anyMatch(Character::isLetter);
    }
}
