package dev.orrery.models.engine.gguf;

import dev.orrery.api.Cancellation;
import dev.orrery.api.UserMessage;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.EngineException.Kind;
import dev.orrery.models.engine.Generation;
import dev.orrery.models.engine.Sampling;
import dev.orrery.models.engine.TextStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** One answer of a child process, from the question until the work has ended there. Used once, on one thread. */
final class GgufAnswer {
    private static final long LOOK_EVERY_MILLIS = 10;
    /** How long a child has to leave a request before it is ended. */
    private static final long GRACE_NANOS = 60_000_000;

    private final GgufChild child;
    private final Sampling sampling;
    private final Cancellation cancellation;
    private final long begun;
    private final int context;
    private final TextStream text;
    private long first;
    private int told;
    private int promptTokens;
    private int reusedTokens;

    /** The process ended in the middle of it. */
    static final class Died extends Exception {
        private static final long serialVersionUID = 1;

        Died(IOException cause) {
            super(cause);
        }
    }

    GgufAnswer(
            GgufChild child,
            Sampling sampling,
            Consumer<String> pieces,
            Cancellation cancellation,
            long begun,
            int context) {
        this.child = child;
        this.sampling = sampling;
        this.cancellation = cancellation;
        this.begun = begun;
        this.context = context;
        text = new TextStream(sampling.stops(), pieces);
    }

    Generation make(List<PromptPiece> prompt) throws EngineException, Died {
        int number = 0;
        try {
            number = child.ask(Frame.Kind.GENERATE, content -> {
                PromptPiece.write(content, prompt);
                content.writeInt(context);
                content.writeInt(sampling.maxTokens());
                content.writeDouble(sampling.temperature());
                content.writeLong(sampling.seed());
            });
            return listen(number);
        } catch (IOException ended) {
            throw new Died(ended);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            child.close();
            throw new CancellationException();
        } finally {
            child.done(number);
        }
    }

    private Generation listen(int number) throws EngineException, IOException, InterruptedException {
        boolean under = true;
        try {
            while (true) {
                cancellation.throwIfRequested();
                if (System.nanoTime() - begun > sampling.patience().toNanos()) {
                    throw new EngineException(
                            Kind.TIMED_OUT,
                            UserMessage.of(
                                    "models.engine.slow", sampling.patience().toSeconds()));
                }
                Frame frame = child.next(number, LOOK_EVERY_MILLIS);
                if (frame == null) {
                    continue;
                }
                under = frame.kind() != Frame.Kind.DONE && frame.kind() != Frame.Kind.FAILED;
                refuseFailure(frame);
                DataInputStream content = frame.open();
                switch (frame.kind()) {
                    case BEGUN -> begin(content);
                    case PIECE -> hear(content);
                    default -> {
                        return ended(content.readInt(), content.readBoolean());
                    }
                }
                if (text.stopped()) {
                    return ended(told, false);
                }
            }
        } finally {
            if (under) {
                leave(number);
            }
        }
    }

    private void begin(DataInputStream content) throws EngineException, IOException {
        promptTokens = content.readInt();
        reusedTokens = content.readInt();
        if (promptTokens >= context) {
            throw new EngineException(Kind.TOO_LONG, UserMessage.of("models.engine.toolong", promptTokens, context));
        }
    }

    private void hear(DataInputStream content) throws IOException {
        if (told++ == 0) {
            first = System.nanoTime();
        }
        text.add(Frame.readString(content));
    }

    private Generation ended(int made, boolean limited) {
        text.end();
        long now = System.nanoTime();
        return new Generation(
                text.text(),
                limited && !text.stopped() ? Generation.End.LENGTH : Generation.End.STOP,
                promptTokens,
                reusedTokens,
                made,
                since(told == 0 ? now : first),
                since(now));
    }

    /** Tells the child to leave the request, and ends it where it does not; the work has ended when this returns. */
    private void leave(int number) throws InterruptedException {
        try {
            child.cancel(number);
            long asked = System.nanoTime();
            while (System.nanoTime() - asked < GRACE_NANOS) {
                Frame frame = child.next(number, LOOK_EVERY_MILLIS);
                if (frame != null && (frame.kind() == Frame.Kind.DONE || frame.kind() == Frame.Kind.FAILED)) {
                    return;
                }
            }
        } catch (IOException endedByItself) {
            return;
        }
        child.close();
    }

    private Duration since(long moment) {
        return Duration.ofNanos(moment - begun);
    }

    /** llama.cpp's refusals are about the request. */
    static void refuseFailure(Frame frame) throws EngineException {
        if (frame.kind() == Frame.Kind.FAILED) {
            String why;
            try {
                why = Frame.readString(frame.open());
            } catch (IOException garbage) {
                throw new EngineException(Kind.GARBAGE, UserMessage.of("models.gguf.garbage"), garbage);
            }
            throw new EngineException(Kind.REFUSED, UserMessage.of("models.gguf.failed", why));
        }
    }
}
