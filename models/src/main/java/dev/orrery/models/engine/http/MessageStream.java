package dev.orrery.models.engine.http;

import dev.orrery.models.engine.EngineException;
import org.jspecify.annotations.Nullable;

/** The messages of a streamed answer, in order. */
interface MessageStream {
    /** The next one; null where the answer ended. */
    @Nullable
    String next() throws EngineException;

    static MessageStream of(Incoming incoming, Framing framing) {
        return switch (framing) {
            case EVENTS -> new ServerSentEvents(incoming);
            case LINES -> lines(incoming);
            case DOCUMENT -> throw new IllegalArgumentException("not a stream");
        };
    }

    private static MessageStream lines(Incoming incoming) {
        Lines lines = new Lines(incoming);
        return () -> {
            String line = lines.next();
            while (line != null && line.isBlank()) {
                line = lines.next();
            }
            return line;
        };
    }
}
