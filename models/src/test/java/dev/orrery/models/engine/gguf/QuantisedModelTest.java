package dev.orrery.models.engine.gguf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.base.Progress;
import dev.orrery.models.engine.LoadOptions;
import dev.orrery.models.engine.LoadedModel;
import dev.orrery.models.engine.ModelSource;
import dev.orrery.models.engine.Prompt;
import dev.orrery.models.engine.Sampling;
import dev.orrery.models.gguf.GgufQuantiser;
import dev.orrery.models.gguf.TensorType;
import dev.orrery.models.gguf.TinyGguf;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was quantised here is loaded by llama.cpp and says about the same. */
@Tag("slow")
class QuantisedModelTest {
    private static final List<String> TEXTS = List.of("the inner thing", "class Cart { int total; }", "z");

    @TempDir
    Path folder;

    private final GgufEngine engine = new GgufEngine(Path.of("target/natives").toAbsolutePath());

    @AfterEach
    void end() {
        engine.close();
    }

    @Test
    void vectorsHardlyTurn() throws Exception {
        Path whole = TinyGguf.seeded(5).embedding().writeTo(folder.resolve("whole"));
        List<float[]> before = embedded(whole);
        assertTrue(least(before, embedded(copy(whole, TensorType.Q8_0))) > 0.9995);
        assertTrue(least(before, embedded(copy(whole, TensorType.Q4_0))) > 0.95);
    }

    @Test
    void itWritesLikeTheOriginal() throws Exception {
        Path whole = TinyGguf.seeded(1).writeTo(folder.resolve("whole"));
        String before = answer(whole);
        String after = answer(copy(whole, TensorType.Q8_0));
        assertEquals(before.substring(0, 3), after.substring(0, 3), before + " / " + after);
        assertTrue(answer(copy(whole, TensorType.Q4_0)).matches("[a-z ]{20}"));
    }

    private Path copy(Path whole, TensorType type) throws Exception {
        Path copy = Files.createDirectories(folder.resolve(type.name())).resolve("tiny.gguf");
        GgufQuantiser.of(whole, type).write(whole, copy, "stage", Progress.SILENT, Cancellation.NEVER);
        return copy;
    }

    private LoadedModel load(Path file) throws Exception {
        return engine.load(
                new ModelSource.Files("tiny", file.getParent()),
                new LoadOptions(0, 2, 0),
                Progress.SILENT,
                Cancellation.NEVER);
    }

    private List<float[]> embedded(Path file) throws Exception {
        try (LoadedModel model = load(file)) {
            return model.embed(TEXTS, Cancellation.NEVER);
        }
    }

    private String answer(Path file) throws Exception {
        try (LoadedModel model = load(file)) {
            Sampling sampling = new Sampling(20, 0, List.of(), 0, Duration.ofMinutes(1));
            return model.generate(
                            new Prompt.Infill("", "return the ", "}", ""), sampling, piece -> {}, Cancellation.NEVER)
                    .text();
        }
    }

    /** The smallest cosine of two vectors of the same text. */
    private static double least(List<float[]> some, List<float[]> others) {
        double least = 1;
        for (int i = 0; i < some.size(); i++) {
            double dot = 0;
            double one = 0;
            double other = 0;
            for (int j = 0; j < some.get(i).length; j++) {
                dot += some.get(i)[j] * others.get(i)[j];
                one += some.get(i)[j] * some.get(i)[j];
                other += others.get(i)[j] * others.get(i)[j];
            }
            least = Math.min(least, dot / Math.sqrt(one * other));
        }
        return least;
    }
}
