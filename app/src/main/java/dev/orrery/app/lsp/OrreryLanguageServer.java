package dev.orrery.app.lsp;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.AppFolders;
import dev.orrery.base.CancelSource;
import dev.orrery.base.Messages;
import dev.orrery.base.Progress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.InlineCompletionRegistrationOptions;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/**
 * One editor's server. Requests run on virtual threads, each until it is cancelled; texts change in the order in which the editor says
 * so. What the index does not know yet is answered with nothing, not with an error.
 */
final class OrreryLanguageServer implements LanguageServer, LanguageClientAware, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(OrreryLanguageServer.class.getName());
    private static final String TOKEN = "orrery-index";
    private static final int HUNDRED = 100;

    private final AppFolders folders;
    private final Messages messages;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CancelSource ending = new CancelSource();
    private final TextService text = new TextService(this);
    private final SymbolService symbols = new SymbolService(this);
    private volatile @Nullable LanguageClient client;
    private volatile @Nullable Repository repository;
    private volatile boolean showsProgress;
    private volatile boolean shutDown;
    private final CountDownLatch exited = new CountDownLatch(1);

    OrreryLanguageServer(AppFolders folders, Messages messages) {
        this.folders = folders;
        this.messages = messages;
    }

    @Override
    public void connect(LanguageClient editor) {
        this.client = editor;
    }

    /** The repository; empty where the editor has opened no folder. */
    Optional<Repository> repository() {
        return Optional.ofNullable(repository);
    }

    Optional<LanguageClient> client() {
        return Optional.ofNullable(client);
    }

    String words(UserMessage message) {
        return messages.text(message);
    }

    boolean isShutDown() {
        return shutDown;
    }

    /** Work that may fail with a sentence. */
    interface Work<T> {
        T run(Repository repository, Cancellation cancellation) throws OrreryException;
    }

    /** Answers from the repository, off the reading thread. */
    <T> CompletableFuture<T> ask(T nothing, Work<T> work) {
        Repository there = repository;
        if (there == null) {
            return CompletableFuture.completedFuture(nothing);
        }
        return CompletableFutures.computeAsync(threads, checker -> {
            try {
                return work.run(there, () -> checker.isCanceled() || ending.isRequested());
            } catch (OrreryException failed) {
                throw new ResponseErrorException(
                        new ResponseError(ResponseErrorCode.RequestFailed, words(failed.userMessage()), null));
            }
        });
    }

    /** Does something nobody waits for. */
    void later(Runnable work) {
        threads.execute(() -> {
            try {
                work.run();
            } catch (CancellationException ended) {
                LOG.log(System.Logger.Level.DEBUG, "not needed any more", ended);
            } catch (RuntimeException failed) {
                LOG.log(System.Logger.Level.ERROR, "a notice could not be followed", failed);
            }
        });
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        showsProgress = params.getCapabilities() != null
                && params.getCapabilities().getWindow() != null
                && Boolean.TRUE.equals(params.getCapabilities().getWindow().getWorkDoneProgress());
        Optional<Path> root = root(params);
        return CompletableFuture.supplyAsync(
                () -> {
                    if (root.isPresent()) {
                        try {
                            repository = Repository.open(root.get(), folders, this::say);
                        } catch (OrreryException failed) {
                            throw new CompletionException(new ResponseErrorException(new ResponseError(
                                    ResponseErrorCode.RequestFailed, words(failed.userMessage()), null)));
                        }
                    }
                    return new InitializeResult(capabilities(), new ServerInfo("orrery"));
                },
                threads);
    }

    @SuppressWarnings("deprecation") // editors that speak older versions name their folder so
    private static Optional<Path> root(InitializeParams params) {
        List<WorkspaceFolder> opened = params.getWorkspaceFolders();
        String uri = opened != null && !opened.isEmpty() ? opened.getFirst().getUri() : params.getRootUri();
        try {
            return uri != null
                    ? Optional.of(Path.of(URI.create(uri)))
                    : Optional.ofNullable(params.getRootPath()).map(Path::of);
        } catch (IllegalArgumentException notAFolder) {
            return Optional.empty();
        }
    }

    private static ServerCapabilities capabilities() {
        ServerCapabilities able = new ServerCapabilities();
        TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
        sync.setOpenClose(true);
        sync.setChange(TextDocumentSyncKind.Incremental);
        sync.setSave(true);
        able.setTextDocumentSync(sync);
        able.setDefinitionProvider(true);
        able.setReferencesProvider(true);
        able.setImplementationProvider(true);
        able.setHoverProvider(true);
        able.setDocumentSymbolProvider(true);
        able.setWorkspaceSymbolProvider(true);
        able.setFoldingRangeProvider(true);
        able.setCallHierarchyProvider(true);
        able.setTypeHierarchyProvider(true);
        able.setCompletionProvider(new CompletionOptions(false, List.of(".")));
        able.setInlineCompletionProvider(Either.forRight(new InlineCompletionRegistrationOptions()));
        SemanticTokensWithRegistrationOptions tokens = new SemanticTokensWithRegistrationOptions(
                new SemanticTokensLegend(Structure.TOKEN_TYPES, List.of()), true, true);
        able.setSemanticTokensProvider(tokens);
        return able;
    }

    @Override
    public void initialized(InitializedParams params) {
        Repository there = repository;
        if (there != null) {
            later(() -> index(there));
        }
    }

    private void index(Repository there) {
        if (showsProgress) {
            client().ifPresent(editor -> editor.createProgress(new WorkDoneProgressCreateParams(Either.forLeft(TOKEN)))
                    .join());
        }
        WorkDoneProgressBegin begin = new WorkDoneProgressBegin();
        begin.setTitle(messages.text("app.lsp.indexing"));
        begin.setPercentage(0);
        notify(begin);
        try {
            there.begin(progress(), ending);
        } catch (OrreryException failed) {
            say(failed.userMessage());
        } finally {
            notify(new WorkDoneProgressEnd());
        }
    }

    private Progress progress() {
        return new Progress() {
            private int told;

            @Override
            public void at(String stage, long done, long total) {
                int percent = total <= 0 ? told : (int) Math.clamp(HUNDRED * done / total, 0, HUNDRED);
                if (percent > told) {
                    told = percent;
                    WorkDoneProgressReport report = new WorkDoneProgressReport();
                    report.setPercentage(percent);
                    OrreryLanguageServer.this.notify(report);
                }
            }
        };
    }

    private void notify(org.eclipse.lsp4j.WorkDoneProgressNotification progress) {
        if (showsProgress) {
            client().ifPresent(editor -> editor.notifyProgress(
                    new org.eclipse.lsp4j.ProgressParams(Either.forLeft(TOKEN), Either.forLeft(progress))));
        }
    }

    private void say(UserMessage message) {
        client().ifPresent(editor -> editor.showMessage(new MessageParams(MessageType.Warning, words(message))));
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        shutDown = true;
        return CompletableFuture.supplyAsync(
                () -> {
                    close();
                    return new Object();
                },
                threads);
    }

    @Override
    public void exit() {
        exited.countDown();
    }

    /** Waits until the editor has said that it goes, or is gone without a word. */
    void awaitExit() throws InterruptedException {
        exited.await();
    }

    @Override
    public void setTrace(SetTraceParams params) {
        // Nothing is traced.
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return text;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return symbols;
    }

    /** Gives up the index; also when the editor is gone without a word. */
    @Override
    public synchronized void close() {
        ending.cancel();
        Repository there = repository;
        repository = null;
        if (there != null) {
            there.close();
        }
    }
}
