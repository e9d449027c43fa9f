package dev.orrery.indexer.share;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** The way of an attached process to the owner. */
public final class OwnerConnection {
    private OwnerConnection() {}

    /**
     * Connects to the owner that listens in {@code folder}.
     *
     * @throws IOException where nobody listens or the other side is not of this protocol
     */
    public static Conversation open(Path folder) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(Endpoint.find(folder)));
            Conversation conversation = new Conversation(channel);
            conversation.greet();
            return conversation;
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }
}
