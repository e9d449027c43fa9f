package dev.orrery.indexer.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.OrreryException;
import dev.orrery.api.TextHit;
import dev.orrery.api.TextQuery;
import dev.orrery.api.TextQuery.CaseRule;
import dev.orrery.api.TextQuery.Syntax;
import dev.orrery.indexer.scan.TextBlocks;
import dev.orrery.indexer.text.UnusableTextIndexException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextIndexTest {
    @TempDir
    Path folder;

    private Path root;
    private TextIndex index;

    @BeforeEach
    void open() throws Exception {
        root = Files.createDirectories(folder.resolve("root"));
        index = TextIndex.open(folder.resolve("index"));
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @Test
    void aHitSaysWhereInBytesAndInCharacters() throws Exception {
        put("a.txt", "one\n\u00e9\ud83d\ude00 needle \u00e9 needle\n");
        index.refresh();
        List<TextHit> hits = search(text("needle"));
        assertEquals(2, hits.size());
        assertEquals(new TextHit("a.txt", 2, 8, "\u00e9\ud83d\ude00 needle \u00e9 needle", 4, 10), hits.get(0));
        assertEquals(new TextHit("a.txt", 2, 18, "\u00e9\ud83d\ude00 needle \u00e9 needle", 13, 19), hits.get(1));
    }

    @Test
    void changesAreSeenAfterARefreshAndNotBefore() throws Exception {
        put("a.txt", "needle");
        assertEquals(List.of(), places(text("needle")));
        index.refresh();
        assertEquals(List.of("a.txt:1:1"), places(text("needle")));
        put("a.txt", "the needle");
        put("b.txt", "needle");
        index.refresh();
        assertEquals(List.of("a.txt:1:5", "b.txt:1:1"), places(text("needle")));
        index.remove("a.txt");
        index.refresh();
        assertEquals(List.of("b.txt:1:1"), places(text("needle")));
        assertEquals(Set.of("b.txt"), index.paths());
    }

    @Test
    void aFileThatChangedSinceNeverGivesStaleHits() throws Exception {
        put("a.txt", "needle");
        put("b.txt", "needle");
        index.refresh();
        Files.writeString(root.resolve("a.txt"), "\n\n needle");
        Files.delete(root.resolve("b.txt"));
        assertEquals(List.of("a.txt:3:2"), places(text("needle")));
    }

    @Test
    void textsKeptInMemoryNeverGiveStaleHits() throws Exception {
        put("a.txt", "needle");
        put("b.txt", "needle");
        put("c.txt", "nothing");
        settle("a.txt", "b.txt", "c.txt");
        index.refresh();
        assertEquals(List.of("a.txt:1:1", "b.txt:1:1"), places(regex("n.{4}e$")));
        Files.writeString(root.resolve("a.txt"), "\n\n needle");
        Files.delete(root.resolve("b.txt"));
        assertEquals(List.of("a.txt:3:2"), places(regex("n.{4}e$")));
    }

    @Test
    void aChangeThatTheIndexKnowsIsSeenThoughTheFileLooksTheSame() throws Exception {
        put("a.txt", "nothing");
        settle("a.txt");
        index.refresh();
        assertEquals(List.of(), places(regex("ne{2}")));
        put("a.txt", "needles");
        settle("a.txt");
        index.refresh();
        assertEquals(List.of("a.txt:1:1"), places(regex("ne{2}")));
    }

    /** Makes files look as if they had not changed for long. */
    private void settle(String... paths) throws IOException {
        for (String path : paths) {
            Files.setLastModifiedTime(root.resolve(path), FileTime.fromMillis(1_700_000_000_000L));
        }
    }

    @Test
    void whatWasNotCommittedIsGoneAfterAReopen() throws Exception {
        put("a.txt", "needle");
        index.commit("first");
        put("b.txt", "needle");
        index.refresh();
        assertEquals(2, places(text("needle")).size());
        reopen();
        assertEquals(List.of("a.txt:1:1"), places(text("needle")));
        assertEquals("first", index.committed());
    }

    @Test
    void anotherProcessReadsTheLastCommitAndKeepsIt() throws Exception {
        put("a.txt", "needle");
        index.commit("first");
        try (PublishedText published = PublishedText.open(folder.resolve("index"))) {
            put("b.txt", "needle");
            index.remove("a.txt");
            index.commit("second");
            List<String> seen = new ArrayList<>();
            published
                    .scanner(root, CodeGraph::empty)
                    .scan(text("needle"), hit -> seen.add(hit.path()), Cancellation.NEVER);
            assertEquals(List.of("a.txt"), seen);
        }
    }

    /** Where the commit does not begin as it should, Lucene takes it for one of long ago. */
    @Test
    void everyDamagedFileIsNoticed() throws Exception {
        for (int i = 0; i < 50; i++) {
            put("f" + i + ".txt", "word" + i + " common words for all of them");
        }
        index.commit("first");
        index.close();
        Path stored = folder.resolve("index");
        List<Path> files;
        try (var listing = Files.list(stored)) {
            files = listing.filter(file -> !file.endsWith("write.lock")).toList();
        }
        for (Path file : files) {
            byte[] intact = Files.readAllBytes(file);
            for (int at : new int[] {0, intact.length / 2, intact.length - 1}) {
                byte[] broken = intact.clone();
                broken[at] ^= 0x55;
                Files.write(file, broken);
                var unusable = assertThrows(
                        UnusableTextIndexException.class, () -> TextIndex.open(stored), file + " at " + at);
                boolean magic = at == 0 && file.getFileName().toString().startsWith("segments");
                assertEquals(magic ? Reason.OTHER_VERSION : Reason.DAMAGED, unusable.reason(), file + " at " + at);
            }
            Files.write(file, java.util.Arrays.copyOf(intact, intact.length / 2));
            assertThrows(UnusableTextIndexException.class, () -> TextIndex.open(stored), file + " cut");
            Files.write(file, intact);
        }
        index = TextIndex.open(stored);
        assertEquals(50, places(text("common")).size());
    }

    @Test
    void anIndexOfAnotherVersionIsNotCalledDamaged() throws Exception {
        index.close();
        try (FSDirectory directory = FSDirectory.open(folder.resolve("index"));
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.addDocument(new Document());
            writer.setLiveCommitData(Map.of("orrery.text", "0").entrySet());
            writer.commit();
        }
        var unusable = assertThrows(UnusableTextIndexException.class, () -> TextIndex.open(folder.resolve("index")));
        assertEquals(Reason.OTHER_VERSION, unusable.reason());
    }

    @Test
    void aSecondWriterIsRefusedAsNoDamage() {
        assertThrows(IOException.class, () -> TextIndex.open(folder.resolve("index")));
    }

    @Test
    void wordsTooLongForTheIndexAreFoundAllTheSame() throws Exception {
        put("a.txt", "x".repeat(500) + "needle" + "y".repeat(500));
        put("b.txt", "nothing");
        index.refresh();
        assertEquals(List.of("a.txt:1:501"), places(text("needle")));
        assertEquals(List.of("a.txt:1:501"), places(regex("(?i)NEEDLE")));
    }

    @Test
    void relativesOfKAndSAreFoundWithoutCase() throws Exception {
        put("a.txt", "\u212aelvin");
        put("b.txt", "mi\u017fery");
        index.refresh();
        assertEquals(List.of("a.txt:1:1"), places(regex("(?i)kelvin")));
        assertEquals(List.of("b.txt:1:1"), places(regex("(?i)misery")));
    }

    @Test
    void smartCaseLooksForCapitals() throws Exception {
        put("a.txt", "Needle needle");
        index.refresh();
        assertEquals(
                2,
                places(new TextQuery("needle", Syntax.LITERAL, CaseRule.SMART, 100, List.of()))
                        .size());
        assertEquals(
                1,
                places(new TextQuery("Needle", Syntax.LITERAL, CaseRule.SMART, 100, List.of()))
                        .size());
        assertEquals(
                2,
                places(new TextQuery("\\Seedle", Syntax.REGEX, CaseRule.SMART, 100, List.of()))
                        .size());
    }

    @Test
    void pathsChooseFiles() throws Exception {
        put("src/a.java", "needle");
        put("src/b.txt", "needle");
        put("test/c.java", "needle");
        index.refresh();
        assertEquals(List.of("src/a.java:1:1", "test/c.java:1:1"), places(within("*.java")));
        assertEquals(List.of("src/b.txt:1:1"), places(within("src/", "!*.java")));
        assertEquals(List.of("src/a.java:1:1", "src/b.txt:1:1"), places(within("-test")));
        assertEquals(List.of("src/b.txt:1:1", "test/c.java:1:1"), places(within("*.{txt,java}", "!src/a.*")));
    }

    @Test
    void aZeroByteEndsAFileButNotEarlierBlocks() throws Exception {
        byte[] early = "needle\n\0needle\n".getBytes(StandardCharsets.UTF_8);
        Files.write(root.resolve("early"), early);
        assertEquals(TextBlocks.Kind.BINARY, index.put("early", early));
        byte[] late = ("needle\n" + "filler\n".repeat(20_000) + "\0needle\n").getBytes(StandardCharsets.UTF_8);
        Files.write(root.resolve("late"), late);
        assertEquals(TextBlocks.Kind.BINARY, index.put("late", late));
        index.refresh();
        assertEquals(List.of("late:1:1"), places(text("needle")));
    }

    @Test
    void theLimitEndsASearchAndSaysSo() throws Exception {
        for (int i = 0; i < 300; i++) {
            put("f" + i, "needle needle\n");
        }
        index.refresh();
        List<TextHit> hits = new ArrayList<>();
        TextQuery ten = new TextQuery("needle", Syntax.LITERAL, CaseRule.SENSITIVE, 10, List.of());
        assertFalse(index.scanner(root, CodeGraph::empty).scan(ten, hits::add, Cancellation.NEVER));
        assertEquals(10, hits.size());
        assertTrue(index.scanner(root, CodeGraph::empty).scan(text("needle"), hits::add, Cancellation.NEVER));
        assertEquals(610, hits.size());
    }

    @Test
    void aCancelledSearchStops() throws Exception {
        put("a.txt", "needle");
        index.refresh();
        assertThrows(CancellationException.class, () -> index.scanner(root, CodeGraph::empty)
                .scan(text("needle"), hit -> {}, () -> true));
    }

    @Test
    void aPatternThatExplodesIsRefused() throws Exception {
        put("a.txt", "ab".repeat(200_000) + "c\n");
        index.refresh();
        OrreryException large =
                assertThrows(OrreryException.class, () -> places(regex("((a{0,500}b){0,500}c){0,500}")));
        assertEquals("indexer.regex.large", large.userMessage().key());
        assertEquals(1, places(regex("(?:a|b|ab)*?c")).size());
    }

    @Test
    void aHostilePatternStopsWhenItIsCancelled() throws Exception {
        put("a.txt", "ab".repeat(20_000) + "\n" + "aab".repeat(20_000) + "\n");
        index.refresh();
        for (String hostile : List.of("(a|b|ab){0,300}c", "(?:(?:a|b)*a(?:a|b){12}){2}c")) {
            AtomicInteger asked = new AtomicInteger();
            assertThrows(
                    CancellationException.class,
                    () -> index.scanner(root, CodeGraph::empty)
                            .scan(regex(hostile), hit -> {}, () -> asked.incrementAndGet() > 20),
                    hostile);
            assertTrue(asked.get() < 100, "it goes on for long after it was cancelled");
        }
    }

    private void reopen() throws Exception {
        index.close();
        index = TextIndex.open(folder.resolve("index"));
    }

    private void put(String path, String content) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), content);
        index.put(path, content.getBytes(StandardCharsets.UTF_8));
    }

    private List<TextHit> search(TextQuery query) throws OrreryException {
        List<TextHit> hits = new ArrayList<>();
        index.scanner(root, CodeGraph::empty).scan(query, hits::add, Cancellation.NEVER);
        return hits;
    }

    private List<String> places(TextQuery query) throws OrreryException {
        return search(query).stream()
                .map(hit -> hit.path() + ":" + hit.line() + ":" + hit.column())
                .toList();
    }

    private static TextQuery text(String text) {
        return RipgrepComparison.literal(text);
    }

    private static TextQuery regex(String pattern) {
        return RipgrepComparison.regex(pattern);
    }

    private static TextQuery within(String... paths) {
        return new TextQuery("needle", Syntax.LITERAL, CaseRule.SENSITIVE, Integer.MAX_VALUE, List.of(paths));
    }
}
