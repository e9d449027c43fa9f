package dev.orrery.models.complete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import dev.orrery.api.ProposalVerdict;
import dev.orrery.api.TextEdit;
import dev.orrery.api.UserMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final Gate GATE = new Gate((document, edit, cancellation) ->
            new ProposalVerdict(List.of(), List.of("a.B"), ProposalVerdict.Depth.TYPES));

    private static List<String> why(String marked, String proposed) {
        int caret = marked.indexOf('|');
        Document document = new Document("A.java", 0, marked.replace("|", ""));
        return GATE.decide(document, new TextEdit(caret, caret, proposed), Cancellation.NEVER).why().stream()
                .map(UserMessage::key)
                .toList();
    }

    @Test
    void soundCodePassesWithItsImports() {
        Document document = new Document("A.java", 0, "x = ");
        Gate.Decision decision = GATE.decide(document, new TextEdit(4, 4, "new B();"), Cancellation.NEVER);
        assertTrue(decision.passes());
        assertEquals(List.of("a.B"), decision.imports());
    }

    @Test
    void whatNoReaderTakesForCodeIsHeldBack() {
        assertEquals(List.of("models.complete.held.nothing"), why("x = |", "  \n"));
        assertEquals(List.of("models.complete.held.garbage"), why("x = |", "a\u0000b"));
        assertEquals(List.of("models.complete.held.garbage"), why("x = |", "\uFFFD\uFFFD"));
        assertEquals(List.of("models.complete.held.long"), why("x = |", "a".repeat(Gate.LONGEST + 1)));
        assertEquals(List.of("models.complete.held.repeats"), why("|\n  return size;\n", "return size;"));
    }

    @Test
    void secretsAndPathsFromElsewhereAreHeldBack() {
        String token = "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8";
        assertEquals(List.of("models.safety.foreign.secret"), why("t = |", "\"" + token + "\";"));
        assertEquals(List.of(), why("t = \"" + token + "\"; u = |", "\"" + token + "\";"));
        assertEquals(List.of("models.safety.foreign.path"), why("p = |", "\"/home/alice/project/data.csv\""));
        assertEquals(List.of("models.safety.foreign.path"), why("p = |", "\"C:\\\\Users\\\\bob\\\\x\""));
        assertEquals(List.of(), why("p = |", "\"/api/users/home\""));
        assertEquals(List.of(), why("p = |", "\"https://example.org/home/alice\""));
    }
}
