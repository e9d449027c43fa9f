package dev.orrery.app.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What keys do to a text; a bar is the caret, two are the ends of a selection. */
class TypingTest {
    private interface Key {
        Change press(TextBuffer text, Selection selection);
    }

    private static String press(String marked, Key... keys) {
        int anchor = marked.indexOf('|');
        int caret = marked.lastIndexOf('|');
        Draft draft = new Draft("A.java", marked.replace("|", ""));
        Selection selection = new Selection(anchor, caret == anchor ? caret : caret - 1);
        for (Key key : keys) {
            selection = draft.apply(key.press(draft.buffer(), selection), selection, Change.Kind.STEP);
        }
        StringBuilder shown = new StringBuilder(draft.buffer().text()).insert(selection.end(), '|');
        return (selection.isEmpty() ? shown : shown.insert(selection.start(), '|')).toString();
    }

    private static Key type(String typed) {
        return (text, selection) -> Pairs.typed(text, selection, typed);
    }

    @Test
    void pairsAreInsertedSteppedOverAndDeletedTogether() {
        assertEquals("f(|)", press("f|", type("(")));
        assertEquals("f()|", press("f|", type("("), type(")")));
        assertEquals("f|", press("f(|)", Pairs::backspace));
        assertEquals("\"|\"", press("|", type("\"")));
        assertEquals("\"a\"|", press("\"a|\"", type("\"")));
        assertEquals("|", press("'|'", Pairs::backspace));
        assertEquals("(|x", press("|x", type("(")), "not before a word");
        assertEquals("don'|t", press("don|t", type("'")), "not within a word");
        assertEquals("a)|)", press("a|)", type(")")), "a bracket without its other one is no reason to step");
    }

    @Test
    void aSelectionIsSurrounded() {
        assertEquals("(|ab|)", press("|ab|", type("(")));
        assertEquals("x\"|ab|\"", press("x|ab|", type("\"")));
        assertEquals("x}|", press("x|ab|", type("}")));
    }

    @Test
    void enterKeepsTheIndentationAndOpensBlocks() {
        assertEquals("    a;\n    |", press("    a;|", Indentation::enter));
        assertEquals("  if {\n      |\n  }", press("  if {|}", Indentation::enter));
        assertEquals("{\n\ta\n}\n\tb {\n\t\t|", press("{\n\ta\n}\n\tb {|", Indentation::enter), "tabs where tabs are");
        assertEquals("a\n|b", press("a|  b", Indentation::enter));
        assertEquals("  \n  |x", press("  |x", Indentation::enter));
    }

    @Test
    void aClosingBraceGoesBackToItsBlock() {
        assertEquals("  a {\n  }|", press("  a {\n      |", type("}")));
    }

    @Test
    void tabIndentsAndShiftTabTakesItBack() {
        assertEquals("    |x", press("|x", Indentation::indent));
        assertEquals("a   |x", press("a|x", Indentation::indent));
        assertEquals("    |a\n    b|\nc", press("|a\nb|\nc", Indentation::indent));
        assertEquals("|a\nb|\nc", press("    |a\n  b|\nc", Indentation::outdent));
        assertEquals("|x", press("\t|x", Indentation::outdent));
        assertEquals("    a|", press("        a|", Indentation::outdent));
    }

    @Test
    void backspaceTakesBlanksByTheStepAndWholeCharacters() {
        assertEquals("    |x", press("        |x", Pairs::backspace));
        assertEquals("a |b", press("a  |b", Pairs::backspace));
        assertEquals("|", press("😀|", Pairs::backspace));
        assertEquals("a|b", press("a\n|b", Pairs::backspace));
        assertEquals("|", press("|", Pairs::backspace));
    }

    @Test
    void linesAreCommentedAndBack() {
        Key slashes = (text, selection) -> Lines.toggleComment(text, selection, CommentSyntax.of("A.java"));
        assertEquals("  // a|", press("  a|", slashes));
        assertEquals("  a|", press("  // a|", slashes));
        assertEquals("// |a\n\n// b|", press("|a\n\nb|", slashes));
        assertEquals("|a\n  b|", press("|// a\n  //b|", slashes));
        assertEquals("// |// a\n// b|", press("|// a\nb|", slashes), "unless all are comments");
        Key markup = (text, selection) -> Lines.toggleComment(text, selection, CommentSyntax.of("pom.xml"));
        assertEquals("<!-- |a -->", press("|a", markup));
        assertEquals("a|", press("<!-- a| -->", markup));
        assertEquals("#", CommentSyntax.of("x/Makefile").open());
    }

    @Test
    void linesAreDuplicatedMovedAndDeleted() {
        assertEquals("a\na|\nb", press("a|\nb", Lines::duplicate));
        assertEquals("a\nb\n|a\nb|\nc", press("|a\nb|\nc", Lines::duplicate));
        Key up = (text, selection) -> Lines.move(text, selection, Lines.Direction.UP);
        Key down = (text, selection) -> Lines.move(text, selection, Lines.Direction.DOWN);
        assertEquals("b|\na\nc", press("a\nb|\nc", up));
        assertEquals("a\nc\nb|", press("a\nb|\nc", down));
        assertEquals("a|\nb", press("a|\nb", up));
        assertEquals("a\nb|", press("a\nb|", down));
        assertEquals("|c", press("a|\nc", Lines::delete));
        assertEquals("a|", press("a\nb|", Lines::delete));
        assertEquals("|", press("a|", Lines::delete));
    }

    /** Whatever is moved down comes back up, and nothing but those lines changes places. */
    @Test
    void movingDownAndUpIsNothing() {
        long first = Long.getLong("orrery.test.seed", System.nanoTime());
        for (long seed = first; seed < first + 300; seed++) {
            Random random = new Random(seed);
            String text = EditRandom.text(random, 30).replace("\r", "");
            Draft draft = new Draft("A.java", text);
            int a = random.nextInt(text.length() + 1);
            int b = random.nextInt(text.length() + 1);
            Selection selection = new Selection(a, b);
            Change down = Lines.move(draft.buffer(), selection, Lines.Direction.DOWN);
            if (down.edits().isEmpty()) {
                continue;
            }
            Selection moved = draft.apply(down, selection, Change.Kind.STEP);
            Change up = Lines.move(draft.buffer(), moved, Lines.Direction.UP);
            assertEquals(selection, draft.apply(up, moved, Change.Kind.STEP), "seed " + seed);
            assertEquals(text, draft.buffer().text(), "seed " + seed);
        }
    }

    @Test
    void bracketsFindEachOther() {
        TextBuffer text = new TextBuffer("f(a[1], (b))");
        assertEquals(Optional.of(new Pairs.Match(1, 11)), Pairs.at(text, 1));
        assertEquals(Optional.of(new Pairs.Match(1, 11)), Pairs.at(text, 12));
        assertEquals(Optional.of(new Pairs.Match(3, 5)), Pairs.at(text, 4));
        assertTrue(Pairs.at(text, 7).isEmpty());
        assertTrue(Pairs.at(new TextBuffer("(".repeat(300_000)), 5).isEmpty());
    }

    @Test
    void selectingMoreGoesFromTheWordToAll() {
        Key more = (text, selection) -> Change.select(Words.expanded(text, selection));
        assertEquals("x;\nf(|word|, b);\ny", press("x;\nf(wo|rd, b);\ny", more));
        assertEquals("x;\nf(|word, b|);\ny", press("x;\nf(wo|rd, b);\ny", more, more));
        assertEquals("x;\nf|(word, b)|;\ny", press("x;\nf(wo|rd, b);\ny", more, more, more));
        assertEquals("x;\n|f(word, b);\n|y", press("x;\nf(wo|rd, b);\ny", more, more, more, more));
        assertEquals("|x;\nf(word, b);\ny|", press("x;\nf(wo|rd, b);\ny", more, more, more, more, more));
    }
}
