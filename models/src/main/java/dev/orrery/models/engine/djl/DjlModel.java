package dev.orrery.models.engine.djl;

import dev.orrery.api.Cancellation;
import dev.orrery.api.ModelTask;
import dev.orrery.api.UserMessage;
import dev.orrery.models.engine.Capabilities;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.Generation;
import dev.orrery.models.engine.Health;
import dev.orrery.models.engine.LoadedModel;
import dev.orrery.models.engine.Prompt;
import dev.orrery.models.engine.RequestGate;
import dev.orrery.models.engine.Sampling;
import dev.orrery.models.engine.TextStream;
import dev.orrery.models.engine.WireRequest;
import dev.orrery.models.tokens.BytePairTokenizer;
import dev.orrery.models.tokens.Utf8Pieces;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** A TorchScript model in this process. Every step of PyTorch is a task of the engine's thread, and between two steps it can be cancelled. */
final class DjlModel implements LoadedModel {
    /** A step of reading takes about this long, so that a cancelled request ends soon. */
    private static final double STEP_NANOS = 30e6;

    private static final int FIRST_STEP = 32;
    private static final int LONGEST_STEP = 512;

    private final TorchDescription description;
    private final TorchDecoder decoder;
    private final BytePairTokenizer tokenizer;
    private final TorchPrompt prompts;
    private final OptionalInt end;
    private final int context;
    private final long fileBytes;
    private final Worker worker;
    private final RequestGate gate = new RequestGate();
    private volatile boolean closed;
    private volatile int cached;

    /** The engine's thread. */
    interface Worker {
        /** Does the work there and waits for it; an {@link EngineException} of the work is thrown here. */
        <T> T call(Callable<T> work) throws EngineException;

        /** A model's part of what PyTorch takes for itself. */
        long sharedBytes();
    }

    DjlModel(
            TorchDescription description,
            TorchDecoder decoder,
            BytePairTokenizer tokenizer,
            int context,
            long fileBytes,
            Worker worker) {
        this.description = description;
        this.decoder = decoder;
        this.tokenizer = tokenizer;
        this.context = context;
        this.fileBytes = fileBytes;
        this.worker = worker;
        prompts = new TorchPrompt(tokenizer, description.infill());
        end = tokenizer.mark(description.end());
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(description.tasks(), prompts.readsSuffix(), context);
    }

    @Override
    public Generation generate(Prompt prompt, Sampling sampling, Consumer<String> pieces, Cancellation cancellation)
            throws EngineException {
        long begun = System.nanoTime();
        if (!(prompt instanceof Prompt.Infill gap) || !description.tasks().contains(ModelTask.COMPLETION)) {
            throw new EngineException(EngineException.Kind.REFUSED, UserMessage.of("models.engine.cannot"));
        }
        int[] tokens = prompts.tokens(gap);
        if (tokens.length == 0) {
            tokens = end.isPresent() ? new int[] {end.getAsInt()} : new int[] {'\n'};
        }
        if (tokens.length >= context) {
            throw new EngineException(
                    EngineException.Kind.TOO_LONG, UserMessage.of("models.engine.toolong", tokens.length, context));
        }
        try (RequestGate.Turn turn = gate.enter(sampling.patience(), cancellation)) {
            ensureOpen();
            return answer(tokens, sampling, pieces, cancellation, begun);
        }
    }

    private Generation answer(
            int[] prompt, Sampling sampling, Consumer<String> pieces, Cancellation cancellation, long begun)
            throws EngineException {
        int reused = work(() -> decoder.rewind(prompt));
        int done = reused;
        float[] logits = {};
        int step = FIRST_STEP;
        while (done < prompt.length) {
            check(sampling, cancellation, begun);
            int[] part = Arrays.copyOfRange(prompt, done, Math.min(prompt.length, done + step));
            long before = System.nanoTime();
            logits = read(part);
            double each = (System.nanoTime() - before) / (double) part.length;
            step = (int) Math.clamp(STEP_NANOS / each, 1, LONGEST_STEP);
            done += part.length;
        }
        TextStream answer = new TextStream(sampling.stops(), pieces);
        Utf8Pieces characters = new Utf8Pieces();
        TokenChoice choice = new TokenChoice(sampling.temperature(), sampling.seed());
        long first = System.nanoTime();
        int made = 0;
        int most = Math.min(sampling.maxTokens(), context - prompt.length);
        Generation.End why = Generation.End.LENGTH;
        while (made < most) {
            check(sampling, cancellation, begun);
            int token = choice.choose(logits);
            made++;
            if (made == 1) {
                first = System.nanoTime();
            }
            if (tokenizer.isMark(token)) {
                why = Generation.End.STOP;
                break;
            }
            if (!answer.add(characters.add(tokenizer.bytes(token)))) {
                why = Generation.End.STOP;
                break;
            }
            if (made < most) {
                logits = read(new int[] {token});
            }
        }
        answer.add(characters.end());
        answer.end();
        Generation.End known = answer.stopped() ? Generation.End.STOP : why;
        return new Generation(
                answer.text(),
                known,
                prompt.length,
                reused,
                made,
                since(begun, first),
                since(begun, System.nanoTime()));
    }

    /** Does the work on the engine's thread, where closing is done too: what is closed by then is not touched any more. */
    private <T> T work(Callable<T> work) throws EngineException {
        return worker.call(() -> {
            ensureOpen();
            return work.call();
        });
    }

    private float[] read(int[] tokens) throws EngineException {
        return work(() -> {
            float[] logits = decoder.read(tokens);
            cached = decoder.kept();
            if (logits.length != tokenizer.size()) {
                throw TorchDescription.bad("tokenizer", null);
            }
            return logits;
        });
    }

    private void check(Sampling sampling, Cancellation cancellation, long begun) throws EngineException {
        cancellation.throwIfRequested();
        ensureOpen();
        if (System.nanoTime() - begun > sampling.patience().toNanos()) {
            throw new EngineException(
                    EngineException.Kind.TIMED_OUT,
                    UserMessage.of("models.engine.slow", sampling.patience().toSeconds()));
        }
    }

    private static Duration since(long begun, long now) {
        return Duration.ofNanos(now - begun);
    }

    @Override
    public List<float[]> embed(List<String> texts, Cancellation cancellation) throws EngineException {
        if (description.kind() != TorchDescription.Kind.EMBEDDING) {
            throw new EngineException(EngineException.Kind.REFUSED, UserMessage.of("models.engine.cannot"));
        }
        List<float[]> vectors = new ArrayList<>();
        try (RequestGate.Turn turn = gate.enter(Duration.ofDays(1), cancellation)) {
            for (String text : texts) {
                cancellation.throwIfRequested();
                ensureOpen();
                int[] tokens = prompts.encode(text);
                if (tokens.length > context) {
                    throw new EngineException(
                            EngineException.Kind.TOO_LONG,
                            UserMessage.of("models.engine.toolong", tokens.length, context));
                }
                vectors.add(
                        tokens.length == 0 ? new float[description.dimensions()] : work(() -> decoder.embed(tokens)));
            }
        }
        return vectors;
    }

    @Override
    public int countTokens(String text) {
        return prompts.encode(text).length;
    }

    @Override
    public Optional<WireRequest> wire(Prompt prompt, Sampling sampling) {
        return Optional.empty();
    }

    @Override
    public Optional<WireRequest> wire(List<String> texts) {
        return Optional.empty();
    }

    /**
     * The weights as they are stored, the cache as it is, and a share of what this process grew by when PyTorch came up. Buffers of single
     * steps are not in it, because in one process they cannot be told from the rest.
     */
    @Override
    public long memoryBytes() {
        return closed ? 0 : fileBytes + description.cacheBytes(cached) + worker.sharedBytes();
    }

    @Override
    public Health health() {
        return closed
                ? new Health(false, UserMessage.of("models.engine.unloaded"))
                : new Health(true, UserMessage.of("models.engine.ready"));
    }

    private void ensureOpen() throws EngineException {
        if (closed) {
            throw new EngineException(EngineException.Kind.UNAVAILABLE, UserMessage.of("models.engine.unloaded"));
        }
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            // Behind what the thread is doing; a request under way ends before its next step.
            try {
                worker.call(() -> {
                    decoder.close();
                    return Boolean.TRUE;
                });
            } catch (EngineException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }
}
