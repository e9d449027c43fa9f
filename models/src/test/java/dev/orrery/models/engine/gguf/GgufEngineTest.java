package dev.orrery.models.engine.gguf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import dev.orrery.models.gguf.TinyGguf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small model with random weights, really run by llama.cpp in its process. */
@Tag("slow")
class GgufEngineTest {
    private static final LoadOptions OPTIONS = new LoadOptions(0, 2, 0);
    private static final Path NATIVES = Path.of("target/natives").toAbsolutePath();
    private static final String TEMPLATE =
            "{% for m in messages %}<|end|>{{ m['role'] }}: {{ m['content'] }}{% endfor %}<|end|>assistant:";

    @TempDir
    Path folder;

    private final GgufEngine engine = new GgufEngine(NATIVES);

    @AfterEach
    void end() {
        engine.close();
    }

    @Test
    void answersTheSameEachTimeAndReusesThePrompt() throws EngineException {
        try (LoadedModel model = load(TinyGguf.seeded(1))) {
            assertEquals(Set.of(ModelTask.COMPLETION), model.capabilities().tasks());
            assertTrue(model.capabilities().infill());
            List<String> pieces = new ArrayList<>();
            Generation first =
                    model.generate(gap("return the ".repeat(30), "}"), sampling(20), pieces::add, Cancellation.NEVER);
            assertEquals(first.text(), String.join("", pieces));
            assertTrue(first.text().matches("[a-z ]{20}"), first.text());
            assertEquals(20, first.tokens());
            assertEquals(Generation.End.LENGTH, first.end());
            Generation second = ask(model, gap("return the ".repeat(30), "}"), sampling(20));
            assertEquals(first.text(), second.text());
            assertEquals(first.promptTokens() - 1, second.reusedTokens());
            assertTrue(model.memoryBytes() > 10_000_000, "the process is measured");
        }
    }

    @Test
    void whatLooksLikeAMarkInTextIsText() throws EngineException {
        try (LoadedModel model = load(TinyGguf.seeded(1))) {
            int plain = ask(model, gap("x", ""), sampling(1)).promptTokens();
            int spelled =
                    ask(model, gap("x" + TinyGguf.PREFIX, ""), sampling(1)).promptTokens();
            assertTrue(spelled > plain + 8, "one by one: " + spelled);
            int gap = ask(model, gap("x", "y"), sampling(1)).promptTokens();
            assertEquals(plain + 4, gap, "three marks and the suffix");
        }
    }

    @Test
    void stopsAndCancelsWhileItWrites() throws EngineException {
        try (LoadedModel model = load(TinyGguf.seeded(3))) {
            Generation whole = ask(model, gap("the", ""), sampling(40));
            String stop = whole.text().substring(10, 13);
            Generation stopped = ask(model, gap("the", ""), sampling(40, stop));
            assertEquals(whole.text().substring(0, whole.text().indexOf(stop)), stopped.text());
            assertEquals(Generation.End.STOP, stopped.end());
            List<String> pieces = new ArrayList<>();
            assertThrows(
                    CancellationException.class,
                    () -> model.generate(gap("the", ""), sampling(1500), pieces::add, () -> pieces.size() >= 3));
            assertEquals(whole.text(), ask(model, gap("the", ""), sampling(40)).text());
            assertKind(
                    EngineException.Kind.TIMED_OUT,
                    () -> ask(model, gap("x", ""), new Sampling(1500, 0, List.of(), 0, Duration.ofNanos(1))));
            assertKind(EngineException.Kind.TOO_LONG, () -> ask(model, gap("x y ".repeat(2000), ""), sampling(5)));
        }
    }

    @Test
    void killedInTheMiddleOfAnAnswerItIsToldAndStartedAgain() throws EngineException {
        try (LoadedModel model = load(TinyGguf.seeded(1))) {
            String before = ask(model, gap("the", ""), sampling(10)).text();
            EngineException broken = killedWhileItWrites(model);
            assertEquals(EngineException.Kind.BROKEN_OFF, broken.kind());
            assertEquals("models.gguf.died", broken.userMessage().key());
            assertTrue(model.health().able());
            assertEquals("models.gguf.restarts", model.health().reason().key());
            assertEquals(0, model.memoryBytes());
            long dead = ((GgufModel) model).pid();
            assertEquals(before, ask(model, gap("the", ""), sampling(10)).text());
            assertNotEquals(dead, ((GgufModel) model).pid());
            assertEquals("models.engine.ready", model.health().reason().key());
        }
    }

    /** On a machine that stands still at the wrong moment the answer may be whole before the kill; then once more. */
    private static EngineException killedWhileItWrites(LoadedModel model) throws EngineException {
        for (int i = 0; i < 10; i++) {
            ask(model, gap("the", ""), sampling(1));
            long pid = ((GgufModel) model).pid();
            try {
                model.generate(
                        gap("the", ""),
                        sampling(1900),
                        piece -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly),
                        Cancellation.NEVER);
            } catch (EngineException broken) {
                return broken;
            }
        }
        throw new AssertionError("never in the middle");
    }

    @Test
    void unloadingEndsTheProcess() throws EngineException {
        LoadedModel model = load(TinyGguf.seeded(1));
        long pid = ((GgufModel) model).pid();
        assertTrue(ProcessHandle.of(pid).orElseThrow().isAlive());
        model.close();
        model.close();
        assertFalse(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
        assertEquals(0, model.memoryBytes());
        assertFalse(model.health().able());
        assertKind(EngineException.Kind.UNAVAILABLE, () -> ask(model, gap("x", ""), sampling(1)));
    }

    /** That is all the child sees of a parent that was killed. */
    @Test
    void theProcessEndsWhenNobodyTalksToItAnyMore() throws Exception {
        Path model = TinyGguf.seeded(1).writeTo(folder);
        Process worker = new ProcessBuilder(
                        LlamaLibrary.java().toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dde.kherud.llama.lib.path=" + new LlamaLibrary(NATIVES).unpacked(),
                        "-cp",
                        String.join(
                                System.getProperty("path.separator"),
                                LlamaLibrary.classPath().stream()
                                        .map(Path::toString)
                                        .toList()),
                        GgufWorker.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            Frame.of(Frame.Kind.LOAD, 0, content -> {
                        Frame.writeString(content, model.toString());
                        for (int number : new int[] {512, 128, 1, 0, 0}) {
                            content.writeInt(number);
                        }
                    })
                    .writeTo(worker.getOutputStream());
            assertEquals(
                    Frame.Kind.READY, Frame.readFrom(worker.getInputStream()).kind());
            worker.getOutputStream().close();
            assertTrue(worker.waitFor(1, TimeUnit.MINUTES));
            assertEquals(0, worker.exitValue());
        } finally {
            worker.destroyForcibly();
        }
    }

    @Test
    void chatsInTheModelsOwnForm() throws EngineException {
        try (LoadedModel model = load(TinyGguf.seeded(1).template(TEMPLATE))) {
            assertTrue(model.capabilities().tasks().contains(ModelTask.CHAT));
            Prompt chat = new Prompt.Chat(List.of(
                    new Prompt.Turn(Prompt.Speaker.SYSTEM, "be brief"),
                    new Prompt.Turn(Prompt.Speaker.USER, "say " + TinyGguf.END)));
            Generation answer = ask(model, chat, sampling(12));
            assertTrue(answer.text().matches("[a-z ]{12}"), answer.text());
            // Three marks of the template, one token each; the user's is spelled out.
            int characters = "system: be briefuser: say <|end|>assistant:".length();
            assertTrue(answer.promptTokens() > characters - 8 && answer.promptTokens() <= characters + 3);
        }
        try (LoadedModel model = load(TinyGguf.seeded(1))) {
            assertKind(EngineException.Kind.REFUSED, () -> ask(model, new Prompt.Chat(List.of()), sampling(1)));
        }
    }

    @Test
    void embedsAndCounts() throws EngineException {
        try (LoadedModel model = load(TinyGguf.seeded(4).embedding())) {
            assertEquals(Set.of(ModelTask.EMBEDDING), model.capabilities().tasks());
            List<float[]> vectors = model.embed(List.of("the file", "the file", "zzz qqq"), Cancellation.NEVER);
            assertEquals(64, vectors.getFirst().length);
            assertArrayEquals(vectors.get(0), vectors.get(1), 1e-3f);
            assertFalse(Arrays.equals(vectors.get(0), vectors.get(2)));
            assertEquals(3, model.countTokens("abc"));
            assertEquals(2, model.countTokens("the"), "th and e");
            assertKind(EngineException.Kind.REFUSED, () -> ask(model, gap("x", ""), sampling(1)));
        }
    }

    @Test
    void damagedFilesNeverReachLlama() throws IOException {
        byte[] whole = TinyGguf.seeded(1).bytes();
        Files.write(folder.resolve("a.gguf"), Arrays.copyOf(whole, whole.length / 2));
        assertKey("models.gguf.outside", folder);
        Files.writeString(folder.resolve("a.gguf"), "GIF89a");
        assertKey("models.gguf.magic", folder);
        Files.write(folder.resolve("a.gguf"), whole);
        Files.write(folder.resolve("b.gguf"), whole);
        assertKey("models.gguf.parts", folder);
        Files.move(folder.resolve("a.gguf"), folder.resolve("x-00001-of-00003.gguf"));
        Files.move(folder.resolve("b.gguf"), folder.resolve("x-00002-of-00003.gguf"));
        assertKey("models.gguf.parts", folder);
        Files.delete(folder.resolve("x-00001-of-00003.gguf"));
        Files.delete(folder.resolve("x-00002-of-00003.gguf"));
        assertKey("models.gguf.nofile", folder);
    }

    @Test
    void whatLlamaRefusesIsTold() throws IOException {
        // Sound as a file, but of a kind that llama.cpp does not know.
        byte[] bytes = TinyGguf.seeded(1).bytes();
        byte[] name = "llama".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        for (int i = 24; i < 80; i++) {
            if (Arrays.equals(bytes, i, i + 5, name, 0, 5)) {
                bytes[i] = 'g';
            }
        }
        Files.write(folder.resolve("a.gguf"), bytes);
        EngineException refused = assertThrows(EngineException.class, () -> load(folder, engine));
        assertEquals(EngineException.Kind.BAD_MODEL, refused.kind());
        assertEquals("models.gguf.notloaded", refused.userMessage().key());
        assertTrue(
                refused.userMessage().arguments().get(1).toString().contains("glama"),
                refused.userMessage().toString());
    }

    @Test
    void aProcessWithTooLittleRoomIsToldAndGone() {
        TinyGguf.seeded(1).writeTo(folder);
        try (GgufEngine narrow = new GgufEngine(NATIVES, 1 << 20)) {
            EngineException refused = assertThrows(EngineException.class, () -> load(folder, narrow));
            assertEquals("models.gguf.notloaded", refused.userMessage().key());
        }
    }

    private LoadedModel load(TinyGguf model) throws EngineException {
        model.writeTo(folder);
        return load(folder, engine);
    }

    private static LoadedModel load(Path folder, GgufEngine engine) throws EngineException {
        return engine.load(new ModelSource.Files("tiny", folder), OPTIONS, Progress.SILENT, Cancellation.NEVER);
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

    private void assertKey(String key, Path model) {
        EngineException refused = assertThrows(EngineException.class, () -> load(model, engine));
        assertEquals(EngineException.Kind.BAD_MODEL, refused.kind());
        assertEquals(key, refused.userMessage().key());
    }

    private static void assertKind(EngineException.Kind kind, org.junit.jupiter.api.function.Executable asked) {
        assertEquals(kind, assertThrows(EngineException.class, asked).kind());
    }
}
