package dev.orrery.models.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.api.ModelTask;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.AtomicFile;
import dev.orrery.base.Progress;
import dev.orrery.models.catalog.ModelShape;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-22T01:02:03.004Z");

    @TempDir
    Path folder;

    private Path root;
    private ModelStore store;

    @BeforeEach
    void open() throws OrreryException {
        root = folder.resolve("store");
        store = reopened();
    }

    @Test
    void anImportedModelIsThereAfterwards() throws Exception {
        InstalledModel model = imported("one.gguf", TinyGguf.model("One"));
        assertEquals("one", model.id());
        assertEquals("One", model.name());
        assertEquals("gguf", model.engine());
        assertEquals(
                java.util.Set.of(ModelTask.COMPLETION, ModelTask.CHAT),
                model.draft().tasks());
        assertEquals("Q4_K_M", model.draft().quantisation());
        assertEquals(Optional.of(new ModelShape(4, 1, 8, 3, 512)), model.draft().shape());
        assertEquals("apache-2.0", model.draft().terms().licence());
        assertEquals(NOW, model.installed());
        assertEquals(List.of(model), reopened().models());
        Path folderOfIt = model.source().orElseThrow().folder();
        assertEquals(List.of("one.gguf"), names(folderOfIt));
        assertEquals(Optional.empty(), verified("one"));
    }

    @Test
    void equalContentsLieOnce() throws Exception {
        byte[] bytes = TinyGguf.model("Same");
        InstalledModel first = imported("first.gguf", bytes);
        InstalledModel second = imported("second.gguf", bytes);
        assertEquals(bytes.length, store.bytesOnDisk());
        Path one = first.folder().resolve("first.gguf");
        Path other = second.folder().resolve("second.gguf");
        assertEquals(Files.getAttribute(one, "unix:ino"), Files.getAttribute(other, "unix:ino"));
        store.remove("first");
        assertEquals(Optional.empty(), verified("second"));
        assertEquals(bytes.length, store.bytesOnDisk());
        store.remove("second");
        assertEquals(0, store.bytesOnDisk());
        assertEquals(0, filesBelow(root.resolve("blobs")));
    }

    /** Contents that rotted on disk must not become part of the next model that has the same ones. */
    @Test
    void aDamagedContentIsNotShared() throws Exception {
        byte[] bytes = TinyGguf.model("Same");
        InstalledModel first = imported("first.gguf", bytes);
        flip(first.folder().resolve("first.gguf"));
        imported("second.gguf", bytes);
        assertEquals(Optional.empty(), verified("second"));
        assertTrue(verified("first").isPresent());
    }

    @Test
    void whatIsNotAsItWasIsFoundAtStart() throws Exception {
        Path file = imported("one.gguf", TinyGguf.model("One")).folder().resolve("one.gguf");
        FileTime time = Files.getLastModifiedTime(file);
        file.toFile().setWritable(true);
        byte[] bytes = Files.readAllBytes(file);

        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 1));
        assertDamaged("models.store.damage.size");
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, FileTime.fromMillis(time.toMillis() + 5000));
        assertDamaged("models.store.damage.changed");
        assertEquals(Optional.empty(), verified("one"), "touched, not changed");
        assertTrue(store.model("one").orElseThrow().source().isPresent());
        Path foreign = Files.write(file.resolveSibling("other.gguf"), bytes);
        assertDamaged("models.store.damage.foreign");
        Files.delete(foreign);
        assertTrue(store.model("one").orElseThrow().source().isPresent());
        Files.delete(file);
        assertDamaged("models.store.damage.gone");
    }

    @Test
    void aRottenByteIsFoundByReadingAndRemembered() throws Exception {
        InstalledModel model = imported("one.gguf", TinyGguf.model("One"));
        flip(model.folder().resolve("one.gguf"));
        assertTrue(store.model("one").orElseThrow().source().isPresent(), "size and time say nothing");
        assertEquals("models.store.damage.sum", verified("one").orElseThrow().key());
        store = reopened();
        assertDamaged("models.store.damage.sum");
        imported("one.gguf", TinyGguf.model("One"));
        store.remove("one");
        assertEquals(1, store.models().size(), "the second import got a name of its own");
    }

    @Test
    void hostileManifestsAreNotBelieved() throws Exception {
        imported("one.gguf", TinyGguf.model("One"));
        Path file = root.resolve("models/one/manifest");
        AtomicFile manifest = new AtomicFile(file, new AtomicFile.Format("ORRERMOD", 1));
        String sound = new String(
                ((dev.orrery.base.StoredContent.Intact) manifest.read(100_000)).bytes(), StandardCharsets.UTF_8);
        for (String[] change : new String[][] {
            {"\"one.gguf\"", "\"../../../../etc/passwd\""},
            {"\"one.gguf\"", "\"/etc/passwd\""},
            {"\"size\":", "\"size\":-"},
            {"\"id\":\"one\"", "\"id\":\"two\""},
            {"\"id\":\"one\"", "\"id\":\"..\""},
            {"\"sha256\":\"", "\"sha256\":\"zz"},
            {"\"engine\"", "\"surprise\":1,\"engine\""},
            {"\"files\":[", "\"files\":[],\"files\":["},
        }) {
            String hostile = sound.replace(change[0], change[1]);
            assertFalse(hostile.equals(sound), change[0]);
            manifest.write(hostile.getBytes(StandardCharsets.UTF_8));
            InstalledModel model = store.model("one").orElseThrow();
            assertTrue(model.source().isEmpty(), hostile);
        }
        Files.write(file, new byte[] {1, 2, 3});
        assertDamaged("models.store.damage.checksum");
        store.remove("one");
        assertEquals(List.of(), store.models());
    }

    @Test
    void whatAKilledProcessLeftIsClearedAway() throws Exception {
        imported("one.gguf", TinyGguf.model("One"));
        Path models = root.resolve("models");
        Files.createDirectories(models.resolve(".new-x-1/files"));
        Files.move(models.resolve("one"), models.resolve(".old-one"));
        store = reopened();
        assertEquals(Optional.empty(), verified("one"), "a replacement that was cut off leaves the old model");
        assertEquals(List.of("one"), names(models));
    }

    @Test
    void namesThatLeadAwayAreRefused() throws Exception {
        Path file = Files.write(folder.resolve("x.gguf"), TinyGguf.model("X"));
        for (String path : List.of("../x.gguf", "/x.gguf", "a/../../x.gguf")) {
            Content content = new Content(path, file, Files.size(file), "0".repeat(64), Content.Taking.MOVE);
            OrreryException refused = assertThrows(
                    OrreryException.class,
                    () -> store.publish(draft("x"), List.of(content), Progress.SILENT, Cancellation.NEVER));
            assertEquals("models.store.badname", refused.userMessage().key());
        }
        assertThrows(
                OrreryException.class,
                () -> store.publish(draft("../x"), List.of(), Progress.SILENT, Cancellation.NEVER));
        assertEquals(List.of(), store.models());
    }

    /** Lengths beyond an int and beyond 100 GB; the file is sparse, so its checksum is taken for granted here. */
    @Test
    void filesMayBeLargerThanAHundredGigabytes() throws Exception {
        Path big = store.incoming("big").resolve("0.part");
        long size = 110L << 30;
        try (RandomAccessFile file = new RandomAccessFile(big.toFile(), "rw")) {
            file.write(TinyGguf.model("Big"));
            file.setLength(size);
        }
        Content content = new Content("big.gguf", big, size, "b".repeat(64), Content.Taking.MOVE);
        InstalledModel model = store.publish(draft("big"), List.of(content), Progress.SILENT, Cancellation.NEVER);
        assertEquals(size, model.bytes());
        assertEquals(size, store.bytesOnDisk());
        assertTrue(reopened().model("big").orElseThrow().source().isPresent());
    }

    @Test
    void whatDoesNotFitIsRefusedBeforeAnythingIsWritten() throws Exception {
        store = ModelStore.open(root, InstantSource.fixed(NOW), place -> DiskSpace.RESERVE + 100);
        Path file = Files.write(folder.resolve("x.gguf"), TinyGguf.model("X"));
        OrreryException refused = assertThrows(OrreryException.class, () -> importing(file));
        assertEquals("models.store.full", refused.userMessage().key());
        assertEquals(0, filesBelow(root.resolve("blobs")));
        assertEquals(0, filesBelow(root.resolve("incoming")));
    }

    @Test
    void theLastUseIsRemembered() throws Exception {
        imported("one.gguf", TinyGguf.model("One"));
        Instant later = NOW.plusSeconds(3600);
        ModelStore.open(root, InstantSource.fixed(later), DiskSpace.SYSTEM).used("one");
        assertEquals(later, store.model("one").orElseThrow().used());
    }

    /** Stores on one folder, as several processes have them: no model is ever half there, and no shared content is lost. */
    @Test
    @Tag("slow")
    void severalStoresOnOneFolderDoNotHarmEachOther() throws Exception {
        byte[] bytes = TinyGguf.model("Same");
        List<Callable<Integer>> work = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Path file = Files.write(folder.resolve("model" + i + ".gguf"), bytes);
            String id = "model" + i;
            work.add(() -> {
                ModelStore own = reopened();
                for (int round = 0; round < 15; round++) {
                    new LocalImport(own).run(file, LocalImport.Mode.COPY, Progress.SILENT, Cancellation.NEVER);
                    assertEquals(Optional.empty(), own.model(id).orElseThrow().damage());
                    own.remove(id);
                }
                new LocalImport(own).run(file, LocalImport.Mode.COPY, Progress.SILENT, Cancellation.NEVER);
                return 0;
            });
        }
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (Future<Integer> done : threads.invokeAll(work)) {
                done.get();
            }
        }
        for (int i = 0; i < 6; i++) {
            assertEquals(Optional.empty(), verified("model" + i));
        }
        assertEquals(6, store.models().size());
        assertEquals(1, filesBelow(root.resolve("blobs")));
    }

    private ModelStore reopened() throws OrreryException {
        return ModelStore.open(root, InstantSource.fixed(NOW), DiskSpace.SYSTEM);
    }

    private InstalledModel imported(String name, byte[] bytes) throws IOException, OrreryException {
        return importing(Files.write(folder.resolve(name), bytes));
    }

    private InstalledModel importing(Path file) throws OrreryException {
        return new LocalImport(store).run(file, LocalImport.Mode.COPY, Progress.SILENT, Cancellation.NEVER);
    }

    private Optional<UserMessage> verified(String id) throws OrreryException {
        return store.verify(id, Progress.SILENT, Cancellation.NEVER);
    }

    private void assertDamaged(String key) throws OrreryException {
        InstalledModel model = store.models().getFirst();
        assertEquals(key, model.damage().orElseThrow().key());
        assertTrue(model.source().isEmpty(), "a damaged model is never loaded");
    }

    /** Changes a byte and nothing that the system would tell of. */
    private static void flip(Path file) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        file.toFile().setWritable(true);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(bytes.length() - 3);
            int old = bytes.read();
            bytes.seek(bytes.length() - 3);
            bytes.write(old ^ 1);
        }
        Files.setLastModifiedTime(file, time);
    }

    private static ModelDraft draft(String id) {
        return new ModelDraft(
                id,
                id,
                "",
                "gguf",
                "F32",
                java.util.Set.of(ModelTask.COMPLETION),
                false,
                Optional.empty(),
                new Origin(Origin.Kind.COPIED, "", ""),
                Terms.UNKNOWN);
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static long filesBelow(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
