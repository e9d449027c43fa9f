package dev.orrery.indexer.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerSocketTest {
    @TempDir
    Path folder;

    @Test
    void argumentsArriveAsTheyWereSent() throws IOException {
        try (OwnerSocket socket = echo();
                Conversation conversation = OwnerConnection.open(folder)) {
            assertNotNull(socket);
            Message sent = Message.of("say", "tab\there", "line\nend", "back\\slash", "", "ä€😀", 7);
            conversation.send(sent);
            assertEquals(sent, conversation.receive());
        }
    }

    @Test
    void rubbishIsDisconnectedAndOthersAreServedOn() throws IOException {
        long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
        Random random = new Random(seed);
        try (OwnerSocket socket = echo()) {
            assertNotNull(socket);
            for (int i = 0; i < 100; i++) {
                byte[] rubbish = new byte[random.nextInt(200)];
                random.nextBytes(rubbish);
                try (SocketChannel channel = connect()) {
                    channel.write(ByteBuffer.wrap(rubbish));
                }
            }
            try (SocketChannel channel = connect()) {
                byte[] endless = "x".repeat(3 * Message.LONGEST).getBytes(StandardCharsets.UTF_8);
                assertThrows(IOException.class, () -> {
                    for (int i = 0; i < 100; i++) {
                        channel.write(ByteBuffer.wrap(endless));
                    }
                });
            }
            try (Conversation conversation = OwnerConnection.open(folder)) {
                conversation.send(Message.of("still", "here"));
                assertEquals(Message.of("still", "here"), conversation.receive(), "seed " + seed);
            }
        }
    }

    @Test
    void anotherVersionOfTheProtocolIsRefused() throws IOException {
        try (OwnerSocket socket = echo();
                SocketChannel channel = connect()) {
            assertNotNull(socket);
            channel.write(ByteBuffer.wrap("orrery\t99\n".getBytes(StandardCharsets.UTF_8)));
            ByteBuffer answer = ByteBuffer.allocate(1000);
            while (channel.read(answer) >= 0) {
                assertEquals(true, answer.hasRemaining());
            }
            String text = new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8);
            assertEquals(List.of("orrery\t2", "version\t2"), text.lines().toList());
        }
    }

    @Test
    void whatAKilledOwnerLeftDoesNotHinderTheNext() throws IOException {
        OwnerSocket killed = echo();
        try (OwnerSocket next = echo();
                Conversation conversation = OwnerConnection.open(folder)) {
            assertNotNull(next);
            conversation.send(Message.of("hello"));
            assertEquals(Message.of("hello"), conversation.receive());
        }
        killed.close();
    }

    private OwnerSocket echo() throws IOException {
        return OwnerSocket.listen(folder, conversation -> {
            for (Message message = conversation.receive(); message != null; message = conversation.receive()) {
                conversation.send(message);
            }
        });
    }

    private SocketChannel connect() throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(folder.resolve("socket")));
        return channel;
    }
}
