package dev.orrery.models.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.base.Progress;
import dev.orrery.models.gguf.GgufFile;
import dev.orrery.models.gguf.TensorType;
import dev.orrery.models.store.Quantisation.Bits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuantisationTest {
    private static final Path TORCH = Path.of("src/test/resources/dev/orrery/models/tiny-code");

    @TempDir
    Path folder;

    @Test
    void theCopyStandsBesideItsOriginal() throws Exception {
        ModelStore store = opened(path -> 1L << 40);
        InstalledModel whole = imported(store);
        InstalledModel copy = new Quantisation(store).run(whole, Bits.EIGHT, Progress.SILENT, Cancellation.NEVER);
        assertEquals("tiny-q8_0", copy.id());
        assertEquals("tiny Q8_0", copy.name());
        assertEquals("Q8_0", copy.draft().quantisation());
        assertEquals(whole.draft().shape(), copy.draft().shape());
        assertEquals(whole.draft().terms(), copy.draft().terms());
        assertEquals(new Origin(Origin.Kind.QUANTISED, "tiny", ""), copy.draft().origin());
        assertEquals(Quantisation.bytes(whole, Bits.EIGHT), Optional.of(copy.bytes()));
        assertEquals(
                TensorType.Q8_0,
                GgufFile.read(copy.folder().resolve("tiny.gguf")).quantisation());
        assertEquals(List.of(whole, copy), opened(path -> 1L << 40).models());
        assertEquals(Optional.empty(), store.verify("tiny", Progress.SILENT, Cancellation.NEVER));
        InstalledModel again = new Quantisation(store).run(whole, Bits.EIGHT, Progress.SILENT, Cancellation.NEVER);
        assertEquals("tiny-q8_0-2", again.id());
        assertEquals(whole.bytes() + copy.bytes(), store.bytesOnDisk(), "equal contents lie once");
        assertRefused("models.quantise.already", store, copy);
    }

    @Test
    void whatCannotBeMadeIsRefusedBeforeItIsBegun() throws Exception {
        ModelStore full = opened(path -> DiskSpace.RESERVE + 100_000);
        InstalledModel referenced = new LocalImport(full)
                .run(
                        dev.orrery.models.gguf.TinyGguf.seeded(1).writeTo(folder.resolve("given")),
                        LocalImport.Mode.REFERENCE,
                        Progress.SILENT,
                        Cancellation.NEVER);
        assertRefused("models.store.full", full, referenced);
        ModelStore store = opened(path -> 1L << 40);
        InstalledModel torch =
                new LocalImport(store).run(TORCH, LocalImport.Mode.COPY, Progress.SILENT, Cancellation.NEVER);
        assertRefused("models.quantise.engine", store, torch);
        assertEquals(Optional.empty(), Quantisation.bytes(torch, Bits.FOUR));
        assertEquals(2, store.models().size());
    }

    @Test
    void aCancelledOneLeavesNothing() throws Exception {
        ModelStore store = opened(path -> 1L << 40);
        InstalledModel whole = imported(store);
        assertThrows(CancellationException.class, () -> new Quantisation(store)
                .run(whole, Bits.FOUR, Progress.SILENT, () -> true));
        assertEquals(List.of(whole), store.models());
        try (var left = Files.list(folder.resolve("store/incoming"))) {
            assertEquals(0, left.count());
        }
    }

    /** What a killed process was making is gone when the store is opened next; what a living one makes stays. */
    @Test
    void whatAKilledProcessLeftIsClearedAway() throws Exception {
        ModelStore store = opened(path -> 1L << 40);
        Path ours = store.scratch("tiny");
        long gone = 99_999_999_999L;
        Path theirs = Files.createDirectory(folder.resolve("store/incoming/~" + gone + "-1-tiny"));
        Path paused = store.incoming("phi-4-mini");
        opened(path -> 1L << 40);
        assertTrue(Files.exists(ours));
        assertTrue(Files.exists(paused));
        assertFalse(Files.exists(theirs));
        assertEquals(List.of(paused), store.incoming());
    }

    private ModelStore opened(DiskSpace disk) throws OrreryException {
        return ModelStore.open(folder.resolve("store"), InstantSource.system(), disk);
    }

    private InstalledModel imported(ModelStore store) throws OrreryException {
        Path file = dev.orrery.models.gguf.TinyGguf.seeded(1).writeTo(folder.resolve("given"));
        return new LocalImport(store).run(file, LocalImport.Mode.COPY, Progress.SILENT, Cancellation.NEVER);
    }

    private static void assertRefused(String key, ModelStore store, InstalledModel model) {
        OrreryException refused = assertThrows(OrreryException.class, () -> new Quantisation(store)
                .run(model, Bits.EIGHT, Progress.SILENT, Cancellation.NEVER));
        assertEquals(key, refused.userMessage().key());
    }
}
