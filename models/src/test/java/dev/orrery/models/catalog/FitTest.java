package dev.orrery.models.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.models.catalog.FitHistory.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitTest {
    private static final ModelShape QWEN_1_5B = new ModelShape(28, 2, 128, 151936, 32768);

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} of {1} with {2}: {3}")
    @CsvSource({
        "500, 1000, 1, EASILY",
        "501, 1000, 1, YES",
        "800, 1000, 1, YES",
        "801, 1000, 1, TIGHT",
        "1000, 1000, 1, TIGHT",
        "1001, 1000, 1, TOO_BIG",
        "500, 1000, 1.5, YES",
        "500, 1000, 2.1, TOO_BIG",
        "1, 0, 1, TOO_BIG",
    })
    void verdicts(long predicted, long free, double correction, Fit.Verdict verdict) {
        assertEquals(
                verdict,
                Fit.of(new Footprint(predicted, 0, 0), correction, free).verdict());
    }

    /** 2 (key, value) x 2 bytes x 28 layers x 2 heads x 128 x 4096 tokens. */
    @Test
    void theCacheGrowsWithTheContext() {
        assertEquals(117_440_512, QWEN_1_5B.cacheBytes(4096, 2));
        Footprint footprint = Footprint.of("gguf", 1_117_320_768, QWEN_1_5B, 4096);
        assertEquals(117_440_512, footprint.cacheBytes());
        assertEquals(
                Footprint.of("gguf", 1, QWEN_1_5B, 32768).cacheBytes(),
                Footprint.of("gguf", 1, QWEN_1_5B, 1_000_000).cacheBytes(),
                "no more than the model can read");
        assertEquals(2 * 117_440_512, Footprint.of("djl", 1, QWEN_1_5B, 4096).cacheBytes());
    }

    @Test
    void thePredictionLearnsAndOneOddMeasurementDoesNotRule() throws IOException {
        FitHistory history = new FitHistory(folder.resolve("fit"));
        assertEquals(1, history.correction("gguf", "Q4_K_M"));
        history.add(seen("Q4_K_M", 100, 120));
        assertEquals(1.1, history.correction("gguf", "Q4_K_M"), 1e-9);
        for (int i = 0; i < 6; i++) {
            history.add(seen("Q4_K_M", 1000, 1200));
        }
        assertEquals(1.2, history.correction("gguf", "Q4_K_M"), 1e-9);
        history.add(seen("Q4_K_M", 1, 1_000_000));
        history.add(seen("Q4_K_M", 1_000_000, 1));
        assertEquals(1.2, history.correction("gguf", "Q4_K_M"), 1e-9);
        assertEquals(1, history.correction("gguf", "Q8_0"), "another quantisation");
        assertEquals(1.2, new FitHistory(folder.resolve("fit")).correction("gguf", "Q4_K_M"), 1e-9, "kept");
    }

    @Test
    void newExperienceReplacesOld() throws IOException {
        FitHistory history = new FitHistory(folder.resolve("fit"));
        for (int i = 0; i < 40; i++) {
            history.add(seen("Q8_0", 100, i < 20 ? 200 : 90));
        }
        assertEquals(0.9, history.correction("gguf", "Q8_0"), 1e-9);
    }

    @Test
    void aDamagedHistoryCostsTheExperienceOnly() throws IOException {
        Path file = folder.resolve("fit");
        new FitHistory(file).add(seen("Q8_0", 100, 200));
        Files.writeString(file, "garbage");
        FitHistory history = new FitHistory(file);
        assertEquals(1, history.correction("gguf", "Q8_0"));
        history.add(seen("Q8_0", 100, 200));
        assertEquals(1.5, new FitHistory(file).correction("gguf", "Q8_0"), 1e-9);
    }

    private static Observation seen(String quantisation, long predicted, long measured) {
        return new Observation("m", "gguf", quantisation, predicted, measured, Instant.EPOCH);
    }
}
