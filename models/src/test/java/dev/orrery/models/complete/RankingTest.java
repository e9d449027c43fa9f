package dev.orrery.models.complete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Scope;
import dev.orrery.api.ScopeName;
import dev.orrery.models.ngram.Candidate;
import dev.orrery.models.ngram.Gap;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static ScopeName name(String name, ScopeName.Fit fit) {
        return new ScopeName(name, ScopeName.Kind.LOCAL, "", "int", 0, fit, "");
    }

    private static Scope scope(boolean isComplete, ScopeName... names) {
        return new Scope(Scope.Place.EXPRESSION, 0, "", "int", List.of(names), isComplete);
    }

    private static Candidate expected(String token, double probability) {
        return new Candidate(token, probability, Gap.SPACE);
    }

    private static List<String> texts(List<Item> items) {
        return items.stream().map(Item::text).toList();
    }

    @Test
    void whatIsNotInScopeStandsBehindWhatIs() {
        List<Candidate> expected = List.of(expected("gone", 0.5), expected("here", 0.2), expected("null", 0.1));
        Scope complete = scope(true, name("here", ScopeName.Fit.UNKNOWN));
        List<Item> items = Ranking.rank(expected, complete, "", 10);
        assertEquals("here", items.getFirst().text());
        assertTrue(texts(items).indexOf("null") < texts(items).indexOf("gone"), "keywords are in no scope");
    }

    @Test
    void whatFitsStandsBeforeWhatClashes() {
        List<Candidate> expected = List.of(expected("text", 0.3), expected("number", 0.3));
        Scope scope = scope(true, name("text", ScopeName.Fit.CLASHES), name("number", ScopeName.Fit.FITS));
        assertEquals(List.of("number", "text"), texts(Ranking.rank(expected, scope, "", 10)));
    }

    @Test
    void namesThatNobodyExpectsAreListedIfTheyGoOnAsBegun() {
        Scope scope = scope(true, name("count", ScopeName.Fit.FITS), name("other", ScopeName.Fit.FITS));
        assertEquals(List.of("count"), texts(Ranking.rank(List.of(), scope, "co", 10)));
    }

    @Test
    void wordsShareWhatSignsLeave() {
        List<Candidate> expected = List.of(expected("(", 0.75), expected("here", 0.2));
        double sum = Ranking.rank(expected, scope(false, name("there", ScopeName.Fit.UNKNOWN)), "", 10).stream()
                .mapToDouble(Item::probability)
                .sum();
        assertEquals(0.25, sum, 1e-9);
    }
}
