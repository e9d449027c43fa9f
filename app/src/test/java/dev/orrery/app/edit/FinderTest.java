package dev.orrery.app.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.TextEdit;
import dev.orrery.app.edit.FindQuery.Option;
import dev.orrery.base.CancelSource;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class FinderTest {
    private static final Cancellation NEVER = () -> false;

    private static List<String> find(String text, FindQuery query) throws OrreryException {
        return Finder.find(text, query, NEVER).matches().stream()
                .map(match -> text.substring(match.start(), match.end()) + "@" + match.start())
                .toList();
    }

    private static String replace(String text, FindQuery query, String with) throws OrreryException {
        List<TextEdit> edits =
                Finder.replacements(text, query, Finder.find(text, query, NEVER).matches(), with, NEVER);
        String made = text;
        for (TextEdit edit : edits.reversed()) {
            made = edit.applyTo(made);
        }
        return made;
    }

    @Test
    void caseWordsAndExpressionsAreMeantAsSaid() throws OrreryException {
        String text = "Save save() saved\nsave";
        assertEquals(List.of("Save@0", "save@5", "save@12", "save@18"), find(text, FindQuery.of("save")));
        assertEquals(List.of("save@5", "save@12", "save@18"), find(text, FindQuery.of("save", Option.CASE)));
        assertEquals(List.of("save@5", "save@18"), find(text, FindQuery.of("save", Option.CASE, Option.WORD)));
        assertEquals(List.of("()@9"), find(text, FindQuery.of("()")));
        assertEquals(List.of("save@18"), find(text, FindQuery.of("^save$", Option.REGEX)));
        assertEquals(List.of(), find(text, FindQuery.of("x*", Option.REGEX)), "nothing is no match");
        assertEquals(List.of(), find(text, FindQuery.of("")));
        assertEquals(List.of("ÄRGER@0"), find("ÄRGER", FindQuery.of("ärger")));
    }

    @Test
    void groupsStandInReplacementsOfExpressionsOnly() throws OrreryException {
        assertEquals("b=a; d=c", replace("a=b; c=d", FindQuery.of("(\\w)=(\\w)", Option.REGEX), "$2=$1"));
        assertEquals("$1; $1", replace("x; x", FindQuery.of("x"), "$1"));
        assertEquals("a(b", replace("a.b", FindQuery.of("."), "("));
    }

    @Test
    void oneOfManyIsReplacedWithItsOwnGroups() throws OrreryException {
        FindQuery query = FindQuery.of("(\\w)1", Option.REGEX);
        List<TextEdit> edits = Finder.replacements("a1 b1 c1", query, List.of(new Selection(3, 5)), "<$1>", NEVER);
        assertEquals(List.of(new TextEdit(3, 5, "<b>")), edits);
    }

    @Test
    void whatIsWrongIsSaid() {
        assertEquals("app.find.notRegex", failure("(a", "").userMessage().key());
        assertEquals("app.find.noGroup", failure("a", "$7").userMessage().key());
        assertEquals("app.find.noGroup", failure("a", "$").userMessage().key());
    }

    private static OrreryException failure(String regex, String with) {
        return assertThrows(OrreryException.class, () -> replace("aaa", FindQuery.of(regex, Option.REGEX), with));
    }

    @Test
    void manyMatchesAreCutAndSaySo() throws OrreryException {
        Finder.Found found = Finder.find("a".repeat(Finder.MOST + 1), FindQuery.of("a"), NEVER);
        assertEquals(Finder.MOST, found.matches().size());
        assertFalse(found.isComplete());
    }

    @Test
    void aSearchCanBeCancelledAndAHostileOneEnds() {
        CancelSource cancelled = new CancelSource();
        cancelled.cancel();
        String text = "a".repeat(60);
        FindQuery slow = FindQuery.of("(a+)+\\1b", Option.REGEX);
        assertThrows(CancellationException.class, () -> Finder.find(text, slow, cancelled));
        OrreryException ended = assertThrows(OrreryException.class, () -> Finder.find(text, slow, NEVER));
        assertEquals("app.find.tooMuch", ended.userMessage().key());
    }
}
