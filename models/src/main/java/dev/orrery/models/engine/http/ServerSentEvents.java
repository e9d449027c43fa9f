package dev.orrery.models.engine.http;

import dev.orrery.models.engine.EngineException;
import org.jspecify.annotations.Nullable;

/**
 * The data of a stream of server-sent events (WHATWG HTML, section 9.2), one message after the other. Names of events are not
 * needed, since every message says in itself what it is; but llama.cpp's server sends errors in a field of that name, which is
 * read as data. For one thread.
 */
final class ServerSentEvents implements MessageStream {
    private static final int LARGEST = 4 << 20;

    private final Lines lines;
    private final Incoming incoming;

    ServerSentEvents(Incoming incoming) {
        this.incoming = incoming;
        lines = new Lines(incoming);
    }

    @Override
    public @Nullable String next() throws EngineException {
        StringBuilder data = new StringBuilder();
        boolean some = false;
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (line.isEmpty() && some) {
                return data.toString();
            }
            int colon = line.indexOf(':');
            String field = colon < 0 ? line : line.substring(0, colon);
            if (field.equals("data") || field.equals("error")) {
                String value = colon < 0 ? "" : line.substring(colon + 1);
                data.append(some ? "\n" : "").append(value.startsWith(" ") ? value.substring(1) : value);
                some = true;
                if (data.length() > LARGEST) {
                    throw incoming.garbage("models.http.longline");
                }
            }
        }
        // An event that was not closed by an empty line does not count.
        return null;
    }
}
