package dev.orrery.indexer.share;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One connection between two processes. Any thread may send; one thread at a time may receive. */
public final class Conversation implements Closeable {
    private static final int VERSION = 2;

    private final SocketChannel channel;
    private final ByteBuffer received = ByteBuffer.allocate(1 << 13).limit(0);

    Conversation(SocketChannel channel) {
        this.channel = channel;
    }

    /** Both sides greet first. */
    void greet() throws IOException {
        send(Message.of("orrery", VERSION));
        Message greeting = receive();
        if (greeting == null || !greeting.verb().equals("orrery") || greeting.number(0) != VERSION) {
            send(Message.of("version", VERSION));
            throw new ProtocolException("another version");
        }
    }

    public synchronized void send(Message message) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(message.encode().getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Waits for the next message; null at the end. */
    public @Nullable Message receive() throws IOException {
        byte[] line = new byte[256];
        int length = 0;
        while (true) {
            if (!received.hasRemaining()) {
                received.clear();
                int read = channel.read(received);
                received.flip();
                if (read < 0) {
                    return null;
                }
                continue;
            }
            byte next = received.get();
            if (next == '\n') {
                return Message.decode(text(line, length));
            }
            if (length == Message.LONGEST) {
                throw new ProtocolException("line too long");
            }
            if (length == line.length) {
                line = Arrays.copyOf(line, length * 2);
            }
            line[length++] = next;
        }
    }

    private static String text(byte[] line, int length) throws ProtocolException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line, 0, length))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new ProtocolException("no UTF-8");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
