package dev.orrery.models.engine.http;

import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.Generation;
import dev.orrery.models.engine.Generation.End;
import dev.orrery.models.engine.Prompt;
import dev.orrery.models.engine.Sampling;
import dev.orrery.models.engine.TextStream;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An answer as it comes: its text, how it ended, and what the server counted. For one thread. */
final class Answer {
    private final Incoming incoming;
    private final Watch watch;
    private final Prompt prompt;
    private final int maxTokens;
    private final TextStream text;
    private final @Nullable Insertion insertion;
    private @Nullable Duration firstToken;
    private @Nullable End end;
    private int pieces;
    private int promptTokens = -1;
    private int reusedTokens;
    private int tokens = -1;

    /** @param insertion where the model fills a gap in a conversation, else null */
    Answer(
            Incoming incoming,
            Watch watch,
            Prompt prompt,
            Sampling sampling,
            @Nullable Insertion insertion,
            Consumer<String> listener) {
        this.incoming = incoming;
        this.watch = watch;
        this.prompt = prompt;
        this.insertion = insertion;
        maxTokens = sampling.maxTokens();
        List<String> stops = insertion == null
                ? sampling.stops()
                : Stream.concat(sampling.stops().stream(), Stream.of(Insertion.END))
                        .toList();
        text = new TextStream(stops, listener);
    }

    Incoming incoming() {
        return incoming;
    }

    /** Takes a piece of the text. A piece is a token at least, so a server that goes on for too long is cut off. */
    void add(String piece) throws EngineException {
        if (piece.isEmpty() || isSettled()) {
            return;
        }
        if (firstToken == null) {
            firstToken = watch.elapsed();
        }
        if (++pieces > maxTokens) {
            end(End.LENGTH);
            return;
        }
        String wanted = insertion == null ? piece : insertion.pass(piece);
        if (insertion != null && insertion.isElsewhere()) {
            throw incoming.garbage("models.http.chatter");
        }
        if (!wanted.isEmpty() && !text.add(wanted)) {
            end(End.STOP);
        }
    }

    /** The first reason counts. */
    void end(End reason) {
        end = end == null ? reason : end;
    }

    /** Nothing that still comes can change the text. */
    boolean isSettled() {
        return text.stopped() || pieces > maxTokens;
    }

    /** As the server counted; negative numbers are unknown. */
    void count(int itsPromptTokens, int itsReusedTokens, int itsTokens) {
        promptTokens = itsPromptTokens < 0 ? promptTokens : itsPromptTokens;
        reusedTokens = itsReusedTokens < 0 ? reusedTokens : itsReusedTokens;
        tokens = itsTokens < 0 ? tokens : itsTokens;
    }

    /** Whether the listener heard anything. */
    boolean isTold() {
        return !text.text().isEmpty();
    }

    /** The whole of it; nothing more comes. */
    Generation finish() throws EngineException {
        End how = end;
        if (how == null) {
            throw incoming.cut();
        }
        if (insertion != null && !insertion.isStarted() && how == End.STOP) {
            throw incoming.garbage("models.http.chatter");
        }
        text.end();
        int read = promptTokens >= 0 ? promptTokens : TokenEstimate.of(text(prompt));
        int made = tokens >= 0 ? tokens : Math.min(maxTokens, Math.max(pieces, TokenEstimate.of(text.text())));
        Duration total = watch.elapsed();
        return new Generation(
                text.text(),
                how,
                read,
                Math.min(reusedTokens, read),
                made,
                firstToken == null ? total : firstToken,
                total);
    }

    private static String text(Prompt prompt) {
        return switch (prompt) {
            case Prompt.Infill(String context, String prefix, String suffix, String path) -> context + prefix + suffix;
            case Prompt.Chat(List<Prompt.Turn> turns) ->
                String.join("\n", turns.stream().map(Prompt.Turn::text).toList());
        };
    }
}
