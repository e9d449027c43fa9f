package dev.orrery.models.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.OrreryException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsProbeTest {
    @TempDir
    Path folder;

    @Test
    void knowsWhatEnginesLoad() throws Exception {
        assertEquals(WeightsProbe.Kind.GGUF, WeightsProbe.of(file("a.bin", TinyGguf.model("T")), "a"));
        assertEquals(
                WeightsProbe.Kind.TORCHSCRIPT,
                WeightsProbe.of(
                        zip("m.pt", "m/data.pkl", "m/code/__torch__.py", "m/constants.pkl", "m/data/0"), "m.pt"));
    }

    @Test
    void refusesWhatRunsWhenItIsRead() throws Exception {
        byte[] pickle = {(byte) 0x80, 4, (byte) 0x95, 0, 0, 0, 0, 0, 0, 0, 0, '.'};
        assertEquals("models.store.pickle", refusal(file("model.pt", pickle)));
        assertEquals("models.store.pickle", refusal(zip("w.pt", "archive/data.pkl", "archive/data/0")));
        assertEquals("models.store.pickle", refusal(zip("c.pt", "archive/data.pkl", "archive/code/x.py")));
        assertEquals(
                "models.store.pickle",
                refusal(file("pytorch_model.bin", "cos\nsystem\n(S'x'\ntR.".getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void refusesWhatNoEngineLoads() throws Exception {
        assertEquals("models.store.unknownkind", refusal(file("photo.gguf", new byte[] {'J', 'F', 'I', 'F', 0, 0})));
        assertEquals("models.store.unknownkind", refusal(file("empty.gguf", new byte[0])));
        assertEquals("models.store.unknownkind", refusal(zip("book.zip", "a.txt")));
        byte[] safetensors = "\u0010\0\0\0\0\0\0\0{\"a\":{}}       ".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("models.store.safetensors", refusal(file("model.safetensors", safetensors)));
    }

    @Test
    void refusesHalves() throws Exception {
        byte[] whole = TinyGguf.model("T");
        assertEquals("models.gguf.outside", refusal(file("half.gguf", Arrays.copyOf(whole, whole.length - 1))));
        assertTrue(refusal(file("head.gguf", Arrays.copyOf(whole, 40))).startsWith("models.gguf."));
        byte[] zip = Files.readAllBytes(zip("m.pt", "m/data.pkl", "m/code/a.py", "m/constants.pkl"));
        assertEquals("models.store.badzip", refusal(file("cut.pt", Arrays.copyOf(zip, zip.length - 30))));
    }

    private static String refusal(Path file) {
        return assertThrows(
                        OrreryException.class,
                        () -> WeightsProbe.of(file, file.getFileName().toString()))
                .userMessage()
                .key();
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private Path zip(String name, String... entries) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(entry.getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
