package dev.orrery.models.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.base.Progress;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.LoadedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelBenchTest {
    @TempDir
    private Path folder;

    /** The fake reads 100 tokens in 20 ms and makes 10 more in 100. */
    @Test
    void figuresAreTheEnginesOwn() throws EngineException {
        FakeEngine engine = new FakeEngine();
        AtomicLong nanos = new AtomicLong();
        try (LoadedModel model =
                engine.load(engine.entry("a", 1).source(), FakeEngine.OPTIONS, Progress.SILENT, Cancellation.NEVER)) {
            ModelBench bench = new ModelBench(
                    () -> Instant.EPOCH,
                    () -> nanos.addAndGet(Duration.ofMillis(500).toNanos()));
            BenchResult result = bench.run("a", model, Duration.ofSeconds(10), Cancellation.NEVER);
            assertEquals(20, result.firstTokenMillis(), 1e-9);
            assertEquals(5000, result.promptTokensPerSecond(), 1e-9);
            assertEquals(100, result.tokensPerSecond(), 1e-9);
            assertEquals(120, result.lineP95Millis(), 1e-9);
            assertEquals(20, result.answers());
        }
    }

    @Test
    void theLastTenOfEachModelAreKept() throws IOException {
        Path file = folder.resolve("bench");
        BenchHistory history = new BenchHistory(file);
        for (int run = 0; run < 13; run++) {
            history.add(result("a", run));
            history.add(result("b", run));
        }
        List<BenchResult> kept = new BenchHistory(file).of("a");
        assertEquals(10, kept.size());
        assertEquals(result("a", 3), kept.getFirst());
        assertEquals(12, history.speed("a").orElseThrow().tokensPerSecond());
        assertTrue(history.speed("c").isEmpty());
    }

    @Test
    void aDamagedHistoryIsSetAside() throws IOException {
        Path file = folder.resolve("bench");
        Files.writeString(file, "nonsense");
        assertEquals(List.of(), new BenchHistory(file).of("a"));
        new BenchHistory(file).add(result("a", 1));
        assertEquals(1, new BenchHistory(file).of("a").size());
    }

    private static BenchResult result(String model, int speed) {
        return new BenchResult(model, Instant.ofEpochMilli(speed), 1, 2, speed, 4, 5);
    }
}
