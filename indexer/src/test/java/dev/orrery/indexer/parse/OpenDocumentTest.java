package dev.orrery.indexer.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenDocumentTest {
    private static final String[] PIECES = {
        "x",
        " ",
        "\n",
        "\r\n",
        "(",
        ")",
        "{",
        "}",
        "\"",
        "/*",
        "*/",
        "😀",
        "ä",
        ";",
        "if (a) b();",
        "// 漢\r\n",
        "'",
        "int i = 0;\n"
    };

    private static final String JAVA =
            "class A {\r\n  /** Grüße 😀 */\r\n  int a(String s) {\n    return s.length() + \"😀\".length();\n  }\n}\n";

    private static final String PYTHON =
            "def a(x):\n    if x:\n        return '😀'\n    # 漢\r\n    return b(x)\n\nclass C(D):\n    pass\n";

    @ParameterizedTest
    @ValueSource(strings = {"java", "python", "javascript", "cpp"})
    void reparseAfterEditEqualsFreshParse(String language) throws Exception {
        long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
        System.out.println("reparseAfterEditEqualsFreshParse(" + language + ") seed " + seed);
        Random random = new Random(seed);
        Grammar grammar = Grammar.of(language);
        for (int round = 0; round < 30; round++) {
            String text = (language.equals("python") ? PYTHON : JAVA).repeat(1 + random.nextInt(3));
            try (OpenDocument edited = OpenDocument.open(grammar, text)) {
                for (int step = 0; step < 10; step++) {
                    int start = random.nextInt(text.length() + 1);
                    int end = Math.min(text.length(), start + (random.nextBoolean() ? 0 : random.nextInt(8)));
                    String piece = PIECES[random.nextInt(PIECES.length)];
                    edited.edit(start, end, piece);
                    text = text.substring(0, start) + piece + text.substring(end);
                    assertEqualsFresh(grammar, text, edited, "seed " + seed);
                }
            }
        }
    }

    private static void assertEqualsFresh(Grammar grammar, String text, OpenDocument edited, String seed) {
        try (OpenDocument fresh = OpenDocument.open(grammar, text)) {
            FlatTree expected = fresh.nodes(0, text.length());
            FlatTree actual = edited.nodes(0, text.length());
            if (actual.hasError()) {
                assertEquals(text.length(), edited.length(), seed);
                edited.parseAfresh();
                actual = edited.nodes(0, text.length());
            }
            assertEquals(FlatTrees.dump(expected), FlatTrees.dump(actual), () -> seed + "\n" + text);
        }
    }

    @Test
    void offsetsAreUtf16() throws Exception {
        String text = "/* 😀ä */ class B {}";
        Grammar java = Grammar.of("java");
        try (OpenDocument document = OpenDocument.open(java, text)) {
            FlatTree tree = document.nodes(0, text.length());
            int type = tree.childOfType(0, java.symbol("class_declaration"));
            int name = tree.child(type, java.field("name"));
            assertEquals("B", text.substring(tree.start(name), tree.end(name)));
        }
    }

    @Test
    void partOfTheTreeIsReadWithoutTheRest() throws Exception {
        String text = JAVA.repeat(500);
        Grammar java = Grammar.of("java");
        try (OpenDocument document = OpenDocument.open(java, text)) {
            int middle = JAVA.length() * 250;
            FlatTree part = document.nodes(middle, middle + JAVA.length() - 1);
            FlatTree one;
            try (FlatParser parser = new FlatParser()) {
                one = parser.parse(java, JAVA.getBytes(StandardCharsets.UTF_8));
            }
            assertTrue(part.size() >= one.size() && part.size() < one.size() + 10, part.size() + " of " + one.size());
        }
    }
}
