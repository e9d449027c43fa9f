package dev.orrery.app.lsp;

import dev.orrery.base.AppFolders;
import dev.orrery.base.Messages;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.services.LanguageClient;

/** Serves one editor over two streams until it says goodbye or its end of the line is closed. */
public final class LspServer {
    private static final System.Logger LOG = System.getLogger(LspServer.class.getName());

    private LspServer() {}

    /**
     * Reads requests and writes answers; blocks.
     *
     * @return whether the editor said goodbye before it left
     */
    public static boolean serve(AppFolders folders, Messages messages, InputStream in, OutputStream out)
            throws InterruptedException {
        ExecutorService reader = Executors.newVirtualThreadPerTaskExecutor();
        try (OrreryLanguageServer server = new OrreryLanguageServer(folders, messages)) {
            Launcher<LanguageClient> launcher = new Launcher.Builder<LanguageClient>()
                    .setLocalService(server)
                    .setRemoteInterface(LanguageClient.class)
                    .setInput(in)
                    .setOutput(out)
                    .setExecutorService(reader)
                    .create();
            server.connect(launcher.getRemoteProxy());
            Future<?> listening = launcher.startListening();
            reader.execute(() -> {
                try {
                    listening.get();
                } catch (ExecutionException | CancellationException broken) {
                    LOG.log(System.Logger.Level.WARNING, "the editor's line broke", broken);
                } catch (InterruptedException ending) {
                    Thread.currentThread().interrupt();
                } finally {
                    server.exit();
                }
            });
            server.awaitExit();
            return server.isShutDown();
        } finally {
            reader.shutdownNow();
        }
    }
}
