package dev.orrery.models.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.api.ModelTask;
import dev.orrery.api.UserMessage;
import dev.orrery.base.CancelSource;
import dev.orrery.base.Messages;
import dev.orrery.base.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * What every engine promises. A test of an engine extends this one, says how to make the engine and where a model is, and
 * inherits the checks. A model for it may be as small and as silly as one likes, as long as it writes something.
 */
public abstract class EngineContractTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** A fresh engine; each test closes its own. */
    protected abstract Engine engine() throws Exception;

    /** A model that the engine can load. */
    protected abstract ModelSource source() throws Exception;

    /** Things that are no model for the engine: a missing or empty folder, damaged files, an address that cannot be. */
    protected abstract List<ModelSource> nonsense() throws Exception;

    /** How the model is loaded. */
    protected LoadOptions options() {
        return new LoadOptions(512, 1, 0);
    }

    /** A prompt after which the model writes 8 tokens or more, if it may. */
    protected Prompt prompt() {
        return new Prompt.Infill(
                "",
                "public class Greeter {\n    String greet(String name) {\n        return ",
                "\n    }\n}\n",
                "Greeter.java");
    }

    /** Loads the model anew and tries something with it. */
    private void withModel(Trial trial) throws Exception {
        try (Engine engine = engine();
                LoadedModel model = engine.load(source(), options(), Progress.SILENT, Cancellation.NEVER)) {
            trial.run(model);
        }
    }

    private interface Trial {
        void run(LoadedModel model) throws Exception;
    }

    private static Sampling sampling(int tokens, String... stops) {
        return new Sampling(tokens, 0, List.of(stops), 1, PATIENCE);
    }

    private Generation ask(LoadedModel model, Sampling sampling, List<String> heard) throws EngineException {
        return model.generate(prompt(), sampling, heard::add, Cancellation.NEVER);
    }

    private Generation checked(LoadedModel model, Sampling sampling) throws EngineException {
        List<String> heard = new ArrayList<>();
        Generation answer = ask(model, sampling, heard);
        assertEquals(String.join("", heard), answer.text());
        for (String piece : heard) {
            assertTrue(isWhole(piece), "half a character in " + piece);
        }
        assertTrue(answer.tokens() >= 0 && answer.tokens() <= sampling.maxTokens(), answer.toString());
        assertTrue(answer.promptTokens() > 0, answer.toString());
        assertTrue(answer.reusedTokens() >= 0 && answer.reusedTokens() <= answer.promptTokens(), answer.toString());
        assertFalse(answer.firstToken().isNegative(), answer.toString());
        assertTrue(answer.firstToken().compareTo(answer.total()) <= 0, answer.toString());
        return answer;
    }

    /** Whether no character of the text lacks its other half. */
    static boolean isWhole(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private static EngineException refused(Executable work) {
        EngineException refusal = assertThrows(EngineException.class, work);
        assertSentence(refusal.userMessage());
        return refusal;
    }

    /** There is such a sentence in the bundle, and it is filled in. */
    private static void assertSentence(UserMessage message) {
        String sentence = Messages.of(Locale.ENGLISH).text(message);
        assertFalse(sentence.isBlank());
        assertNotEquals(message.key(), sentence, "no such sentence");
        assertFalse(sentence.matches(".*\\{\\d.*"), sentence);
    }

    @Test
    public void saysThatItRunsHere() throws Exception {
        try (Engine engine = engine()) {
            EngineStatus status = engine.status();
            assertEquals(engine.id(), status.id());
            assertSentence(status.reason());
            assertTrue(status.runs(), Messages.of(Locale.ENGLISH).text(status.reason()));
        }
    }

    @Test
    public void whatWasHeardIsTheAnswer() throws Exception {
        withModel(model -> {
            Generation answer = checked(model, sampling(24));
            assertFalse(answer.text().isEmpty());
            checked(model, new Sampling(24, 0.9, List.of(), 7, PATIENCE));
        });
    }

    @Test
    public void aStopTextEndsTheAnswerAndNeverShows() throws Exception {
        withModel(model -> {
            String text = checked(model, sampling(24)).text();
            for (int length = 1; length <= Math.min(3, text.length()); length++) {
                int at = text.length() / 3;
                String stop = text.substring(at, Math.min(text.length(), at + length));
                if (isWhole(stop)) {
                    String stopped =
                            checked(model, sampling(24, "\u0001 never", stop)).text();
                    assertFalse(stopped.contains(stop), () -> "stop " + stop + " in " + stopped);
                }
            }
        });
    }

    @Test
    public void noMoreTokensThanAllowed() throws Exception {
        withModel(model -> {
            for (int tokens : new int[] {1, 2, 7}) {
                checked(model, sampling(tokens));
            }
        });
    }

    @Test
    public void whatIsCancelledBeforehandNeverStarts() throws Exception {
        withModel(model -> {
            List<String> heard = new ArrayList<>();
            assertThrows(
                    CancellationException.class, () -> model.generate(prompt(), sampling(8), heard::add, () -> true));
            assertEquals(List.of(), heard);
            checked(model, sampling(8));
        });
    }

    @Test
    public void whatIsCancelledOnTheWayEndsAndTheModelGoesOn() throws Exception {
        withModel(model -> {
            CancelSource cancel = new CancelSource();
            List<String> heard = new ArrayList<>();
            Consumer<String> listener = piece -> {
                heard.add(piece);
                cancel.cancel();
            };
            assertThrows(CancellationException.class, () -> model.generate(prompt(), sampling(400), listener, cancel));
            assertFalse(heard.isEmpty());
            checked(model, sampling(8));
        });
    }

    @Test
    public void impatienceIsATimeOut() throws Exception {
        withModel(model -> {
            Sampling hasty = new Sampling(200, 0, List.of(), 1, Duration.ofNanos(1));
            assertEquals(
                    EngineException.Kind.TIMED_OUT,
                    refused(() -> ask(model, hasty, new ArrayList<>())).kind());
            checked(model, sampling(8));
        });
    }

    @Test
    public void whatTheListenerThrowsComesOut() throws Exception {
        withModel(model -> {
            IllegalStateException thrown = new IllegalStateException("by the listener");
            Consumer<String> listener = piece -> {
                throw thrown;
            };
            assertSame(
                    thrown,
                    assertThrows(
                            IllegalStateException.class,
                            () -> model.generate(prompt(), sampling(8), listener, Cancellation.NEVER)));
            checked(model, sampling(8));
        });
    }

    @Test
    public void aClosedModelAnswersNoMore() throws Exception {
        try (Engine engine = engine()) {
            LoadedModel model = engine.load(source(), options(), Progress.SILENT, Cancellation.NEVER);
            assertTrue(model.health().able());
            assertSentence(model.health().reason());
            model.close();
            model.close();
            refused(() -> ask(model, sampling(8), new ArrayList<>()));
            refused(() -> model.embed(List.of("a"), Cancellation.NEVER));
            assertFalse(model.health().able());
            assertSentence(model.health().reason());
        }
    }

    @Test
    public void aClosedEngineHasClosedItsModels() throws Exception {
        Engine engine = engine();
        LoadedModel model = engine.load(source(), options(), Progress.SILENT, Cancellation.NEVER);
        engine.close();
        engine.close();
        refused(() -> ask(model, sampling(8), new ArrayList<>()));
        assertFalse(model.health().able());
        refused(() -> engine.load(source(), options(), Progress.SILENT, Cancellation.NEVER));
    }

    @Test
    public void twoRequestsAtOnceBothGetTheirAnswer() throws Exception {
        withModel(model -> {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Generation>> answers = new ArrayList<>();
                for (int i = 0; i < 2; i++) {
                    answers.add(threads.submit(() -> {
                        Thread caller = Thread.currentThread();
                        model.generate(
                                prompt(),
                                sampling(4),
                                piece -> assertSame(caller, Thread.currentThread()),
                                Cancellation.NEVER);
                        return checked(model, sampling(16));
                    }));
                }
                for (Future<Generation> answer : answers) {
                    assertFalse(answer.get().text().isEmpty());
                }
            } catch (ExecutionException failed) {
                throw new AssertionError(failed.getCause());
            }
        });
    }

    @Test
    public void doesWhatItSaysAndRefusesTheRest() throws Exception {
        withModel(model -> {
            Capabilities can = model.capabilities();
            assertTrue(can.contextTokens() > 0);
            assertFalse(can.tasks().isEmpty());
            Prompt code = new Prompt.Infill("", "int a = ", ";", "A.java");
            Prompt chat = new Prompt.Chat(List.of(new Prompt.Turn(Prompt.Speaker.USER, "Say something.")));
            tryOut(model, code, can.tasks().contains(ModelTask.COMPLETION));
            tryOut(model, chat, can.tasks().contains(ModelTask.CHAT));
            if (!can.tasks().contains(ModelTask.EMBEDDING)) {
                refused(() -> model.embed(List.of("a"), Cancellation.NEVER));
            }
        });
    }

    private static void tryOut(LoadedModel model, Prompt prompt, boolean able) throws EngineException {
        if (able) {
            List<String> heard = new ArrayList<>();
            Generation answer = model.generate(prompt, sampling(4), heard::add, Cancellation.NEVER);
            assertEquals(String.join("", heard), answer.text());
        } else {
            refused(() -> model.generate(prompt, sampling(4), piece -> {}, Cancellation.NEVER));
        }
    }

    @Test
    public void givesAVectorForEachText() throws Exception {
        withModel(model -> {
            if (!model.capabilities().tasks().contains(ModelTask.EMBEDDING)) {
                return;
            }
            List<float[]> vectors = model.embed(List.of("int a;", "void b() {}", "int a;"), Cancellation.NEVER);
            assertEquals(3, vectors.size());
            for (float[] vector : vectors) {
                assertEquals(vectors.getFirst().length, vector.length);
                for (float value : vector) {
                    assertTrue(Float.isFinite(value));
                }
            }
            assertArrayEquals(vectors.get(0), vectors.get(2), 1e-4f);
            assertEquals(List.of(), model.embed(List.of(), Cancellation.NEVER));
            assertThrows(CancellationException.class, () -> model.embed(List.of("a"), () -> true));
        });
    }

    @Test
    public void countsTokens() throws Exception {
        withModel(model -> {
            assertEquals(0, model.countTokens(""));
            assertTrue(model.countTokens("int a = 1;") > 0);
            assertTrue(model.countTokens("int a = 1;\n".repeat(20)) >= 20);
            assertTrue(model.memoryBytes() >= 0);
        });
    }

    @Test
    public void showingWhatWouldLeaveAlwaysShowsTheSame() throws Exception {
        withModel(model -> assertEquals(model.wire(prompt(), sampling(8)), model.wire(prompt(), sampling(8))));
    }

    @Test
    public void nonsenseIsRefusedWithAReason() throws Exception {
        try (Engine engine = engine()) {
            for (ModelSource source : nonsense()) {
                refused(() -> engine.load(source, options(), Progress.SILENT, Cancellation.NEVER));
            }
        }
    }

    @Test
    public void aCancelledLoadLoadsNothing() throws Exception {
        try (Engine engine = engine()) {
            assertThrows(
                    CancellationException.class, () -> engine.load(source(), options(), Progress.SILENT, () -> true));
        }
    }
}
