package dev.orrery.models.complete;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.api.Document;
import org.junit.jupiter.api.Test;

class ClosingTest {
    private static String taken(String marked, String line) {
        int caret = marked.indexOf('|');
        Document document = new Document("A.java", 0, marked.replace("|", ""));
        return Closing.edit(document, Position.of(document, caret), line).applyTo(document.text());
    }

    @Test
    void closingSignsAreNotDoubled() {
        assertEquals("f(a, b);", taken("f(|)", "a, b);"));
        assertEquals("f(a, b);", taken("f(|);", "a, b);"));
        assertEquals("f(g(a));", taken("f(g(|))", "a));"));
    }

    @Test
    void whatTheLineDoesNotCloseStays() {
        assertEquals("f(a, b)", taken("f(|)", "a, b"));
        assertEquals("f(g(a));", taken("f(|);", "g(a)"));
        assertEquals("x[f(a)]", taken("x[|]", "f(a)"));
    }

    @Test
    void codeBehindTheCaretIsLeftAlone() {
        assertEquals("f(a, b)", taken("f(|b)", "a, "));
        assertEquals("int a = size();\nnext", taken("int a = |\nnext", "size();"));
    }
}
