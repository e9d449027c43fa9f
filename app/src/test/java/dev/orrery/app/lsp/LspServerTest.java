package dev.orrery.app.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.base.AppFolders;
import dev.orrery.base.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CallHierarchyIncomingCallsParams;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyPrepareParams;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.ImplementationParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real client speaks the protocol with the server over pipes. */
@Tag("slow")
class LspServerTest {
    private static final String SHAPE = """
            package shapes;

            public interface Shape {
                double area();
            }
            """;
    private static final String SQUARE = """
            package shapes;

            public class Square implements Shape {
                private final double side;

                public Square(double side) {
                    this.side = side;
                }

                @Override
                public double area() {
                    return side * side;
                }
            }
            """;
    private static final String SUM = """
            package shapes;

            import java.util.List;

            class Sum {
                double total(List<Shape> shapes) {
                    double sum = 0;
                    for (Shape shape : shapes) {
                        sum += shape.area();
                    }
                    return sum;
                }
            }
            """;

    /** The editor. */
    private static final class Client implements LanguageClient {
        final BlockingQueue<PublishDiagnosticsParams> diagnostics = new LinkedBlockingQueue<>();
        final CompletableFuture<Void> indexed = new CompletableFuture<>();

        @Override
        public void telemetryEvent(Object object) {}

        @Override
        public void publishDiagnostics(PublishDiagnosticsParams params) {
            diagnostics.add(params);
        }

        @Override
        public void showMessage(MessageParams message) {}

        @Override
        public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void logMessage(MessageParams message) {}

        @Override
        public CompletableFuture<Void> createProgress(WorkDoneProgressCreateParams params) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void notifyProgress(ProgressParams params) {
            if (params.getValue().isLeft() && params.getValue().getLeft() instanceof WorkDoneProgressEnd) {
                indexed.complete(null);
            }
        }
    }

    @TempDir
    Path folder;

    private final Client client = new Client();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Path root;
    private LanguageServer server;
    private OutputStream toServer;
    private Future<Boolean> served;

    @BeforeEach
    void start() throws Exception {
        root = Files.createDirectory(folder.resolve("shapes")).toRealPath();
        Files.writeString(root.resolve("Shape.java"), SHAPE);
        Files.writeString(root.resolve("Square.java"), SQUARE);
        Files.writeString(root.resolve("Sum.java"), SUM);
        AppFolders folders = new AppFolders(folder.resolve("config"), folder.resolve("data"), folder.resolve("cache"));
        Pipe there = Pipe.open();
        Pipe back = Pipe.open();
        toServer = Channels.newOutputStream(there.sink());
        InputStream atServer = Channels.newInputStream(there.source());
        OutputStream toClient = Channels.newOutputStream(back.sink());
        InputStream atClient = Channels.newInputStream(back.source());
        served = threads.submit(() -> LspServer.serve(folders, Messages.of(Locale.ENGLISH), atServer, toClient));
        Launcher<LanguageServer> launcher = new Launcher.Builder<LanguageServer>()
                .setLocalService(client)
                .setRemoteInterface(LanguageServer.class)
                .setInput(atClient)
                .setOutput(toServer)
                .setExecutorService(threads)
                .create();
        launcher.startListening();
        server = launcher.getRemoteProxy();
        InitializeParams hello = new InitializeParams();
        hello.setWorkspaceFolders(List.of(new WorkspaceFolder(root.toUri().toString(), "shapes")));
        ClientCapabilities able = new ClientCapabilities();
        able.setWindow(new WindowClientCapabilities());
        able.getWindow().setWorkDoneProgress(true);
        hello.setCapabilities(able);
        assertTrue(wait(server.initialize(hello))
                .getCapabilities()
                .getDefinitionProvider()
                .getLeft());
        server.initialized(new InitializedParams());
        wait(client.indexed);
    }

    @AfterEach
    void stop() throws Exception {
        toServer.close();
        served.get(60, TimeUnit.SECONDS);
        threads.shutdownNow();
    }

    private static <T> T wait(CompletableFuture<T> answer) throws Exception {
        return answer.get(60, TimeUnit.SECONDS);
    }

    private TextDocumentIdentifier text(String file) {
        return new TextDocumentIdentifier(root.resolve(file).toUri().toString());
    }

    private static Position place(String text, String marked) {
        int offset = text.indexOf(marked.replace("|", "")) + marked.indexOf('|');
        int line =
                (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
        return new Position(line, offset - text.lastIndexOf('\n', offset - 1) - 1);
    }

    private static String at(List<? extends Location> places) {
        return places.stream()
                .map(place -> place.getUri().substring(place.getUri().lastIndexOf('/') + 1) + ":"
                        + (place.getRange().getStart().getLine() + 1))
                .sorted()
                .toList()
                .toString();
    }

    @Test
    void itKnowsWhereThingsAreAndWhoUsesThem() throws Exception {
        Position call = place(SUM, "shape.ar|ea");
        assertEquals(
                "[Shape.java:4]",
                at(wait(server.getTextDocumentService().definition(new DefinitionParams(text("Sum.java"), call)))
                        .getLeft()));
        assertEquals(
                "[Shape.java:4, Sum.java:9]",
                at(wait(server.getTextDocumentService()
                        .references(new ReferenceParams(text("Sum.java"), call, new ReferenceContext(true))))));
        assertEquals(
                "[Square.java:11]",
                at(wait(server.getTextDocumentService()
                                .implementation(new ImplementationParams(text("Sum.java"), call)))
                        .getLeft()));
        assertTrue(wait(server.getTextDocumentService().hover(new HoverParams(text("Sum.java"), call)))
                .getContents()
                .getRight()
                .getValue()
                .contains("shapes.Shape.area()"));
        assertEquals(
                "Square",
                wait(server.getWorkspaceService().symbol(new WorkspaceSymbolParams("Squ")))
                        .getRight()
                        .getFirst()
                        .getName());
        CallHierarchyItem area = wait(server.getTextDocumentService()
                        .prepareCallHierarchy(new CallHierarchyPrepareParams(text("Sum.java"), call)))
                .getFirst();
        assertEquals(
                "total",
                wait(server.getTextDocumentService()
                                .callHierarchyIncomingCalls(new CallHierarchyIncomingCallsParams(area)))
                        .getFirst()
                        .getFrom()
                        .getName());
        assertEquals(
                List.of("side", "Square", "area"),
                wait(server.getTextDocumentService().documentSymbol(new DocumentSymbolParams(text("Square.java"))))
                        .getFirst()
                        .getRight()
                        .getChildren()
                        .stream()
                        .map(symbol -> symbol.getName())
                        .toList());
    }

    @Test
    void whatIsTypedCountsBeforeItIsSaved() throws Exception {
        server.getTextDocumentService()
                .didOpen(new DidOpenTextDocumentParams(
                        new TextDocumentItem(text("Sum.java").getUri(), "java", 1, SUM)));
        assertTrue(
                client.diagnostics.poll(60, TimeUnit.SECONDS).getDiagnostics().isEmpty());
        Position end = place(SUM, "return sum;|");
        server.getTextDocumentService()
                .didChange(new DidChangeTextDocumentParams(
                        new VersionedTextDocumentIdentifier(text("Sum.java").getUri(), 2),
                        List.of(new TextDocumentContentChangeEvent(new Range(end, end), "\n        shapes.get(0)."))));
        Position dot = new Position(end.getLine() + 1, "        shapes.get(0).".length());
        List<String> words = wait(
                        server.getTextDocumentService().completion(new CompletionParams(text("Sum.java"), dot)))
                .getRight()
                .getItems()
                .stream()
                .map(item -> item.getLabel())
                .toList();
        assertTrue(words.contains("area"), words.toString());
        PublishDiagnosticsParams wrong = client.diagnostics.poll(60, TimeUnit.SECONDS);
        assertNotNull(wrong);
        assertFalse(wrong.getDiagnostics().isEmpty(), "the half statement is marked");
    }

    @Test
    void nonsenseIsAnsweredAndTheNextQuestionToo() throws Exception {
        for (Position odd : new Position[] {new Position(-1, -1), new Position(1 << 30, 0), new Position(0, 1 << 30)}) {
            wait(server.getTextDocumentService().definition(new DefinitionParams(text("Sum.java"), odd)));
            wait(server.getTextDocumentService().completion(new CompletionParams(text("Sum.java"), odd)));
        }
        for (String uri : new String[] {"file:///etc/passwd", "untitled:One", "http://example.org/a.java", "%%%"}) {
            TextDocumentIdentifier other = new TextDocumentIdentifier(uri);
            assertTrue(wait(server.getTextDocumentService().definition(new DefinitionParams(other, new Position(0, 0))))
                    .getLeft()
                    .isEmpty());
        }
        assertThrows(
                ExecutionException.class,
                () -> wait(server.getTextDocumentService().definition(null)),
                "a request without parameters is an error, not the end");
        assertEquals(
                "[Shape.java:4]",
                at(wait(server.getTextDocumentService()
                                .definition(new DefinitionParams(text("Sum.java"), place(SUM, "shape.ar|ea"))))
                        .getLeft()));
    }

    @Test
    void anEditorThatDiesInTheMiddleOfAMessageEndsIt() throws Exception {
        toServer.write("Content-Length: 500\r\n\r\n{\"jsonrpc\"".getBytes(StandardCharsets.UTF_8));
        toServer.flush();
        toServer.close();
        assertFalse(served.get(60, TimeUnit.SECONDS), "it did not say goodbye");
    }

    @Test
    void sayingGoodbyeGivesTheIndexUp() throws Exception {
        wait(server.shutdown());
        server.exit();
        try {
            toServer.close();
        } catch (IOException closed) {
            assertNotNull(closed, "the server may have closed it already");
        }
        assertTrue(served.get(60, TimeUnit.SECONDS));
    }
}
