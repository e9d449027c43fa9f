package dev.orrery.indexer.parse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlatParserTest {
    private static final String SOURCE = "class Grüße {\n  int a(String s) { return s.length() + 1; } // 😀\n}\n";

    @Test
    void treeCanBeWalkedDownAndSideways() throws Exception {
        Grammar java = Grammar.of("java");
        FlatTree tree = parse(java, SOURCE);
        byte[] utf8 = SOURCE.getBytes(UTF_8);
        int type = tree.childOfType(0, java.symbol("class_declaration"));
        assertEquals("Grüße", tree.text(tree.child(type, java.field("name")), utf8));
        int body = tree.child(type, java.field("body"));
        List<String> inside = new ArrayList<>();
        for (int i = tree.firstChild(body); i >= 0; i = tree.nextSibling(i)) {
            assertEquals(body, tree.parent(i));
            inside.add(java.symbolName(tree.symbol(i)));
        }
        assertEquals(List.of("{", "method_declaration", "line_comment", "}"), inside);
        assertFalse(tree.hasError());
        assertEquals(utf8.length, tree.end(0));
    }

    @Test
    void shimAndCursorGiveTheSameTree() throws Exception {
        Grammar java = Grammar.of("java");
        for (String source : List.of(SOURCE, "", "class A { int ; ) }", "\uFEFFclass A {}\r\n")) {
            byte[] utf8 = source.getBytes(UTF_8);
            ParseLimits limits = ParseLimits.of(utf8.length);
            try (var shim = Flattener.create();
                    var cursor = new CursorFlattener()) {
                assertTrue(
                        shim instanceof ShimFlattener || !NativeCore.current().hasShim());
                assertArrayEquals(cursor.flatten(java, utf8, limits), shim.flatten(java, utf8, limits), source);
            }
        }
    }

    @Test
    void brokenSourceSaysSo() throws Exception {
        assertTrue(parse(Grammar.of("java"), "class { { (").hasError());
    }

    @Test
    void tooLargeTextIsRefused() throws Exception {
        Grammar java = Grammar.of("java");
        try (FlatParser parser = new FlatParser()) {
            byte[] large = new byte[FlatParser.MAX_BYTES + 1];
            Arrays.fill(large, (byte) ' ');
            var stopped = assertThrows(ParseStopped.class, () -> parser.parse(java, large));
            assertEquals(ParseStopped.Reason.TOO_LARGE, stopped.reason());
        }
    }

    @Test
    void costlyTextIsStoppedAndTheParserGoesOn() throws Exception {
        Grammar java = Grammar.of("java");
        byte[] utf8 = SOURCE.repeat(50).getBytes(UTF_8);
        try (var shim = Flattener.create()) {
            for (ParseLimits limits : List.of(
                    new ParseLimits(1, 1 << 30, 1_000_000, 1 << 20), new ParseLimits(1_000, 1 << 30, 1_000_000, 100))) {
                if (shim instanceof ShimFlattener) {
                    var stopped = assertThrows(ParseStopped.class, () -> shim.flatten(java, utf8, limits));
                    assertEquals(ParseStopped.Reason.TOO_COMPLEX, stopped.reason());
                }
            }
            assertTrue(shim.flatten(java, utf8, ParseLimits.of(utf8.length)).length > 1000);
        }
    }

    private static FlatTree parse(Grammar grammar, String source) throws Exception {
        try (FlatParser parser = new FlatParser()) {
            return parser.parse(grammar, source.getBytes(UTF_8));
        }
    }
}
