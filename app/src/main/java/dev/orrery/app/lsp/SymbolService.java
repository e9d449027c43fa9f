package dev.orrery.app.lsp;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.WorkspaceService;

/** Questions about the whole repository. */
final class SymbolService implements WorkspaceService {
    private final OrreryLanguageServer server;

    SymbolService(OrreryLanguageServer server) {
        this.server = server;
    }

    @Override
    @SuppressWarnings("deprecation") // the interface names the older answer too
    public CompletableFuture<Either<List<? extends SymbolInformation>, List<? extends WorkspaceSymbol>>> symbol(
            WorkspaceSymbolParams params) {
        return server.ask(
                Either.forRight(List.of()),
                (repository, cancellation) ->
                        Either.forRight(repository.navigation.symbols(params.getQuery(), cancellation)));
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {
        // There is nothing to configure from an editor.
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        // The index watches the files itself.
    }
}
