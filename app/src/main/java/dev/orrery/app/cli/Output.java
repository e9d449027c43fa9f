package dev.orrery.app.cli;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Standard output: UTF-8, buffered, and loud about failures, which {@code System.out} hides. A reader that has seen enough,
 * as in {@code orrery graph . | head}, shows as {@link Closed}, a full disk as an {@link UncheckedIOException}. One thread at
 * a time.
 */
public final class Output {
    private static final JsonFactory JSON = new JsonFactory();

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private int used;
    private boolean broken;

    public Output(OutputStream out) {
        this.out = out;
    }

    /** Nobody reads the output any longer. */
    public static final class Closed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Closed(IOException cause) {
            super(cause);
        }
    }

    public void text(String text) {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public void line(String text) {
        text(text);
        text("\n");
    }

    void bytes(byte[] bytes) {
        bytes(bytes, 0, bytes.length);
    }

    private void bytes(byte[] bytes, int start, int length) {
        if (broken) {
            return;
        }
        if (length > buffer.length - used) {
            flush();
        }
        if (length > buffer.length) {
            write(bytes, start, length);
            return;
        }
        System.arraycopy(bytes, start, buffer, used, length);
        used += length;
    }

    public void flush() {
        int length = used;
        used = 0;
        if (length > 0) {
            write(buffer, 0, length);
        }
    }

    private void write(byte[] bytes, int start, int length) {
        try {
            out.write(bytes, start, length);
            out.flush();
        } catch (IOException failed) {
            broken = true; // what follows a gap would be taken for what belongs there
            throw isClosed(failed) ? new Closed(failed) : new UncheckedIOException(failed);
        }
    }

    /** Systems tell it in words alone: Linux and macOS in the first ones, Windows in the others. */
    private static boolean isClosed(IOException failed) {
        String why = String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT);
        return why.contains("broken pipe")
                || why.contains("pipe is being closed")
                || why.contains("pipe has been ended");
    }

    /** What writes one JSON value. */
    @FunctionalInterface
    interface JsonBody {
        void write(JsonGenerator json) throws IOException;
    }

    /** Writes one JSON value and ends the line. */
    void json(JsonBody body) {
        try (JsonGenerator json = JSON.createGenerator(stream(), JsonEncoding.UTF8)) {
            body.write(json);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        text("\n");
    }

    /** A stream into the buffer, whose closing and flushing mean nothing. */
    OutputStream stream() {
        return new OutputStream() {
            @Override
            public void write(int value) {
                bytes(new byte[] {(byte) value});
            }

            @Override
            public void write(byte[] bytes, int start, int length) {
                bytes(bytes, start, length);
            }
        };
    }
}
