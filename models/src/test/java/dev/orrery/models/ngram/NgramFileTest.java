package dev.orrery.models.ngram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Document;
import dev.orrery.base.AtomicFile;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NgramFileTest {
    private final long seed = Long.getLong("orrery.test.seed", System.nanoTime());

    @TempDir
    private Path folder;

    private static NgramModel model() {
        NgramModel model = new NgramModel();
        model.learn(new Document("gone.java", 0, "a word that nobody uses;"));
        model.forget("gone.java");
        model.learn(new Document("a/A.java", 0, "int größe = list.size();\nreturn größe;\n"));
        model.learn(new Document("a/B.java", 0, "list.add(\"" + "x".repeat(100) + "\");\n"));
        return model;
    }

    @Test
    void whatWasWrittenIsRead() throws IOException {
        NgramFile file = new NgramFile(folder.resolve("m"));
        NgramModel written = model();
        file.write(written);
        NgramFile.Opened opened = file.read();
        assertTrue(opened.trouble().isEmpty());
        assertEquals(written.files(), opened.model().files());
        Caret caret = Caret.of("a/C.java", "list.", "");
        assertEquals(written.candidates(caret, 10), opened.model().candidates(caret, 10));
        assertEquals(
                NgramModel.Outcome.KNOWN,
                opened.model().learn(new Document("a/A.java", 1, "int größe = list.size();\nreturn größe;\n")));
        assertEquals(-1, opened.model().vocabulary().find("nobody", 0, 6));
    }

    @Test
    void withoutAFileNothingIsKnownAndNothingIsWrong() throws IOException {
        NgramFile.Opened opened = new NgramFile(folder.resolve("m")).read();
        assertTrue(opened.trouble().isEmpty());
        assertTrue(opened.model().files().isEmpty());
    }

    /** Checksums find an accident; whoever writes a lying file with a right checksum gets an empty model, not an error or a full heap. */
    @Test
    void damagedAndLyingFilesAreSetAside() throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Path path = folder.resolve("m");
        for (int round = 0; round < 100; round++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (var out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
                int numbers = random.nextInt(12);
                for (int number = 0; number < numbers; number++) {
                    out.writeInt(random.nextBoolean() ? random.nextInt(4) : random.nextInt());
                }
                if (random.nextBoolean()) {
                    out.writeInt(1);
                    out.writeInt(1);
                }
            }
            new AtomicFile(path, new AtomicFile.Format("ORRNGRAM", 1)).write(bytes.toByteArray());
            new NgramFile(path).read();
            Files.deleteIfExists(path);
        }
        new NgramFile(path).write(model());
        byte[] written = Files.readAllBytes(path);
        written[random.nextInt(written.length)] ^= 4;
        Files.write(path, written);
        NgramFile.Opened opened = new NgramFile(path).read();
        assertTrue(opened.trouble().isPresent(), "seed " + seed);
        assertFalse(Files.exists(path));
    }
}
