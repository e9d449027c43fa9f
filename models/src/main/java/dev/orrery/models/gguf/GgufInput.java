package dev.orrery.models.gguf;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Little-endian numbers and strings from the beginning of a file, never more than the file has or the format may. */
final class GgufInput implements AutoCloseable {
    private static final int MOST_STRING = 16 << 20;

    private final Path path;
    private final FileChannel channel;
    private final long length;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private long position;

    GgufInput(Path path) throws IOException {
        this.path = path;
        channel = FileChannel.open(path, StandardOpenOption.READ);
        length = channel.size();
    }

    long length() {
        return length;
    }

    /** Bytes read so far. */
    long position() {
        return position - buffer.remaining();
    }

    int u8() throws IOException, OrreryException {
        return need(1).get() & 0xff;
    }

    int i16() throws IOException, OrreryException {
        return need(2).getShort();
    }

    int i32() throws IOException, OrreryException {
        return need(4).getInt();
    }

    long i64() throws IOException, OrreryException {
        return need(8).getLong();
    }

    /**
     * A number of things that follow.
     *
     * @param least bytes that each of them takes
     * @param most that a real file has
     */
    int count(String what, long least, int most) throws IOException, OrreryException {
        long count = i64();
        if (count < 0 || count > most || count > (length - position()) / Math.max(1, least)) {
            throw bad("models.gguf.counts", what, Long.toUnsignedString(count));
        }
        return (int) count;
    }

    String string() throws IOException, OrreryException {
        byte[] bytes = new byte[count("string", 1, MOST_STRING)];
        int done = 0;
        while (done < bytes.length) {
            need(1);
            int part = Math.min(buffer.remaining(), bytes.length - done);
            buffer.get(bytes, done, part);
            done += part;
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    void skip(long bytes) throws IOException, OrreryException {
        if (bytes < 0 || bytes > length - position()) {
            throw cut();
        }
        if (bytes <= buffer.remaining()) {
            buffer.position(buffer.position() + (int) bytes);
            return;
        }
        position = position() + bytes;
        buffer.limit(0);
    }

    OrreryException bad(String key, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = String.valueOf(path.getFileName());
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new OrreryException(UserMessage.of(key, all));
    }

    private OrreryException cut() {
        return bad("models.gguf.cut", length);
    }

    private ByteBuffer need(int bytes) throws IOException, OrreryException {
        if (buffer.remaining() < bytes) {
            buffer.compact();
            int read = 0;
            while (buffer.position() < bytes && read >= 0) {
                read = channel.read(buffer, position);
                position += Math.max(0, read);
            }
            buffer.flip();
            if (buffer.remaining() < bytes) {
                throw cut();
            }
        }
        return buffer;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
