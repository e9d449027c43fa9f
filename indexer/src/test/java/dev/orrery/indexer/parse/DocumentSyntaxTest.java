package dev.orrery.indexer.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Document;
import dev.orrery.api.SyntaxProblem;
import dev.orrery.api.TokenSpan;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentSyntaxTest {
    private final DocumentSyntax syntax = new DocumentSyntax();

    @AfterEach
    void close() {
        syntax.close();
    }

    @Test
    void coloursAreRightBehindEmojiAndCarriageReturns() {
        String text = "/** 😀 */\r\nclass A {\r\n  String s = \"😀\\n\" + f(1); // 漢\r\n}\r\n";
        assertEquals(
                List.of(
                        "DOC_COMMENT:/** 😀 */",
                        "KEYWORD:class",
                        "TYPE:A",
                        "PUNCTUATION:{",
                        "TYPE:String",
                        "PROPERTY:s",
                        "OPERATOR:=",
                        "STRING:\"😀",
                        "ESCAPE:\\n",
                        "STRING:\"",
                        "OPERATOR:+",
                        "FUNCTION:f",
                        "PUNCTUATION:(",
                        "NUMBER:1",
                        "PUNCTUATION:);",
                        "COMMENT:// 漢",
                        "PUNCTUATION:}"),
                colours("A.java", 0, text, 0, text.length()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.kt | class A { fun b(c: Int) = d.e(\"x${c}\") } | FUNCTION:b TYPE:Int FUNCTION:e STRING:\"x VARIABLE:c",
                "a.py | class A(B): x = f(self, \"y\") | TYPE:A TYPE:B FUNCTION:f KEYWORD:self STRING:\"y\"",
                "a.js | const a = b.c(`x${d}`) | KEYWORD:const FUNCTION:c STRING:`x VARIABLE:d",
                "a.ts | interface A { b(c: string): D } | KEYWORD:interface TYPE:A FUNCTION:b TYPE:string TYPE:D",
                "a.tsx | let a = <B c=\"d\"/> | TYPE:B PROPERTY:c STRING:\"d\"",
                "a.go | func (a *B) c() error { return d.e(nil) } | KEYWORD:func TYPE:B FUNCTION:c TYPE:error FUNCTION:e CONSTANT:nil",
                "a.rs | fn a<'b>(c: &Self) { d!(E::f(1)) } | FUNCTION:a ANNOTATION:'b TYPE:Self FUNCTION:d",
                "a.c | static int a(char *b) { return c(B_C, \"d\\n\"); } | KEYWORD:static TYPE:int FUNCTION:a FUNCTION:c CONSTANT:B_C ESCAPE:\\n",
                "a.cpp | namespace a { void B::c() { std::d(this); } } | KEYWORD:namespace TYPE:a FUNCTION:c TYPE:std FUNCTION:d KEYWORD:this",
                "a.cs | [A] public class B : C { int D() => e.F(\"g\"); } | ANNOTATION:[A] KEYWORD:public TYPE:B TYPE:C FUNCTION:D FUNCTION:F STRING:\"g\""
            })
    void everyLanguageIsColoured(String path, String text, String expected) {
        List<String> colours = colours(path, 0, text, 0, text.length());
        for (String colour : expected.split(" ")) {
            assertTrue(colours.contains(colour), () -> colour + " in " + colours);
        }
    }

    @Test
    void partIsColouredAsInTheWhole() {
        String text = "class A {\n/* a\n b */\nint c = 1;\n}\n".repeat(200);
        List<String> part = colours("A.java", 0, text, 3000, 3400);
        List<TokenSpan> whole = syntax.tokens(new Document("A.java", 0, text), 0, text.length());
        List<String> cut = whole.stream()
                .filter(span -> span.end() > 3000 && span.start() < 3400)
                .map(span -> new TokenSpan(Math.max(3000, span.start()), Math.min(3400, span.end()), span.kind()))
                .map(span -> span.kind() + ":" + text.substring(span.start(), span.end()))
                .toList();
        assertEquals(cut, part);
    }

    @Test
    void nextVersionIsColouredAsIfItWereTheFirst() {
        String first = "class A { int b() { return c(\"😀\"); } }";
        String second = "class A { int b() { return c(\"😃\", d); } }";
        colours("A.java", 0, first, 0, first.length());
        List<String> updated = colours("A.java", 1, second, 0, second.length());
        assertEquals(colours("B.java", 0, second, 0, second.length()), updated);
    }

    @Test
    void errorsAreCounted() {
        assertEquals(0, syntax.errors(new Document("A.java", 0, "class A {}")));
        assertTrue(syntax.errors(new Document("A.java", 1, "class A { int ; ) }")) > 0);
        assertEquals(0, syntax.errors(new Document("A.txt", 1, "class A { int ; ) }")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A.java | class A { int b = 1 } | 1 missing ;",
                "A.java | class A { void b() { c(1; } } | 1 missing )",
                "A.java | class A { void b() { } } } | } unexpected }",
                "A.java | class A { int b = \"c\"; § } | § unexpected §",
                "A.java | class A { void b() {} | } missing }",
                "A.java | class A { void b() { c(\"d); } } | \" unclosed \"",
                "a.py | x = (1, | ( unclosed (",
                "a.js | let a = {b: 1 | { unclosed {",
                "A.java | class A {} | ``",
                "a.txt | class A { | ``"
            })
    void problemsSayWhatAndWhere(String path, String text, String expected) {
        assertEquals(
                expected,
                syntax.problems(new Document(path, 0, text)).stream()
                        .map(problem -> text.substring(problem.start(), problem.end()) + " "
                                + problem.why().key().substring("indexer.syntax.".length()) + " "
                                + problem.why().arguments().stream().findFirst().orElse(""))
                        .collect(Collectors.joining(", ")));
    }

    /** Each version is asked about in another way than by parsing it; the answer is that of a text that was just opened. */
    @Test
    void everyVersionIsAnsweredAsIfItWereTheFirst() {
        long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
        Random random = new Random(seed);
        String[] pieces = {
            "x", " ", "\n", "\r\n", "(", ")", "{", "}", "\"", "/*", "😀", "ä", ";", "if (a) b();", "'", "int i;"
        };
        String text =
                "class A {\r\n  /** 😀 */\r\n  int a(String s) {\n    return s.length() + \"😀\".length();\n  }\n}\n";
        for (int version = 1; version <= 150; version++) {
            int start = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), start + (random.nextBoolean() ? 0 : random.nextInt(8)));
            text = text.substring(0, start) + pieces[random.nextInt(pieces.length)] + text.substring(end);
            Document next = new Document("A.java", version, text);
            Document first = new Document("F" + version + ".java", 0, text);
            String where = "seed " + seed + ", version " + version + "\n" + text;
            if (random.nextBoolean()) {
                assertEquals(syntax.errors(first), syntax.errors(next), where);
                assertEquals(syntax.problems(first), syntax.problems(next), where);
                assertEquals(syntax.tokens(first, 0, text.length()), syntax.tokens(next, 0, text.length()), where);
                assertEquals(syntax.problems(first).isEmpty(), syntax.errors(first) == 0, where);
            }
        }
    }

    /** Of a long text only what changed is parsed again; without errors that shows nowhere. */
    @Test
    void versionsOfALongTextAreColouredAsIfTheyWereTheFirst() {
        long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
        Random random = new Random(seed);
        String[] pieces = {" ", "\n", "int b;\n", "/* 😀 */", "void c() { d(\"e\"); }\n", "@F "};
        StringBuilder text = new StringBuilder(
                "class A {\n" + "  int a(String s) {\n    return s.length();\n  }\n".repeat(1_000) + "}\n");
        for (int version = 1; version <= 8; version++) {
            for (int edit = random.nextInt(3); edit >= 0; edit--) {
                int at = text.indexOf("  int a(", random.nextInt(text.length() - 200));
                String piece = pieces[random.nextInt(pieces.length)];
                text.replace(at, at + random.nextInt(2), piece);
            }
            Document next = new Document("A.java", version, text.toString());
            Document first = new Document("F" + version + ".java", 0, text.toString());
            String where = "seed " + seed + ", version " + version;
            assertEquals(0, syntax.errors(next), where);
            assertEquals(syntax.tokens(first, 0, text.length()), syntax.tokens(next, 0, text.length()), where);
        }
    }

    @Test
    void endlessErrorsAreBounded() {
        List<SyntaxProblem> problems =
                syntax.problems(new Document("A.java", 0, "class A { int ) ; ( } §\n".repeat(5_000)));
        assertTrue(!problems.isEmpty() && problems.size() <= 200, problems.size() + " problems");
        assertTrue(problems.stream().allMatch(problem -> problem.end() - problem.start() < 30));
    }

    @Test
    void outlineListsWhatTheSourceDeclares() {
        String text =
                "class A {\r\n  int b;\n  /* 😀 */ void c(int d,\n   String e) { new Object() { void x() {} }; }\n enum F { G }\n}";
        assertEquals(
                "CLASS A  0 1:7-6, FIELD b int 1 2:7-2, METHOD c (int d, String e) 1 3:17-4, ENUM F  1 5:7-5, ENUM_CONSTANT G  2 5:11-5",
                syntax.outline(new Document("A.java", 0, text)).stream()
                        .map(item -> item.kind() + " " + item.name() + " " + item.detail() + " " + item.depth() + " "
                                + item.line() + ":" + item.column() + "-" + item.endLine())
                        .collect(Collectors.joining(", ")));
    }

    private List<String> colours(String path, long version, String text, int start, int end) {
        return syntax.tokens(new Document(path, version, text), start, end).stream()
                .map(span -> span.kind() + ":" + text.substring(span.start(), span.end()))
                .toList();
    }
}
