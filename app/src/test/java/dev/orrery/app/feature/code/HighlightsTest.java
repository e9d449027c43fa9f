package dev.orrery.app.feature.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.api.Document;
import dev.orrery.api.SyntaxProbe;
import dev.orrery.api.SyntaxProblem;
import dev.orrery.api.TokenSpan;
import dev.orrery.app.session.Threads;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class HighlightsTest {
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final List<Integer> asked = new ArrayList<>();
    private final String text = "int a;\n/* b\nc */ int d;\n" + "int x;\n".repeat(400);
    private final TextLines lines = TextLines.of(text);
    private final Document document = new Document("A.java", 0, text);
    private final SyntaxProbe probe = new SyntaxProbe() {
        @Override
        public boolean knows(String path) {
            return true;
        }

        @Override
        public List<TokenSpan> tokens(Document of, int start, int end) {
            asked.add(start);
            return start > 0
                    ? List.of(new TokenSpan(start, start + 3, TokenSpan.Kind.KEYWORD))
                    : List.of(
                            new TokenSpan(0, 3, TokenSpan.Kind.KEYWORD),
                            new TokenSpan(7, 16, TokenSpan.Kind.COMMENT),
                            new TokenSpan(17, 20, TokenSpan.Kind.KEYWORD));
        }

        @Override
        public int errors(Document of) {
            return 0;
        }

        @Override
        public List<SyntaxProblem> problems(Document of) {
            return List.of();
        }
    };
    private final Highlights highlights =
            new Highlights(document, lines, probe, new Threads(Runnable::run, background::add));

    @Test
    void aSpanOverTwoLinesColoursBoth() {
        highlights.accept(highlights.around(0));
        assertEquals(List.of(new TokenSpan(0, 3, TokenSpan.Kind.KEYWORD)), highlights.line(0));
        assertEquals(List.of(new TokenSpan(0, 4, TokenSpan.Kind.COMMENT)), highlights.line(1));
        assertEquals(
                List.of(new TokenSpan(0, 4, TokenSpan.Kind.COMMENT), new TokenSpan(5, 8, TokenSpan.Kind.KEYWORD)),
                highlights.line(2));
    }

    @Test
    void onlyWhatIsLookedAtIsAskedForAndOnlyOnce() {
        List<Integer> arrived = new ArrayList<>();
        highlights.onArrival(arrived::add);
        assertEquals(List.of(), highlights.line(300));
        assertEquals(List.of(), highlights.line(301));
        assertEquals(1, background.size());
        background.remove().run();
        assertEquals(List.of(256), arrived);
        assertEquals(List.of(lines.start(256)), asked);
        assertEquals(List.of(new TokenSpan(0, 3, TokenSpan.Kind.KEYWORD)), highlights.line(256));
    }
}
