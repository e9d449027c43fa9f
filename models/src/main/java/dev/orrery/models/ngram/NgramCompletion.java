package dev.orrery.models.ngram;

import dev.orrery.api.Cancellation;
import dev.orrery.api.ModelTask;
import dev.orrery.api.UserMessage;
import dev.orrery.models.engine.Capabilities;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.EngineException.Kind;
import dev.orrery.models.engine.Generation;
import dev.orrery.models.engine.Health;
import dev.orrery.models.engine.LoadedModel;
import dev.orrery.models.engine.Prompt;
import dev.orrery.models.engine.Sampling;
import dev.orrery.models.engine.WireRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The model of the open repository as one that answers prompts: it completes the line at the caret. */
final class NgramCompletion implements LoadedModel {
    private final Supplier<NgramModel> workspace;
    private final int contextTokens;
    private final Consumer<NgramCompletion> closing;
    private volatile boolean closed;

    NgramCompletion(Supplier<NgramModel> workspace, int contextTokens, Consumer<NgramCompletion> closing) {
        this.workspace = workspace;
        this.contextTokens = contextTokens;
        this.closing = closing;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(Set.of(ModelTask.COMPLETION), true, contextTokens);
    }

    @Override
    public Generation generate(Prompt prompt, Sampling sampling, Consumer<String> pieces, Cancellation cancellation)
            throws EngineException {
        requireOpen();
        if (!(prompt instanceof Prompt.Infill infill)) {
            throw new EngineException(Kind.REFUSED, UserMessage.of("models.ngram.onlycode"));
        }
        cancellation.throwIfRequested();
        long began = System.nanoTime();
        Patience patience = new Patience(began, sampling.patience(), cancellation);
        Line line;
        try {
            line = line(infill, sampling, patience);
        } catch (Patience.OutOfPatience late) {
            throw new EngineException(Kind.TIMED_OUT, UserMessage.of("models.ngram.late"), late);
        }
        String whole = line.text();
        int end = sampling.stops().stream()
                .filter(stop -> !stop.isEmpty())
                .mapToInt(whole::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(whole.length());
        long first = System.nanoTime();
        int told = tell(line.pieces(), end, pieces, cancellation);
        boolean cut = end == whole.length() && line.pieces().size() >= sampling.maxTokens();
        return new Generation(
                whole.substring(0, end),
                cut ? Generation.End.LENGTH : Generation.End.STOP,
                countTokens(infill.context()) + countTokens(infill.prefix()) + countTokens(infill.suffix()),
                0,
                told,
                Duration.ofNanos(first - began),
                Duration.ofNanos(System.nanoTime() - began));
    }

    private Line line(Prompt.Infill infill, Sampling sampling, Cancellation patience) {
        patience.throwIfRequested();
        Caret caret = new Caret(infill.path(), infill.context(), infill.prefix(), infill.suffix());
        if (sampling.temperature() > 0) {
            SplittableRandom random = new SplittableRandom(sampling.seed());
            return workspace.get().drawn(caret, sampling.maxTokens(), sampling.temperature(), random, patience);
        }
        List<Line> lines = workspace.get().lines(caret, 1, sampling.maxTokens(), patience);
        return lines.isEmpty() ? new Line(List.of(), 0) : lines.getFirst();
    }

    /** How many pieces lie, in part at least, before the end. */
    private static int tell(List<String> line, int end, Consumer<String> pieces, Cancellation cancellation) {
        int at = 0;
        int told = 0;
        for (String piece : line) {
            String part = piece.substring(0, Math.clamp(end - at, 0, piece.length()));
            at += piece.length();
            if (!part.isEmpty()) {
                cancellation.throwIfRequested();
                pieces.accept(part);
                told++;
            }
        }
        cancellation.throwIfRequested();
        return told;
    }

    @Override
    public List<float[]> embed(List<String> texts, Cancellation cancellation) throws EngineException {
        requireOpen();
        throw new EngineException(Kind.REFUSED, UserMessage.of("models.ngram.onlycode"));
    }

    @Override
    public int countTokens(String text) {
        return Lexer.lex("", text).size();
    }

    @Override
    public Optional<WireRequest> wire(Prompt prompt, Sampling sampling) {
        return Optional.empty();
    }

    @Override
    public long memoryBytes() {
        return workspace.get().bytes();
    }

    @Override
    public Health health() {
        return new Health(!closed, UserMessage.of(closed ? "models.ngram.closed" : "models.ngram.runs"));
    }

    @Override
    public void close() {
        closed = true;
        closing.accept(this);
    }

    private void requireOpen() throws EngineException {
        if (closed) {
            throw new EngineException(Kind.UNAVAILABLE, UserMessage.of("models.ngram.closed"));
        }
    }
}
