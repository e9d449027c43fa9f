package dev.orrery.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsLoadCommandTest {
    @TempDir
    private Path folder;

    private CliRun run(String... arguments) {
        return CliRun.of(folder.resolve("home"), arguments);
    }

    private static Map<?, ?> fitting(String schema, CliRun run) throws IOException {
        assertEquals(0, run.status(), run.err());
        assertEquals(List.of(), JsonSchema.of(schema).faults(Json.parse(run.out())), run.out());
        return (Map<?, ?>) Json.parse(run.out());
    }

    @Test
    void theBuiltInModelLoads() throws IOException {
        assertEquals(
                "orrery-ngram",
                fitting("models-load", run("models", "load", "orrery-ngram", "--json"))
                        .get("id"));
        assertTrue(run("models", "load", "orrery-ngram").out().startsWith("orrery-ngram: loaded by ngram"));
    }

    @Test
    void aBenchmarkIsKeptBesideTheNextOne() throws IOException {
        CliRun first = run("models", "bench", "orrery-ngram", "--seconds", "1");
        assertEquals(0, first.status(), first.err());
        Map<?, ?> second = fitting("models-bench", run("models", "bench", "orrery-ngram", "--seconds", "1", "--json"));
        assertEquals(1, ((List<?>) second.get("before")).size());
    }

    @Test
    void whatIsNotHereIsSaid() {
        assertEquals(1, run("models", "load", "nobody").status());
        assertEquals(1, run("models", "bench", "nobody").status());
        assertEquals(2, run("models", "bench", "orrery-ngram", "--seconds", "0").status());
    }
}
