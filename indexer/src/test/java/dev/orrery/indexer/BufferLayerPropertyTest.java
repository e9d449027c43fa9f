package dev.orrery.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.api.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever happens to files and to unsaved buffers over them, an index shows what a fresh one of the same texts shows, and a
 * commit holds the files alone.
 */
@Tag("slow")
class BufferLayerPropertyTest {
    private static final int ROUNDS = 25;

    @TempDir
    Path folder;

    private final TreeMap<String, String> buffers = new TreeMap<>();
    private Random random = new Random();
    private long version;

    @Test
    void anIndexWithBuffersEqualsAFreshOneOfTheSameTexts() throws Exception {
        long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
        random = new Random(seed);
        Sandbox sandbox = new Sandbox(folder);
        RandomEdits files = new RandomEdits(sandbox.root, random);
        files.some(30);
        CodeIndex index = sandbox.open();
        Sandbox.refresh(index);
        for (int round = 0; round < ROUNDS; round++) {
            String where = "seed " + seed + ", round " + round + " " + buffers.keySet();
            if (random.nextInt(3) > 0) {
                files.some(random.nextInt(5));
            }
            type(index, files);
            if (random.nextInt(5) == 0) {
                index = reopened(sandbox, index, where);
            }
            Sandbox.refresh(index);
            Path texts = texts(sandbox.root, "texts" + round);
            assertShowsTheSame(texts, "with" + round, index, where);
            if (random.nextInt(6) == 0) {
                index.close();
                buffers.clear();
                index = sandbox.open();
                Sandbox.refresh(index);
                assertShowsTheSame(sandbox.root, "without" + round, index, where + ", opened again");
            }
        }
        index.close();
    }

    /** Types, saves and closes here and there. */
    private void type(CodeIndex index, RandomEdits files) throws IOException {
        for (int step = random.nextInt(5); step > 0; step--) {
            List<String> open = List.copyOf(buffers.keySet());
            String path = open.isEmpty() || random.nextBoolean() ? files.path() : open.get(random.nextInt(open.size()));
            int kind = random.nextInt(6);
            if (kind < 4) {
                String text = kind == 0 ? files.source() + "class Open {{" : files.source();
                buffers.put(path, text);
                index.edit(new Document(path, ++version, text));
            } else {
                String text = buffers.remove(path);
                if (kind == 4 && text != null) {
                    files.save(path, text);
                }
                index.discard(path);
            }
        }
    }

    /** What the disk has is what another opening sees, whatever the first one shows. */
    private CodeIndex reopened(Sandbox sandbox, CodeIndex index, String where) throws Exception {
        Sandbox.refresh(index);
        index.close();
        try (CodeIndex stored = sandbox.open();
                CodeIndex fresh = new Sandbox(folder, "stored" + version + where.hashCode()).open()) {
            Sandbox.refresh(fresh);
            assertEquals(Sandbox.columns(fresh.snapshot()), Sandbox.columns(stored.snapshot()), where + ", as stored");
            assertEquals(Sandbox.find(fresh, "word3"), Sandbox.find(stored, "word3"), where + ", as stored");
        }
        CodeIndex again = sandbox.open();
        buffers.forEach((path, text) -> again.edit(new Document(path, ++version, text)));
        return again;
    }

    private void assertShowsTheSame(Path texts, String home, CodeIndex index, String where) throws Exception {
        Sandbox naive = new Sandbox(texts, folder.resolve(home));
        try (CodeIndex other = naive.open()) {
            Sandbox.refresh(other);
            assertEquals(Sandbox.columns(other.snapshot()), Sandbox.columns(index.snapshot()), where);
            for (String word : List.of("word3", "class Open", "return new C1")) {
                assertEquals(Sandbox.find(other, word), Sandbox.find(index, word), where);
            }
        }
    }

    /** A tree with the buffers' texts in place of the files'. */
    private Path texts(Path root, String name) throws IOException {
        Path copy = Files.createDirectories(folder.resolve(name));
        List<Path> all = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(root)) {
            walk.filter(Files::isRegularFile).forEach(all::add);
        }
        for (Path file : all) {
            write(copy.resolve(root.relativize(file)), Files.readString(file));
        }
        for (var buffer : buffers.entrySet()) {
            write(copy.resolve(buffer.getKey()), buffer.getValue());
        }
        return copy.toRealPath();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
