package dev.orrery.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.orrery.api.TextQuery.CaseRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypedQueryTest {
    @Test
    void filtersAtBothEndsAreTakenAndTheTextBetweenIsKept() {
        TypedQuery query = TypedQuery.parse(" path:src/main -path:test return  this; kind:method lang:js case:yes ");
        assertEquals("return  this;", query.text());
        assertEquals(List.of("**/*src/main*", "-*test*"), query.paths());
        assertEquals(List.of("javascript"), query.languages());
        assertEquals(List.of("method"), query.kinds());
        assertEquals(CaseRule.SENSITIVE, query.caseRule());
    }

    @Test
    void whatIsNoFilterIsText() {
        for (String text : List.of("http://x", "a path:b c", "path:", "case:maybe", "::", "  x  ", "Map.put")) {
            assertEquals(text, TypedQuery.parse(text).text());
            assertFalse(TypedQuery.parse(text).isFiltered(), text);
        }
    }

    @Test
    void wildcardsAreLeftAsTheyAre() {
        assertEquals(List.of("*.java"), TypedQuery.parse("path:*.java x").paths());
    }
}
