package dev.orrery.indexer.text.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.SymbolKind;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class NameFinderTest {
    private final CodeGraph graph = new SmallGraph()
            .add("a/IndexWriter.java", SymbolKind.CLASS, "IndexWriter", 3)
            .add("a/IndexWriterConfig.java", SymbolKind.CLASS, "IndexWriterConfig", 1)
            .add("a/Writer.java", SymbolKind.METHOD, "indexWriter", 9)
            .add("b/Null.java", SymbolKind.CLASS, "NullPointerException", 0)
            .add("b/Commit.java", SymbolKind.METHOD, "commit", 50)
            .add("b/Rare.java", SymbolKind.METHOD, "commit", 0)
            .add("test/CommitTest.java", SymbolKind.METHOD, "commit", 2)
            .add("b/Other.java", SymbolKind.METHOD, "doCommitNow", 0)
            .add("b/Recommit.java", SymbolKind.METHOD, "recommitted", 0)
            .add("b/Iwc.java", SymbolKind.FIELD, "iwcLocal", 0)
            .add("b/Compete.java", SymbolKind.METHOD, "competitiveIterator", 99)
            .add("c/Init.java", SymbolKind.INITIALIZER, "IndexWriter", 0)
            .build();
    private final NameFinder finder = new NameFinder(() -> graph);

    @Test
    void wholeNamesThenBeginningsThenHumpsThenPiecesThenMisspellings() {
        assertEquals(List.of("IndexWriter", "indexWriter", "IndexWriterConfig"), names("IndexWriter"));
        assertEquals(List.of("IndexWriterConfig", "iwcLocal"), names("IWC"));
        assertEquals("commit", names("comit").getFirst(), "before competitiveIterator");
        assertEquals(List.of("NullPointerException"), names("nuPoEx"));
        assertEquals("NullPointerException", names("NullPointreException").getFirst());
        assertEquals(List.of("commit", "commit", "commit", "doCommitNow", "recommitted"), names("commit"));
        assertEquals("commit", names("comit").getFirst());
        assertEquals("IndexWriterConfig", names("IndxWriterCon").getFirst(), "a misspelt beginning");
        assertEquals("NullPointerException", names("NullPiont").getFirst());
        assertEquals(List.of(), names("zebra"));
    }

    @Test
    void muchCalledCodeFirstAndTestsLast() {
        assertEquals(
                List.of("b/Commit.java", "b/Rare.java", "test/CommitTest.java"),
                finder.find("commit", 3, Cancellation.NEVER).stream()
                        .map(hit -> hit.key().path())
                        .toList());
    }

    @Test
    void filtersNarrow() {
        assertEquals(List.of("indexWriter"), names("kind:method indexwriter"));
        assertEquals(List.of("IndexWriter", "IndexWriterConfig"), names("kind:type indexwriter"));
        assertEquals(List.of("commit"), names("path:test commit"));
        assertEquals(List.of("commit", "commit", "doCommitNow", "recommitted"), names("-path:test commit"));
        assertEquals(List.of(), names("lang:rust commit"));
        assertEquals(List.of("IndexWriter", "IndexWriterConfig"), names("IndexW case:yes"));
    }

    @Test
    void theLimitKeepsTheBest() {
        assertEquals(
                List.of("IndexWriter"),
                finder.find("index", 1, Cancellation.NEVER).stream()
                        .map(hit -> hit.key().qualifiedName())
                        .toList());
        assertEquals(List.of(), finder.find("index", 0, Cancellation.NEVER));
    }

    @Test
    void aNewGraphIsSeenAtOnce() {
        AtomicReference<CodeGraph> current = new AtomicReference<>(CodeGraph.empty());
        NameFinder following = new NameFinder(current::get);
        assertEquals(List.of(), following.find("commit", 9, Cancellation.NEVER));
        current.set(graph);
        assertFalse(following.find("commit", 9, Cancellation.NEVER).isEmpty());
    }

    @Test
    void cancellationIsHonoured() {
        assertThrows(CancellationException.class, () -> finder.find("x", 9, () -> true));
    }

    @Test
    void filesAreFoundByNameAndFolders() {
        List<String> paths = List.of(
                "core/src/main/IndexWriter.java",
                "core/src/test/TestIndexWriter.java",
                "docs/index.md",
                "web/pom.xml",
                "pom.xml");
        FileFinder files = new FileFinder(() -> paths);
        assertEquals("core/src/main/IndexWriter.java", first(files, "IndexWriter"));
        assertEquals("core/src/main/IndexWriter.java", first(files, "iw.java"));
        assertEquals("pom.xml", first(files, "pom"));
        assertEquals("web/pom.xml", first(files, "web/pom"));
        assertEquals("core/src/test/TestIndexWriter.java", first(files, "test indexwriter"));
        assertEquals("docs/index.md", first(files, "indx.md"));
        assertTrue(files.find("nothing", 9, Cancellation.NEVER).isEmpty());
    }

    private static String first(FileFinder files, String query) {
        return files.find(query, 9, Cancellation.NEVER).getFirst().path();
    }

    private List<String> names(String query) {
        return finder.find(query, 9, Cancellation.NEVER).stream()
                .map(hit -> hit.key().qualifiedName())
                .toList();
    }
}
