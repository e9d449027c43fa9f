package dev.orrery.app.feature.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameMatchTest {
    private static List<String> ranked(String query, String... paths) {
        return List.of(paths).stream()
                .filter(path -> NameMatch.path(query, path) > 0)
                .sorted(Comparator.comparingInt(path -> -NameMatch.path(query, path)))
                .toList();
    }

    @Test
    void theNameItselfBeatsItsStartBeatsItsWordsBeatsItsFolder() {
        assertEquals(
                List.of(
                        "b/Index.java",
                        "a/IndexWriter.java",
                        "z/DirectIndex.java",
                        "z/reindexer.c",
                        "index/Other.java"),
                ranked(
                        "index",
                        "index/Other.java",
                        "z/reindexer.c",
                        "z/DirectIndex.java",
                        "a/IndexWriter.java",
                        "b/Index.java",
                        "none/At.java"));
    }

    @Test
    void humpsMayBeTyped() {
        assertTrue(NameMatch.name("iw", "IndexWriter") > 0);
        assertTrue(NameMatch.name("indwri", "IndexWriter") > 0);
        assertEquals(0, NameMatch.name("wi", "IndexWriter"));
        assertEquals(0, NameMatch.name("", "IndexWriter"));
    }
}
