package dev.orrery.models.engine.djl;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.orrery.models.engine.EngineException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TorchArchiveTest {
    @TempDir
    Path folder;

    private final Map<String, String> entries = new LinkedHashMap<>(Map.of(
            "model/data.pkl", "pickle",
            "model/constants.pkl", "pickle",
            "model/version", "3\n",
            "model/data/0", "tensor",
            "model/code/__torch__/network.py", "class Decoder(Module):\n  pass\n",
            "model/code/__torch__/network.py.debug_pkl", "pickle"));

    @Test
    void whatTorchWritesIsTaken() {
        assertDoesNotThrow(() -> TorchArchive.check(zip()));
        assertDoesNotThrow(
                () -> TorchArchive.check(Path.of("src/test/resources/dev/orrery/models/tiny-code/model.pt")));
    }

    @Test
    void aPickleIsRefused() throws IOException {
        byte[] pickle = {(byte) 0x80, 2, '}', 'q', 0, '.'};
        refused("models.djl.noarchive", Files.write(folder.resolve("model.pt"), pickle));
        refused("models.djl.noarchive", Files.write(folder.resolve("empty.pt"), new byte[0]));
    }

    @Test
    void aCheckpointInAZipIsRefused() throws IOException {
        entries.remove("model/constants.pkl");
        entries.keySet().removeIf(name -> name.contains("/code/"));
        refused("models.djl.checkpoint", zip());
    }

    @Test
    void halfAFileIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(zip());
        refused(
                "models.djl.noarchive",
                Files.write(folder.resolve("half.pt"), java.util.Arrays.copyOf(whole, whole.length / 2)));
    }

    @Test
    void whatDoesNotBelongThereIsRefused() throws IOException {
        for (String name : new String[] {
            "model/run.sh", "../evil", "model/../../evil", "model/data/x", "model/extra/evil.so", "other/data.pkl"
        }) {
            entries.put(name, "evil");
            refused("models.djl.archive", zip());
            entries.remove(name);
        }
    }

    @Test
    void codeThatOpensFilesIsRefused() throws IOException {
        entries.put("model/code/__torch__/evil.py", "x = torch.from_file(\"/etc/passwd\", False, 100)\n");
        refused("models.djl.opensfiles", zip());
    }

    @Test
    void packedTensorsAreRefused() throws IOException {
        Path file = folder.resolve("bomb.pt");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getKey().equals("model/data/0") ? new byte[1 << 20] : bytes(entry.getValue()));
            }
        }
        refused("models.djl.archive", file);
    }

    private static void refused(String key, Path file) {
        EngineException refused = assertThrows(EngineException.class, () -> TorchArchive.check(file));
        assertEquals(EngineException.Kind.BAD_MODEL, refused.kind());
        assertEquals(key, refused.userMessage().key());
    }

    private Path zip() throws IOException {
        Path file = Files.createTempFile(folder, "model", ".pt");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                byte[] content = bytes(entry.getValue());
                ZipEntry stored = new ZipEntry(entry.getKey());
                CRC32 sum = new CRC32();
                sum.update(content);
                stored.setMethod(ZipEntry.STORED);
                stored.setSize(content.length);
                stored.setCrc(sum.getValue());
                zip.putNextEntry(stored);
                zip.write(content);
            }
        }
        return file;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
