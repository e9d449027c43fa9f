package dev.orrery.models.engine.http;

import dev.orrery.models.engine.EngineException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a body into lines, however its bytes came: an end of line is LF, CR LF or CR, and characters are put together
 * before they are looked at. For one thread.
 */
final class Lines {
    private static final int LONGEST = 1 << 20;

    private final Incoming incoming;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private byte @Nullable [] bytes = new byte[0];
    private int at;
    private boolean afterReturn;

    Lines(Incoming incoming) {
        this.incoming = incoming;
    }

    /** The next line without its end; null where nothing more comes. What stands behind the last end of line is a line, too. */
    @Nullable
    String next() throws EngineException {
        line.reset();
        while (fill()) {
            byte b = Objects.requireNonNull(bytes)[at++];
            boolean secondHalf = afterReturn && b == '\n';
            afterReturn = b == '\r';
            if (secondHalf) {
                continue;
            }
            if (b == '\n' || b == '\r') {
                return text();
            }
            if (line.size() == LONGEST) {
                throw incoming.garbage("models.http.longline");
            }
            line.write(b);
        }
        return line.size() == 0 ? null : text();
    }

    private boolean fill() throws EngineException {
        while (bytes != null && at == bytes.length) {
            bytes = incoming.next();
            at = 0;
        }
        return bytes != null;
    }

    private String text() throws EngineException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString();
        } catch (CharacterCodingException garbled) {
            throw incoming.garbage("models.http.garbage");
        }
    }
}
