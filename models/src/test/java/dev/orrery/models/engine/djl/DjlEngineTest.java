package dev.orrery.models.engine.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.api.ModelTask;
import dev.orrery.base.Progress;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.Generation;
import dev.orrery.models.engine.LoadOptions;
import dev.orrery.models.engine.LoadedModel;
import dev.orrery.models.engine.ModelSource;
import dev.orrery.models.engine.Prompt;
import dev.orrery.models.engine.Sampling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trained model of the test resources, int8, through libtorch. */
@Tag("slow")
class DjlEngineTest {
    private static final Path MODELS =
            Path.of("src/test/resources/dev/orrery/models").toAbsolutePath();
    private static final LoadOptions OPTIONS = new LoadOptions(0, 2, 0);
    private static final DjlEngine ENGINE =
            new DjlEngine(Path.of("target/natives").toAbsolutePath());

    @TempDir
    Path folder;

    @AfterAll
    static void end() {
        ENGINE.close();
    }

    @Test
    void writesJavaThatItHasLearned() throws EngineException {
        try (LoadedModel model = load("tiny-code")) {
            assertEquals(
                    java.util.Set.of(ModelTask.COMPLETION), model.capabilities().tasks());
            assertTrue(model.capabilities().infill());
            List<String> pieces = new ArrayList<>();
            Generation answer = model.generate(
                    gap("package dev.orrery.indexer;\n\nimport java.util.List;\nimport java.util.", ""),
                    sampling(8, "\n"),
                    pieces::add,
                    Cancellation.NEVER);
            assertEquals(answer.text(), String.join("", pieces));
            assertFalse(answer.text().isBlank());
            assertTrue(answer.promptTokens() > 5 && answer.tokens() > 0);
            assertFalse(answer.total().minus(answer.firstToken()).isNegative());
        }
    }

    @Test
    void readsOnlyWhatDiffersFromTheLastPrompt() throws EngineException {
        String before = "    private final List<String> names = new ArrayList<>();\n".repeat(6);
        try (LoadedModel model = load("tiny-code")) {
            Sampling sampling = sampling(12);
            assertEquals(
                    0, ask(model, gap(before + "    pub", "\n}\n"), sampling).reusedTokens());
            Generation longer = ask(model, gap(before + "    public v", "\n}\n"), sampling);
            assertTrue(longer.reusedTokens() > longer.promptTokens() / 2, longer.toString());
            Generation other = ask(model, gap("x" + before, "\n}\n"), sampling);
            assertTrue(other.reusedTokens() < 10, other.toString());
        }
    }

    @Test
    void stopsAtTheLimit() throws EngineException {
        try (LoadedModel model = load("tiny-code")) {
            Generation limited = ask(model, gap("class Foo {\n", ""), sampling(5));
            assertEquals(5, limited.tokens());
            assertEquals(Generation.End.LENGTH, limited.end());
        }
    }

    @Test
    void cancellingEndsItBetweenTwoTokens() throws EngineException {
        try (LoadedModel model = load("tiny-code")) {
            List<String> pieces = new ArrayList<>();
            assertThrows(
                    CancellationException.class,
                    () -> model.generate(
                            gap("class Foo {\n", ""), sampling(300), pieces::add, () -> pieces.size() >= 3));
            assertEquals(3, pieces.size());
            assertTrue(ask(model, gap("class Foo {\n", ""), sampling(3)).tokens() > 0);
        }
    }

    @Test
    void whatIsTooLongOrNotItsWorkIsRefused() throws EngineException {
        try (LoadedModel model = load("tiny-code")) {
            assertKind(
                    EngineException.Kind.TOO_LONG, () -> ask(model, gap("int x = 1;\n".repeat(1000), ""), sampling(5)));
            assertKind(EngineException.Kind.REFUSED, () -> ask(model, new Prompt.Chat(List.of()), sampling(5)));
            assertKind(EngineException.Kind.REFUSED, () -> model.embed(List.of("x"), Cancellation.NEVER));
            assertKind(
                    EngineException.Kind.TIMED_OUT,
                    () -> ask(
                            model, gap("class Foo {\n", ""), new Sampling(400, 0, List.of(), 0, Duration.ofNanos(1))));
        }
    }

    @Test
    void embedsTextsAsVectors() throws EngineException {
        try (LoadedModel model = load("tiny-embedding")) {
            List<float[]> vectors = model.embed(
                    List.of("read a file", "read the file", "private static final int", ""), Cancellation.NEVER);
            assertEquals(4, vectors.size());
            assertEquals(1, dot(vectors.get(0), vectors.get(0)), 1e-3);
            assertTrue(dot(vectors.get(0), vectors.get(1)) > dot(vectors.get(0), vectors.get(2)));
            assertEquals(0, dot(vectors.get(3), vectors.get(3)));
        }
    }

    @Test
    void unloadingGivesTheMemoryBack() throws EngineException {
        LoadedModel model = load("tiny-code");
        ask(model, gap("class Foo {\n", ""), sampling(20));
        long loaded = model.memoryBytes();
        assertTrue(loaded > 800_000, "weights and cache: " + loaded);
        model.close();
        model.close();
        assertEquals(0, model.memoryBytes());
        assertFalse(model.health().able());
        assertKind(EngineException.Kind.UNAVAILABLE, () -> ask(model, gap("x", ""), sampling(1)));
    }

    @Test
    void damagedFilesAreRefused() throws IOException {
        byte[] whole = Files.readAllBytes(MODELS.resolve("tiny-code/model.pt"));
        copy("tiny-code");
        Files.write(folder.resolve("model.pt"), Arrays.copyOf(whole, whole.length / 2));
        assertKind(EngineException.Kind.BAD_MODEL, this::loadCopy);
        Files.write(folder.resolve("model.pt"), whole);
        Files.writeString(
                folder.resolve("model.json"),
                Files.readString(folder.resolve("model.json")).replace("\"model.pt\"", "\"../model.pt\""));
        assertKind(EngineException.Kind.BAD_MODEL, this::loadCopy);
        Files.delete(folder.resolve("model.json"));
        assertKind(EngineException.Kind.BAD_MODEL, this::loadCopy);
    }

    @Test
    void aModelThatIsNotAsItSaysIsToldAtTheFirstQuestion() throws IOException, EngineException {
        copy("tiny-code");
        Files.writeString(
                folder.resolve("model.json"),
                Files.readString(folder.resolve("model.json")).replace("\"layers\": 3", "\"layers\": 2"));
        try (LoadedModel model = loadCopy()) {
            assertKind(EngineException.Kind.BAD_MODEL, () -> ask(model, gap("class", ""), sampling(3)));
        }
    }

    @Test
    void aCancelledLoadLeavesNothing() {
        assertThrows(
                CancellationException.class,
                () -> ENGINE.load(
                        new ModelSource.Files("m", MODELS.resolve("tiny-code")), OPTIONS, Progress.SILENT, () -> true));
    }

    private LoadedModel loadCopy() throws EngineException {
        return ENGINE.load(new ModelSource.Files("copy", folder), OPTIONS, Progress.SILENT, Cancellation.NEVER);
    }

    private void copy(String name) throws IOException {
        for (String file : List.of("model.pt", "model.json", "tokenizer.json")) {
            Files.copy(MODELS.resolve(name).resolve(file), folder.resolve(file));
        }
    }

    private static LoadedModel load(String name) throws EngineException {
        return ENGINE.load(
                new ModelSource.Files(name, MODELS.resolve(name)), OPTIONS, Progress.SILENT, Cancellation.NEVER);
    }

    private static Generation ask(LoadedModel model, Prompt prompt, Sampling sampling) throws EngineException {
        return model.generate(prompt, sampling, piece -> {}, Cancellation.NEVER);
    }

    private static Prompt gap(String prefix, String suffix) {
        return new Prompt.Infill("", prefix, suffix, "");
    }

    private static Sampling sampling(int most, String... stops) {
        return new Sampling(most, 0, List.of(stops), 0, Duration.ofMinutes(2));
    }

    private static double dot(float[] left, float[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    private static void assertKind(EngineException.Kind kind, org.junit.jupiter.api.function.Executable asked) {
        assertEquals(kind, assertThrows(EngineException.class, asked).kind());
    }
}
