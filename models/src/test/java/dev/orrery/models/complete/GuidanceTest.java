package dev.orrery.models.complete;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.models.ngram.Candidate;
import dev.orrery.models.ngram.Gap;
import dev.orrery.models.ngram.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuidanceTest {
    private final List<String> continued = new ArrayList<>();

    private static Candidate expected(String word, double probability) {
        return new Candidate(word, probability, Gap.NONE);
    }

    private static Item item(String word, double probability) {
        return new Item(word, Optional.empty(), probability);
    }

    private List<String> guided(String begun, boolean fresh, List<Candidate> words, List<Item> items, Line... lines) {
        return new Guidance(begun, fresh, words, items)
                        .guided(List.of(lines), items, rest -> {
                            continued.add(rest);
                            return List.of(new Line(List.of(";"), 0.5), new Line(List.of("=", " 1;"), 0.1));
                        })
                        .stream()
                        .map(Line::text)
                        .toList();
    }

    @Test
    void theTypesTurnTheOrderRound() {
        assertEquals(
                List.of("right);", "wrong);"),
                guided(
                        "",
                        false,
                        List.of(expected("wrong", 0.5), expected("right", 0.2)),
                        List.of(item("right", 0.6), item("wrong", 0.01)),
                        new Line(List.of("wrong", ");"), 0.4),
                        new Line(List.of("right", ");"), 0.1)));
        assertEquals(List.of(), continued, "both words had lines");
    }

    @Test
    void aWordThatTheModelHadNotThoughtOfIsContinued() {
        assertEquals(
                List.of("ght;", "ong();", "ght = 1;"),
                guided(
                        "ri",
                        false,
                        List.of(expected("riong", 0.2)),
                        List.of(item("right", 0.6), item("riong", 0.2)),
                        new Line(List.of("ong", "();"), 0.2)));
        assertEquals(List.of("ght"), continued);
    }

    @Test
    void onAFreshLineLinesThatSpareTypingComeFirst() {
        assertEquals(
                List.of("items.add(name);", "}"),
                guided(
                        "",
                        true,
                        List.of(),
                        List.of(),
                        new Line(List.of("}"), 0.9),
                        new Line(List.of("items.add(name);"), 0.1)));
    }
}
