package dev.orrery.app.cli.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Document;
import dev.orrery.api.SyntaxProbe;
import dev.orrery.api.SyntaxProblem;
import dev.orrery.api.TokenSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final SyntaxProbe PLAIN = new SyntaxProbe() {
        @Override
        public boolean knows(String path) {
            return false;
        }

        @Override
        public List<TokenSpan> tokens(Document document, int start, int end) {
            return List.of();
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

    @Test
    void oneSeedAsksTheSame() {
        List<TestedFile> files = List.of(file("a.x", 40), file("b.x", 400));
        List<Question> asked = first(new Rounds(files, 7).tokens(), 3_000);
        assertEquals(asked, first(new Rounds(files, 7).tokens(), 3_000));
        assertFalse(asked.equals(first(new Rounds(files, 8).tokens(), 3_000)));
    }

    @Test
    void filesAreAskedForAsTheyAreLong() {
        List<Question> asked = first(new Rounds(List.of(file("a.x", 40), file("b.x", 400)), 7).tokens(), 3_000);
        Map<String, Integer> counts = new HashMap<>();
        asked.forEach(question -> counts.merge(question.document().path(), 1, Integer::sum));
        int small = counts.getOrDefault("a.x", 0);
        assertTrue(small > 200 && small < 350, counts.toString());
    }

    @Test
    void whereThereIsNothingNothingIsAsked() {
        Rounds none = new Rounds(List.of(file("a.x", 0)), 7);
        assertFalse(none.tokens().hasNext());
        assertFalse(none.lines().hasNext());
        assertFalse(new Rounds(List.of(), 7).tokens().hasNext());
    }

    private static List<Question> first(Iterator<Question> questions, int count) {
        List<Question> first = new ArrayList<>();
        while (first.size() < count) {
            first.add(questions.next());
        }
        return first;
    }

    private static TestedFile file(String path, int words) {
        return TestedFile.of(new Document(path, 0, "word ".repeat(words)), PLAIN);
    }
}
