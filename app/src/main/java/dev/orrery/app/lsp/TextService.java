package dev.orrery.app.lsp;

import dev.orrery.api.Document;
import dev.orrery.api.OrreryException;
import dev.orrery.app.edit.TextBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CallHierarchyIncomingCall;
import org.eclipse.lsp4j.CallHierarchyIncomingCallsParams;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyOutgoingCall;
import org.eclipse.lsp4j.CallHierarchyOutgoingCallsParams;
import org.eclipse.lsp4j.CallHierarchyPrepareParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.ImplementationParams;
import org.eclipse.lsp4j.InlineCompletionItem;
import org.eclipse.lsp4j.InlineCompletionList;
import org.eclipse.lsp4j.InlineCompletionParams;
import org.eclipse.lsp4j.InlineCompletionTriggerKind;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.TypeHierarchyItem;
import org.eclipse.lsp4j.TypeHierarchyPrepareParams;
import org.eclipse.lsp4j.TypeHierarchySubtypesParams;
import org.eclipse.lsp4j.TypeHierarchySupertypesParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;

/** Questions about one text, and its changes. Changes are done at once, on the thread that reads, so that their order is the editor's. */
final class TextService implements TextDocumentService {
    private final OrreryLanguageServer server;

    TextService(OrreryLanguageServer server) {
        this.server = server;
    }

    /** Work at a path of the repository. */
    private interface AtPath<T> {
        T run(Repository repository, String path, dev.orrery.api.Cancellation cancellation) throws OrreryException;
    }

    /** A path outside of the repository is answered with nothing. */
    private <T> CompletableFuture<T> ask(TextDocumentIdentifier text, T nothing, AtPath<T> work) {
        return server.ask(nothing, (repository, cancellation) -> {
            Optional<String> path = repository.navigation.places().path(text.getUri());
            return path.isEmpty() ? nothing : work.run(repository, path.get(), cancellation);
        });
    }

    private <T> CompletableFuture<T> askText(TextDocumentPositionParams at, T nothing, AtText<T> work) {
        return askText(at.getTextDocument(), nothing, work);
    }

    /** Work on a text. */
    private interface AtText<T> {
        T run(Repository repository, Document document, dev.orrery.api.Cancellation cancellation);
    }

    private <T> CompletableFuture<T> askText(TextDocumentIdentifier text, T nothing, AtText<T> work) {
        return ask(text, nothing, (repository, path, cancellation) -> repository
                .navigation
                .document(path)
                .map(document -> work.run(repository, document, cancellation))
                .orElse(nothing));
    }

    // What the editor does

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        String text = params.getTextDocument().getText();
        at(params.getTextDocument().getUri(), (repository, path) -> {
            if (text.length() > EditorTexts.LONGEST) {
                server.client()
                        .ifPresent(editor -> editor.showMessage(new MessageParams(
                                MessageType.Warning,
                                server.words(dev.orrery.api.UserMessage.of(
                                        "app.lsp.long", path, EditorTexts.LONGEST >> 20)))));
                return;
            }
            repository.texts.open(path, text, params.getTextDocument().getVersion());
            changed(repository, path);
        });
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        Integer version = params.getTextDocument().getVersion();
        at(params.getTextDocument().getUri(), (repository, path) -> {
            if (repository
                    .texts
                    .change(path, version == null ? Integer.MAX_VALUE : version, params.getContentChanges())
                    .isPresent()) {
                changed(repository, path);
            }
        });
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        at(params.getTextDocument().getUri(), (repository, path) -> {
            repository.texts.close(path);
            repository.index().discard(path);
            server.client()
                    .ifPresent(editor -> editor.publishDiagnostics(new PublishDiagnosticsParams(
                            params.getTextDocument().getUri(), List.of())));
        });
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        at(
                params.getTextDocument().getUri(),
                (repository, path) -> repository.index().discard(path));
    }

    private interface Change {
        void at(Repository repository, String path);
    }

    private void at(String uri, Change change) {
        server.repository()
                .ifPresent(repository ->
                        repository.navigation.places().path(uri).ifPresent(path -> change.at(repository, path)));
    }

    /** The index sees the text, and the editor hears what is wrong in it. */
    private void changed(Repository repository, String path) {
        server.later(() -> repository.texts.document(path).ifPresent(document -> {
            repository.index().edit(document);
            server.client()
                    .ifPresent(editor -> editor.publishDiagnostics(new PublishDiagnosticsParams(
                            repository.navigation.places().uri(path),
                            repository.structure.problems(document, server::words))));
        }));
    }

    // What the editor asks

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
            DefinitionParams params) {
        return ask(
                params.getTextDocument(),
                Either.forLeft(List.of()),
                (repository, path, cancellation) ->
                        Either.forLeft(repository.navigation.definition(path, params.getPosition())));
    }

    @Override
    public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
        return ask(
                params.getTextDocument(),
                List.of(),
                (repository, path, cancellation) -> repository.navigation.references(
                        path, params.getPosition(), params.getContext().isIncludeDeclaration(), cancellation));
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> implementation(
            ImplementationParams params) {
        return ask(
                params.getTextDocument(),
                Either.forLeft(List.of()),
                (repository, path, cancellation) ->
                        Either.forLeft(repository.navigation.implementations(path, params.getPosition())));
    }

    @Override
    public CompletableFuture<Hover> hover(HoverParams params) {
        return ask(
                        params.getTextDocument(),
                        Optional.<Hover>empty(),
                        (repository, path, cancellation) -> repository.navigation.hover(path, params.getPosition()))
                .thenApply(found -> found.orElse(null));
    }

    @Override
    @SuppressWarnings("deprecation") // the interface names the older answer too
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams params) {
        return askText(
                params.getTextDocument(),
                List.of(),
                (repository, document, cancellation) -> repository.structure.symbols(document).stream()
                        .map(Either::<SymbolInformation, DocumentSymbol>forRight)
                        .toList());
    }

    @Override
    public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
        return askText(
                params.getTextDocument(),
                List.of(),
                (repository, document, cancellation) -> repository.structure.folds(document));
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
        return askText(
                params.getTextDocument(),
                new SemanticTokens(List.of()),
                (repository, document, cancellation) ->
                        repository.structure.tokens(document, 0, document.text().length()));
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensRange(SemanticTokensRangeParams params) {
        return askText(
                params.getTextDocument(), new SemanticTokens(List.of()), (repository, document, cancellation) -> {
                    TextBuffer buffer = new TextBuffer(document.text());
                    int start = EditorTexts.offset(buffer, params.getRange().getStart());
                    int end = EditorTexts.offset(buffer, params.getRange().getEnd());
                    return repository.structure.tokens(document, Math.min(start, end), Math.max(start, end));
                });
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        return askText(
                params,
                Either.forLeft(List.of()),
                (repository, document, cancellation) ->
                        Either.forRight(repository.proposals.words(document, params.getPosition(), cancellation)));
    }

    @Override
    public CompletableFuture<Either<List<InlineCompletionItem>, InlineCompletionList>> inlineCompletion(
            InlineCompletionParams params) {
        boolean asked = params.getContext() != null
                && params.getContext().getTriggerKind() == InlineCompletionTriggerKind.Invoked;
        return askText(
                params,
                Either.forLeft(List.of()),
                (repository, document, cancellation) -> Either.forRight(
                        repository.proposals.lines(document, params.getPosition(), asked, cancellation)));
    }

    @Override
    public CompletableFuture<List<CallHierarchyItem>> prepareCallHierarchy(CallHierarchyPrepareParams params) {
        return ask(
                params.getTextDocument(),
                List.of(),
                (repository, path, cancellation) -> repository.hierarchies.prepareCalls(path, params.getPosition()));
    }

    @Override
    public CompletableFuture<List<CallHierarchyIncomingCall>> callHierarchyIncomingCalls(
            CallHierarchyIncomingCallsParams params) {
        return server.ask(List.of(), (repository, cancellation) -> repository.hierarchies.incoming(params.getItem()));
    }

    @Override
    public CompletableFuture<List<CallHierarchyOutgoingCall>> callHierarchyOutgoingCalls(
            CallHierarchyOutgoingCallsParams params) {
        return server.ask(List.of(), (repository, cancellation) -> repository.hierarchies.outgoing(params.getItem()));
    }

    @Override
    public CompletableFuture<List<TypeHierarchyItem>> prepareTypeHierarchy(TypeHierarchyPrepareParams params) {
        return ask(
                params.getTextDocument(),
                List.of(),
                (repository, path, cancellation) -> repository.hierarchies.prepareTypes(path, params.getPosition()));
    }

    @Override
    public CompletableFuture<List<TypeHierarchyItem>> typeHierarchySupertypes(TypeHierarchySupertypesParams params) {
        return server.ask(List.of(), (repository, cancellation) -> repository.hierarchies.supertypes(params.getItem()));
    }

    @Override
    public CompletableFuture<List<TypeHierarchyItem>> typeHierarchySubtypes(TypeHierarchySubtypesParams params) {
        return server.ask(List.of(), (repository, cancellation) -> repository.hierarchies.subtypes(params.getItem()));
    }
}
