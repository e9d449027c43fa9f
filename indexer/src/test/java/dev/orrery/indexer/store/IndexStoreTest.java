package dev.orrery.indexer.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.GraphColumns;
import dev.orrery.api.UserMessage;
import dev.orrery.indexer.store.FileRow.Treatment;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexStoreTest {
    @TempDir
    Path home;

    private final List<UserMessage> messages = new ArrayList<>();
    private IndexStore store;

    @BeforeEach
    void create() throws IOException {
        Path root = home.resolve("repository");
        store = new IndexStore(new IndexFolder(root, root, home.resolve("cache")), messages::add);
        Files.createDirectories(store.folder().folder());
    }

    @Test
    void graphAndFilesComeBackAsTheyWereCommitted() throws Exception {
        CodeGraph graph = new CodeGraph(7, SampleGraph.columns(new Random(4), 20));
        Map<String, FileRow> files = new TreeMap<>();
        files.put("a/Ä.java", row("a/Ä.java", null));
        files.put("b", row("b", UserMessage.of("indexer.x", "b", 3)));
        Manifest manifest = new Manifest(7, 7, 7, "t", "jar", "key");
        store.announce(Set.of("b"));
        store.writeGraph(graph, 7);
        store.writeFiles(files, 7);
        assertEquals(Set.of("b"), store.redo());
        store.commit(manifest);

        assertEquals(manifest, store.manifest().orElseThrow());
        assertEquals(Set.of(), store.redo());
        assertSame(graph, store.graph(manifest).orElseThrow());
        Map<String, FileRow> read = store.files(manifest).orElseThrow();
        assertEquals(files.get("a/Ä.java"), read.get("a/Ä.java"));
        assertEquals(List.of("b", "3"), read.get("b").problem().arguments());
    }

    @Test
    void announcedFilesAddUpOverInterruptedCommits() throws IOException {
        store.announce(Set.of("a"));
        store.announce(Set.of("b"));
        assertEquals(Set.of("a", "b"), store.redo());
    }

    @Test
    void oldGenerationsAreRemovedButTheOneBefore() throws IOException {
        for (long generation = 1; generation <= 5; generation++) {
            store.writeGraph(CodeGraph.empty(), generation);
            store.writeFiles(Map.of(), generation);
            store.commit(new Manifest(generation, generation, generation, "", "", ""));
        }
        try (var names = Files.list(store.folder().folder())) {
            assertEquals(
                    List.of("current", "files-4", "files-5", "graph-4", "graph-5"),
                    names.map(p -> p.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void damagedGraphIsSetAsideWithAMessage() throws IOException {
        Manifest manifest = new Manifest(1, 1, 1, "", "", "");
        store.writeGraph(CodeGraph.empty(), 1);
        Path file = store.folder().folder().resolve("graph-1");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        assertTrue(store.graph(manifest).isEmpty());
        assertEquals("indexer.store.damaged", messages.getFirst().key());
        assertTrue(Files.exists(file.resolveSibling("graph-1.damaged-1")));
    }

    @Test
    void columnsThatPointNowhereAreDamage() throws Exception {
        long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            GraphColumns columns = SampleGraph.columns(random, 6);
            SampleGraph.spoil(columns, random);
            byte[] bytes = GraphCodec.encode(1, columns);
            try {
                walk(GraphCodec.decode(bytes));
            } catch (DamagedException expected) {
                continue;
            }
        }
    }

    /** Every accessor must be safe on what was accepted. */
    private static void walk(CodeGraph graph) {
        for (int symbol = 0; symbol < graph.symbolCount(); symbol++) {
            graph.find(graph.key(symbol));
            graph.overriders(symbol);
            for (int call = graph.firstCall(symbol); call < graph.endCall(symbol); call++) {
                graph.candidates(call);
                graph.calleeName(call);
                graph.resolution(call);
            }
        }
    }

    static void assertSame(CodeGraph expected, CodeGraph actual) throws ReflectiveOperationException {
        assertEquals(expected.generation(), actual.generation());
        for (RecordComponent component : GraphColumns.class.getRecordComponents()) {
            Object a = component.getAccessor().invoke(expected.columns().canonical());
            Object b = component.getAccessor().invoke(actual.columns().canonical());
            assertArrayEquals(new Object[] {a}, new Object[] {b}, component.getName());
        }
    }

    private static FileRow row(String path, UserMessage problem) {
        FileStamp stamp = FileStamp.taken(5, 1_700_000_000_123_456_789L, -77, 1_800_000_000_000_000_000L);
        return new FileRow(path, stamp, new ContentHash(-1, Short.MIN_VALUE), "java", 3, Treatment.PARSED, problem);
    }
}
