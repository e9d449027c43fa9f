package dev.orrery.app.feature.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class TitleMatchTest {
    @Test
    void theTitleItselfBeatsItsStartBeatsItsWordsBeatsItsMiddle() {
        List<String> titles = List.of("Go home", "Homeward", "home", "Chromel", "At home in it");
        assertEquals(
                List.of("home", "Homeward", "Go home", "At home in it"),
                titles.stream()
                        .filter(title -> TitleMatch.score("home", title) > 0)
                        .sorted(Comparator.comparingInt(title -> -TitleMatch.score("home", title)))
                        .toList());
    }

    @Test
    void humpsMayBeTyped() {
        assertTrue(TitleMatch.score("iw", "IndexWriter") > 0);
        assertTrue(TitleMatch.score("indwri", "IndexWriter") > 0);
        assertEquals(0, TitleMatch.score("wi", "IndexWriter"));
        assertEquals(0, TitleMatch.score("", "IndexWriter"));
    }
}
