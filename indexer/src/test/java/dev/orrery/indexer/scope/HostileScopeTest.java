package dev.orrery.indexer.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import dev.orrery.api.Scope;
import dev.orrery.api.Scope.Place;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HostileScopeTest {
    private static final String HEAD = "class A { int f; void m(String s) { ";

    private static Scope atEnd(String text) {
        return ScopeCarets.java(text + "^");
    }

    @Test
    void textsThatAreTooLongAreNotRead() {
        assertEquals(Place.UNKNOWN, atEnd("(".repeat(20 << 20)).place());
    }

    @Test
    void manyOpenBracketsAreGivenUp() {
        for (String bracket : List.of("(", "{", "[", "new A() {", "m(() -> {", "<", "@", "a?")) {
            Scope scope = atEnd(HEAD + bracket.repeat(100_000));
            assertFalse(scope.isComplete(), bracket);
        }
    }

    @Test
    void deepCodeIsReadAsFarAsItGoes() {
        String deep = HEAD + "if (true) { ".repeat(300) + "s.";
        assertEquals(Place.MEMBER, atEnd(deep).place());
        assertEquals(
                Place.MEMBER, atEnd(HEAD + "s" + ".trim()".repeat(3_000) + ".").place());
    }

    @Test
    void bytesThatAreNoTextAreNoCode() {
        Random random = new Random(Long.getLong("orrery.test.seed", 7));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            text.append((char) random.nextInt(300));
        }
        atEnd(text.toString());
    }

    @Test
    void everyBeginningOfATextHasAnAnswer() {
        String text = """
                package p;
                import java.util.*;
                @Deprecated enum E { A(1) { int x() { return 2; } }, B; E(int... i) {} int x() { return switch (this) { case A -> 1; default -> { yield 2; } }; } }
                record R<T extends Comparable<T>>(T t, int... more) { R { if (more.length > 3) throw new IllegalArgumentException("\\"" + '\\''); } }
                interface I { default <X> X f(X x) throws Exception { try (var in = open()) { return x; } catch (RuntimeException | Error e) { for (;;) { break; } } finally { do { x = null; } while (x != null); } return x; } }
                class C { int[] a = {1, 2}; Map<String, List<? super Integer>> m = new HashMap<>() {{ put("", null); }}; }
                """;
        try (ScopeFinder finder = ScopeCarets.finder(Map.of())) {
            for (int caret = 0; caret <= text.length(); caret++) {
                Scope cut = finder.at(new Document("p/C.java", 1, text.substring(0, caret)), caret, Cancellation.NEVER);
                Scope whole = finder.at(new Document("p/C.java", 1, text), caret, Cancellation.NEVER);
                assertEquals(cut.start(), whole.start());
            }
        }
    }

    @Test
    void otherLanguagesAreAnsweredFromTheirText() {
        Scope python = ScopeCarets.at("a.py", "import os\ndef f(first):\n    second = 1\n    return ^\n", Map.of());
        assertEquals(List.of("second", "first", "f", "os"), ScopeCarets.names(python));
        assertFalse(python.isComplete());
        Scope self = ScopeCarets.at(
                "a.py", "class A:\n    def one(self):\n        pass\n    def two(self):\n        self.^\n", Map.of());
        assertEquals(Place.MEMBER, self.place());
        assertEquals(List.of("one", "two"), ScopeCarets.names(self));
        assertEquals(Place.UNKNOWN, ScopeCarets.at("a.unknown", "x^", Map.of()).place());
    }
}
