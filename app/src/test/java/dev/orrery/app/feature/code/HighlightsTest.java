package dev.orrery.app.feature.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.api.Document;
import dev.orrery.api.SyntaxProbe;
import dev.orrery.api.SyntaxProblem;
import dev.orrery.api.TextEdit;
import dev.orrery.api.TokenSpan;
import dev.orrery.app.edit.Change;
import dev.orrery.app.edit.Draft;
import dev.orrery.app.edit.Selection;
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
    private final Draft draft = new Draft("A.java", text);
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
    private final Highlights highlights = new Highlights(draft, probe, new Threads(Runnable::run, background::add));

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
        assertEquals(List.of(draft.buffer().start(256)), asked);
        assertEquals(List.of(new TokenSpan(0, 3, TokenSpan.Kind.KEYWORD)), highlights.line(256));
    }

    private void edit(int start, int end, String with) {
        draft.apply(Change.of(new TextEdit(start, end, with), Selection.at(0)), Selection.at(start), Change.Kind.STEP);
    }

    @Test
    void coloursMoveWithTheTextUntilTheNewOnesAreThere() {
        highlights.accept(highlights.around(0));
        List<TokenSpan> comment = highlights.line(1);
        edit(0, 0, "\n\n");
        assertEquals(comment, highlights.line(3));
        edit(draft.buffer().start(2), draft.buffer().start(2), "  ");
        assertEquals(List.of(new TokenSpan(2, 5, TokenSpan.Kind.KEYWORD)), highlights.line(2));
        edit(draft.buffer().start(2) + 3, draft.buffer().start(2) + 4, "NN");
        assertEquals(List.of(new TokenSpan(2, 6, TokenSpan.Kind.KEYWORD)), highlights.line(2), "it grows");
        edit(draft.buffer().start(2), draft.buffer().start(4), "");
        assertEquals(2, highlights.line(2).size(), "the lines below moved up");
    }

    @Test
    void anAnswerForAnOlderTextIsDroppedAndAskedForAgain() {
        List<Integer> arrived = new ArrayList<>();
        highlights.onArrival(arrived::add);
        highlights.line(300);
        edit(0, 0, "x");
        highlights.line(300);
        background.remove().run();
        assertEquals(List.of(), arrived);
        assertEquals(1, background.size(), "asked once more");
        background.remove().run();
        assertEquals(List.of(256), arrived);
        assertEquals(0, background.size());
    }
}
