package dev.orrery.models.complete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import dev.orrery.api.ProposalCheck;
import dev.orrery.api.ProposalVerdict;
import dev.orrery.api.TextEdit;
import dev.orrery.api.UserMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContinuationTest {
    /** Takes a text for broken where its brackets do not match. */
    private static final ProposalCheck BRACKETS = (document, edit, cancellation) -> {
        String text = edit.applyTo(document.text());
        boolean matches = text.chars().filter(c -> c == '{').count()
                == text.chars().filter(c -> c == '}').count();
        UserMessage why = UserMessage.of("models.complete.held.nothing");
        return new ProposalVerdict(
                matches ? List.of() : List.of(new ProposalVerdict.Problem(ProposalVerdict.Kind.SYNTAX, 0, 1, why)),
                List.of(),
                ProposalVerdict.Depth.SYNTAX);
    };

    @Test
    void whatIsOpenIsClosedInItsOrder() {
        assertEquals(List.of("\n}", "\n};"), Continuation.of("if (a) {"));
        assertEquals(List.of("\n})", "\n});"), Continuation.of("run(() -> {"));
        assertEquals(List.of("\n}", "\n};"), Continuation.of("} else {"));
        assertEquals(List.of(), Continuation.of("return a[0];"));
        assertEquals(List.of(), Continuation.of("print(\"{ ( [\", '{');"));
        assertEquals(List.of(" pass"), Continuation.of("def f(self):"));
        assertEquals(List.of("\n)", "\n);"), Continuation.of("it's("));
    }

    @Test
    void aLineThatBeginsABlockPassesTheGateAndABrokenOneDoesNot() {
        Gate gate = new Gate(BRACKETS);
        Document document = new Document("A.java", 1, "class A { void m() {  } }");
        assertTrue(gate.decide(document, new TextEdit(21, 21, "if (ready) {"), Cancellation.NEVER)
                .passes());
        assertFalse(gate.decide(document, new TextEdit(21, 21, "ready(); }"), Cancellation.NEVER)
                .passes());
    }
}
