package dev.orrery.models.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.base.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalImportTest {
    @TempDir
    Path folder;

    private ModelStore store;

    @BeforeEach
    void open() throws OrreryException {
        store = ModelStore.open(folder.resolve("store"), InstantSource.system(), DiskSpace.SYSTEM);
    }

    @Test
    void aReferencedFileStaysWhereItIs() throws Exception {
        Path file = write("mine/Big Model.gguf", TinyGguf.model("Big"));
        InstalledModel model = run(file, LocalImport.Mode.REFERENCE);
        assertEquals("big_model", model.id());
        assertEquals(0, store.bytesOnDisk());
        assertEquals(List.of("Big_Model.gguf"), names(model));
        assertTrue(model.source().isPresent());
        Files.writeString(file, "GGUF, but no more");
        assertTrue(store.model("big_model").orElseThrow().source().isEmpty(), "what it refers to has changed");
        store.remove("big_model");
        assertTrue(Files.exists(file), "it is not ours");
    }

    @Test
    void aFolderComesWithItsSideFiles() throws Exception {
        write("mine/model.gguf", TinyGguf.model("M"));
        write("mine/tokenizer.json", new byte[] {'{', '}'});
        write("mine/LICENSE", new byte[] {'x'});
        write("mine/.git/config", new byte[] {'x'});
        InstalledModel model = run(folder.resolve("mine"), LocalImport.Mode.COPY);
        assertEquals("mine", model.id());
        assertEquals(List.of("LICENSE", "model.gguf", "tokenizer.json"), names(model));
    }

    @Test
    void aPickleInAFolderRefusesTheFolder() throws Exception {
        write("mine/model.gguf", TinyGguf.model("M"));
        write("mine/pytorch_model.bin", new byte[] {(byte) 0x80, 2, '.'});
        OrreryException refused =
                assertThrows(OrreryException.class, () -> run(folder.resolve("mine"), LocalImport.Mode.COPY));
        assertEquals("models.store.pickle", refused.userMessage().key());
        assertEquals(List.of(), store.models());
    }

    @Test
    void linksInAFolderAreNotFollowed() throws Exception {
        write("secret.json", new byte[] {'s'});
        write("mine/model.gguf", TinyGguf.model("M"));
        Files.createSymbolicLink(folder.resolve("mine/config.json"), folder.resolve("secret.json"));
        assertEquals(List.of("model.gguf"), names(run(folder.resolve("mine"), LocalImport.Mode.COPY)));
    }

    @Test
    void allPartsComeTogetherOrNotAtAll() throws Exception {
        Path first = write("m-00001-of-00002.gguf", TinyGguf.model("M"));
        OrreryException refused = assertThrows(OrreryException.class, () -> run(first, LocalImport.Mode.COPY));
        assertEquals("models.store.nopart", refused.userMessage().key());
        write("m-00002-of-00002.gguf", new TinyGguf().bytes(8));
        InstalledModel model = run(first, LocalImport.Mode.COPY);
        assertEquals(List.of("m-00001-of-00002.gguf", "m-00002-of-00002.gguf"), names(model));
        assertEquals("m", model.id());
    }

    @Test
    void aTorchScriptModelComesWithItsDescription() throws Exception {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (java.util.zip.ZipOutputStream zip = new java.util.zip.ZipOutputStream(bytes)) {
            for (String entry : List.of("m/data.pkl", "m/code/m.py", "m/constants.pkl")) {
                zip.putNextEntry(new java.util.zip.ZipEntry(entry));
            }
        }
        Path weights = write("torch/model.pt", bytes.toByteArray());
        for (Path source : List.of(weights, weights.getParent())) {
            OrreryException refused = assertThrows(OrreryException.class, () -> run(source, LocalImport.Mode.COPY));
            assertEquals("models.store.nodescription", refused.userMessage().key());
        }
        String description =
                "{'format':1,'kind':'decoder','file':'model.pt','context':512,'layers':3,'heads':4,'headSize':32,'tasks':['COMPLETION']}";
        write("torch/model.json", description.replace('\'', '"').getBytes(java.nio.charset.StandardCharsets.UTF_8));
        InstalledModel model = run(weights.getParent(), LocalImport.Mode.COPY);
        assertEquals("djl", model.engine());
        assertEquals(3, model.draft().shape().orElseThrow().layers());
        assertEquals(List.of("model.json", "model.pt"), names(model));
    }

    @Test
    void aCancelledImportLeavesNothing() throws Exception {
        Path file = write("m.gguf", TinyGguf.model("M"));
        assertThrows(CancellationException.class, () -> new LocalImport(store)
                .run(file, LocalImport.Mode.COPY, Progress.SILENT, () -> true));
        assertEquals(List.of(), store.models());
        assertEquals(List.of(), store.incoming());
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThrows(OrreryException.class, () -> run(folder.resolve("none.gguf"), LocalImport.Mode.COPY));
    }

    private InstalledModel run(Path source, LocalImport.Mode mode) throws OrreryException {
        return new LocalImport(store).run(source, mode, Progress.SILENT, Cancellation.NEVER);
    }

    private static List<String> names(InstalledModel model) {
        return model.files().stream().map(StoredFile::path).toList();
    }

    private Path write(String path, byte[] bytes) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }
}
