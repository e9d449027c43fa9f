package dev.orrery.app.cli.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.api.Document;
import dev.orrery.api.SyntaxProbe;
import dev.orrery.api.SyntaxProblem;
import dev.orrery.api.TextEdit;
import dev.orrery.api.TokenSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TestedFileTest {
    private static final String TEXT = """
            import java.util.List;
            // the answer of life
            class A {\r
              List<String> names = other.names(); // all names
              int x;
              return names;
            }
            """;

    /** Colours what these tests need. */
    private static final SyntaxProbe KEYWORDS = new SyntaxProbe() {
        @Override
        public boolean knows(String path) {
            return true;
        }

        @Override
        public List<TokenSpan> tokens(Document document, int start, int end) {
            List<TokenSpan> spans = new ArrayList<>();
            Pattern.compile("\\b(import|class|int|return)\\b")
                    .matcher(document.text())
                    .results()
                    .forEach(word -> spans.add(new TokenSpan(word.start(), word.end(), TokenSpan.Kind.KEYWORD)));
            return spans;
        }

        @Override
        public int errors(Document document) {
            return 0;
        }

        @Override
        public List<SyntaxProblem> problems(Document document) {
            return List.of();
        }
    };

    private final TestedFile file = TestedFile.of(new Document("A.java", 0, TEXT), KEYWORDS);

    @Test
    void linesHaveTwoNamesAndAreNoImports() {
        assertEquals(
                List.of("List<String> names = other.names();"),
                file.lines().stream().map(line -> file.line(line, "").truth()).toList());
    }

    @Test
    void aCaretHasTheTextBeforeItAndWhatIsGivenBehind() {
        Question line = file.line(file.lines().getFirst(), "}\n");
        assertEquals(
                TEXT.substring(0, TEXT.indexOf("List<String>")),
                line.document().text().substring(0, line.offset()));
        assertEquals("}\n", line.document().text().substring(line.offset()));
    }

    @Test
    void aWordBeforeTheCaretIsWholeAndNamesAreKnown() {
        TestedFile.Line line = file.lines().getFirst();
        Question sign = file.token(line.first() + 1, "");
        assertEquals("<", sign.truth());
        assertEquals("List ", sign.document().text().substring(sign.offset() - 5), "not a word that goes on");
        assertEquals(Question.Kind.OTHER_TOKEN, sign.kind());
        Question name = file.token(line.first() + 2, "");
        assertEquals("String", name.truth());
        assertEquals("List<", name.document().text().substring(name.offset() - 5));
        assertEquals(Question.Kind.IDENTIFIER, name.kind());
        assertEquals(Question.Kind.OTHER_TOKEN, file.token(0, "").kind(), "a keyword");
    }

    @Test
    void whatAnEditWritesIsReadFromTheCaretToTheEndOfItsLine() {
        String text = "  foo(ba)\nnext";
        assertEquals("r, 1);", Pipeline.written(text, 8, new TextEdit(8, 9, "r, 1);")));
        assertEquals("r, 1);", Pipeline.written(text, 8, new TextEdit(6, 9, "bar, 1);\n  more();")));
        assertEquals("", Pipeline.written(text, 8, new TextEdit(6, 8, "ba")));
    }
}
