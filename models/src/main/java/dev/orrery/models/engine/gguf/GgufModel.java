package dev.orrery.models.engine.gguf;

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
import dev.orrery.models.engine.RequestGate;
import dev.orrery.models.engine.Sampling;
import dev.orrery.models.engine.WireRequest;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A GGUF model in its child process, which is started again by the next request after it died. */
final class GgufModel implements LoadedModel {
    private final GgufLaunch launch;
    private final GgufPrompt prompts;
    private final RequestGate gate = new RequestGate();
    private volatile @Nullable GgufChild child;
    private volatile boolean closed;

    GgufModel(GgufLaunch launch, GgufChild child) {
        this.launch = launch;
        this.child = child;
        prompts = new GgufPrompt(launch.vocabulary());
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                launch.tasks(), launch.vocabulary().infill().isPresent() && !launch.embeds(), launch.context());
    }

    @Override
    public Generation generate(Prompt prompt, Sampling sampling, Consumer<String> pieces, Cancellation cancellation)
            throws EngineException {
        long begun = System.nanoTime();
        ModelTask task = prompt instanceof Prompt.Chat ? ModelTask.CHAT : ModelTask.COMPLETION;
        if (!launch.tasks().contains(task)) {
            throw new EngineException(Kind.REFUSED, UserMessage.of("models.engine.cannot"));
        }
        try (RequestGate.Turn turn = gate.enter(sampling.patience(), cancellation)) {
            GgufChild running = running(cancellation);
            List<PromptPiece> asked =
                    switch (prompt) {
                        case Prompt.Infill gap -> prompts.infill(gap);
                        case Prompt.Chat chat -> conversation(running, chat, cancellation);
                    };
            return new GgufAnswer(running, sampling, pieces, cancellation, begun, launch.context()).make(asked);
        } catch (GgufAnswer.Died died) {
            throw died(died);
        }
    }

    private List<PromptPiece> conversation(GgufChild running, Prompt.Chat chat, Cancellation cancellation)
            throws EngineException, GgufAnswer.Died {
        Frame form = ask(running, Frame.Kind.TEMPLATE, cancellation, content -> {
            content.writeInt(chat.turns().size());
            for (int i = 0; i < chat.turns().size(); i++) {
                Frame.writeString(
                        content,
                        switch (chat.turns().get(i).speaker()) {
                            case SYSTEM -> "system";
                            case USER -> "user";
                            case MODEL -> "assistant";
                        });
                Frame.writeString(content, GgufPrompt.stand(i));
            }
        });
        try {
            return prompts.chat(Frame.readString(form.open()), chat.turns())
                    .orElseThrow(() -> new EngineException(Kind.REFUSED, UserMessage.of("models.gguf.template")));
        } catch (IOException garbage) {
            throw garbage(garbage);
        }
    }

    @Override
    public List<float[]> embed(List<String> texts, Cancellation cancellation) throws EngineException {
        if (!launch.embeds()) {
            throw new EngineException(Kind.REFUSED, UserMessage.of("models.engine.cannot"));
        }
        List<float[]> vectors = new ArrayList<>();
        try (RequestGate.Turn turn = gate.enter(Duration.ofDays(1), cancellation)) {
            GgufChild running = running(cancellation);
            for (String text : texts) {
                cancellation.throwIfRequested();
                DataInputStream content = ask(
                                running, Frame.Kind.EMBED, cancellation, out -> Frame.writeString(out, text))
                        .open();
                float[] vector = new float[Math.clamp(content.readInt(), 0, 1 << 16)];
                for (int i = 0; i < vector.length; i++) {
                    vector[i] = content.readFloat();
                }
                vectors.add(vector);
            }
            return vectors;
        } catch (GgufAnswer.Died died) {
            throw died(died);
        } catch (IOException garbage) {
            throw garbage(garbage);
        }
    }

    /** Asks for one message; what is no longer wanted is left by ending the process. */
    private static Frame ask(GgufChild running, Frame.Kind kind, Cancellation cancellation, Frame.Content content)
            throws EngineException, GgufAnswer.Died {
        int number = 0;
        try {
            number = running.ask(kind, content);
            while (true) {
                if (cancellation.isRequested()) {
                    running.close();
                    throw new CancellationException();
                }
                Frame frame = running.next(number, 20);
                if (frame != null) {
                    GgufAnswer.refuseFailure(frame);
                    return frame;
                }
            }
        } catch (IOException ended) {
            throw new GgufAnswer.Died(ended);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            running.close();
            throw new CancellationException();
        } finally {
            running.done(number);
        }
    }

    /** While it is not running, rather too many: half of the bytes. */
    @Override
    public int countTokens(String text) {
        GgufChild running = child;
        if (running != null && running.isAlive()) {
            try {
                return ask(running, Frame.Kind.COUNT, Cancellation.NEVER, content -> Frame.writeString(content, text))
                        .open()
                        .readInt();
            } catch (EngineException | GgufAnswer.Died | IOException diedOverIt) {
                System.getLogger(GgufModel.class.getName()).log(System.Logger.Level.DEBUG, "not counted", diedOverIt);
            }
        }
        return (text.getBytes(StandardCharsets.UTF_8).length + 1) / 2;
    }

    @Override
    public Optional<WireRequest> wire(Prompt prompt, Sampling sampling) {
        return Optional.empty();
    }

    @Override
    public Optional<WireRequest> wire(List<String> texts) {
        return Optional.empty();
    }

    @Override
    public long memoryBytes() {
        GgufChild running = child;
        if (closed || running == null || !running.isAlive()) {
            return 0;
        }
        long resident = running.residentBytes();
        return resident > 0 ? resident : launch.predictedBytes();
    }

    @Override
    public Health health() {
        GgufChild running = child;
        if (closed) {
            return new Health(false, UserMessage.of("models.engine.unloaded"));
        }
        return new Health(
                true,
                UserMessage.of(running != null && running.isAlive() ? "models.engine.ready" : "models.gguf.restarts"));
    }

    /** The process, started again where it has died. */
    private GgufChild running(Cancellation cancellation) throws EngineException {
        GgufChild running = child;
        if (closed) {
            throw new EngineException(Kind.UNAVAILABLE, UserMessage.of("models.engine.unloaded"));
        }
        if (running != null && running.isAlive()) {
            return running;
        }
        GgufChild next = launch.start(cancellation);
        child = next;
        if (closed) {
            next.close();
            throw new EngineException(Kind.UNAVAILABLE, UserMessage.of("models.engine.unloaded"));
        }
        return next;
    }

    private EngineException died(GgufAnswer.Died why) {
        GgufChild dead = child;
        return closed
                ? new EngineException(Kind.UNAVAILABLE, UserMessage.of("models.engine.unloaded"), why)
                : new EngineException(
                        Kind.BROKEN_OFF,
                        UserMessage.of("models.gguf.died", dead == null ? "?" : Integer.toString(dead.status())),
                        why);
    }

    private static EngineException garbage(IOException why) {
        return new EngineException(Kind.GARBAGE, UserMessage.of("models.gguf.garbage"), why);
    }

    /** The process that answers, for tests that end it. */
    long pid() {
        GgufChild running = child;
        return running == null ? -1 : running.pid();
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        GgufChild running = child;
        if (running != null) {
            running.close();
        }
    }
}
