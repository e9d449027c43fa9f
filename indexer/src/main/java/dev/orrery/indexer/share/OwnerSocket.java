package dev.orrery.indexer.share;

import dev.orrery.base.Folders;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The owner's ear: listens in an index folder and lets a handler talk to each process that comes, in a thread of its own. */
public final class OwnerSocket implements AutoCloseable {
    private static final int MOST_CONVERSATIONS = 64;
    private static final long AFTER_FAILURE = TimeUnit.MILLISECONDS.toNanos(200);
    private static final System.Logger LOG = System.getLogger(OwnerSocket.class.getName());

    private final Path folder;
    private final Path socket;
    private final ServerSocketChannel server;
    private final Handler handler;
    private final Set<Conversation> open = ConcurrentHashMap.newKeySet();

    /** What the owner does with those who come; the conversation ends when it returns. */
    @FunctionalInterface
    public interface Handler {
        void talk(Conversation conversation) throws IOException;
    }

    private OwnerSocket(Path folder, Path socket, ServerSocketChannel server, Handler handler) {
        this.folder = folder;
        this.socket = socket;
        this.server = server;
        this.handler = handler;
    }

    /** Starts to listen. Only the holder of the folder's lock may call this. */
    public static OwnerSocket listen(Path folder, Handler handler) throws IOException {
        Path socket = Endpoint.create(folder);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(socket));
            Folders.restrict(socket, "rw-------");
        } catch (IOException | RuntimeException failed) {
            server.close();
            throw failed;
        }
        OwnerSocket listening = new OwnerSocket(folder, socket, server, handler);
        Thread.ofVirtual().name("index-owner").start(listening::accept);
        return listening;
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel channel = server.accept();
                if (open.size() >= MOST_CONVERSATIONS) {
                    channel.close();
                    continue;
                }
                Conversation conversation = new Conversation(channel);
                open.add(conversation);
                Thread.ofVirtual().name("index-conversation").start(() -> serve(conversation));
            } catch (AsynchronousCloseException ended) {
                return;
            } catch (IOException failed) {
                LOG.log(System.Logger.Level.WARNING, "a process could not attach", failed);
                LockSupport.parkNanos(AFTER_FAILURE); // out of file handles, say: the next one would fail at once, too
            }
        }
    }

    private void serve(Conversation conversation) {
        try (conversation) {
            conversation.greet();
            handler.talk(conversation);
        } catch (ClosedChannelException ended) {
            LOG.log(System.Logger.Level.TRACE, "ended", ended);
        } catch (IOException broken) {
            LOG.log(System.Logger.Level.DEBUG, "an attached process was disconnected", broken);
        } finally {
            open.remove(conversation);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Conversation conversation : open) {
            conversation.close();
        }
        Endpoint.remove(folder, socket);
    }
}
