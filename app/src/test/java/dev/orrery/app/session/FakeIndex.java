package dev.orrery.app.session;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.ContextSource;
import dev.orrery.api.Document;
import dev.orrery.api.FileOutline;
import dev.orrery.api.GraphDelta;
import dev.orrery.api.MeaningFinder;
import dev.orrery.api.OrreryException;
import dev.orrery.api.OutlineItem;
import dev.orrery.api.ProposalCheck;
import dev.orrery.api.ProposalVerdict;
import dev.orrery.api.Registration;
import dev.orrery.api.ScopeAt;
import dev.orrery.api.SymbolFinder;
import dev.orrery.api.SymbolHit;
import dev.orrery.api.SyntaxProbe;
import dev.orrery.api.SyntaxProblem;
import dev.orrery.api.TextHit;
import dev.orrery.api.TextScanner;
import dev.orrery.api.TokenSpan;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Progress;
import dev.orrery.indexer.CodeIndex;
import dev.orrery.indexer.IndexReport;
import dev.orrery.indexer.MeaningReport;
import dev.orrery.indexer.context.CaretContext;
import dev.orrery.indexer.history.FileHistory;
import dev.orrery.indexer.history.SymbolHistory;
import dev.orrery.indexer.link.java.LiveTypes;
import dev.orrery.indexer.scope.ScopeFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** An index whose graphs the test hands out; texts are read from disk, searches are naive. */
public class FakeIndex implements CodeIndex {
    public final List<UserMessage> problems = new ArrayList<>();
    public final Map<String, Document> unsaved = new ConcurrentHashMap<>();
    private final Path root;
    private final List<Consumer<GraphDelta>> listeners = new ArrayList<>();
    private final List<Runnable> problemListeners = new ArrayList<>();
    private CodeGraph graph = CodeGraph.empty();
    private CodeGraph refreshed;
    public boolean watching;
    public boolean closed;

    public FakeIndex(Path root, CodeGraph refreshed) {
        this.root = root;
        this.refreshed = refreshed;
    }

    @Override
    public Path root() {
        return root;
    }

    @Override
    public CodeGraph snapshot() {
        return graph;
    }

    @Override
    public IndexReport refresh(Progress progress, Cancellation cancellation) {
        progress.at("app.task.indexing", 1, 2);
        cancellation.throwIfRequested();
        publish(refreshed, Set.of());
        return new IndexReport(
                graph.fileCount(), 0, graph.symbolCount(), graph.callCount(), 0, 0, 0, 0, 0, 0, List.of(), 0, 0);
    }

    /** Publishes a graph as the watcher would. */
    public void publish(CodeGraph next, Set<String> files) {
        GraphDelta delta = new GraphDelta(graph, next, files, Set.of(), Set.of(), Set.of());
        graph = next;
        refreshed = next;
        listeners.forEach(listener -> listener.accept(delta));
    }

    @Override
    public FileHistory history(Progress progress, Cancellation cancellation) throws OrreryException {
        return FileHistory.EMPTY;
    }

    @Override
    public SymbolHistory symbolHistory(Progress progress, Cancellation cancellation) {
        return SymbolHistory.EMPTY;
    }

    @Override
    public void watch() {
        watching = true;
    }

    @Override
    public Registration onProblems(Runnable listener) {
        problemListeners.add(listener);
        return () -> problemListeners.remove(listener);
    }

    /** Has a problem more, as the watcher would. */
    public void trouble(UserMessage problem) {
        problems.add(problem);
        problemListeners.forEach(Runnable::run);
    }

    @Override
    public Registration onChange(Consumer<GraphDelta> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public MeaningReport refreshMeaning(Progress progress, Cancellation cancellation) {
        return new MeaningReport(graph.symbolCount(), 0, 0);
    }

    @Override
    public MeaningFinder meaning() {
        return (query, limit, cancellation) -> symbols().find(query, limit, cancellation);
    }

    @Override
    public TextScanner text() {
        return (query, sink, cancellation) -> {
            int sent = 0;
            for (int file = 0; file < graph.fileCount(); file++) {
                String[] lines = read(graph.path(file)).split("\n");
                for (int i = 0; i < lines.length; i++) {
                    int at = lines[i].indexOf(query.pattern());
                    if (at >= 0) {
                        if (sent++ == query.limit()) {
                            return false;
                        }
                        sink.accept(new TextHit(
                                graph.path(file),
                                i + 1,
                                at + 1,
                                lines[i],
                                at,
                                at + query.pattern().length()));
                    }
                }
            }
            return true;
        };
    }

    @Override
    public SymbolFinder symbols() {
        return (query, limit, cancellation) -> {
            List<SymbolHit> hits = new ArrayList<>();
            for (int symbol = 0; symbol < graph.symbolCount() && hits.size() < limit; symbol++) {
                if (graph.name(symbol).contains(query)) {
                    hits.add(new SymbolHit(graph.key(symbol), graph.line(symbol), 1));
                }
            }
            return hits;
        };
    }

    @Override
    public FileOutline outline() {
        return document -> {
            List<OutlineItem> items = new ArrayList<>();
            int file = graph.findFile(document.path());
            for (int symbol = graph.firstSymbol(file); symbol < graph.endSymbol(file); symbol++) {
                items.add(new OutlineItem(
                        graph.kind(symbol),
                        graph.name(symbol),
                        "",
                        graph.parent(symbol) < 0 ? 0 : 1,
                        graph.line(symbol),
                        graph.column(symbol),
                        graph.endLine(symbol)));
            }
            return items;
        };
    }

    @Override
    public SyntaxProbe syntax() {
        return new SyntaxProbe() {
            @Override
            public boolean knows(String path) {
                return true;
            }

            @Override
            public List<TokenSpan> tokens(Document document, int start, int end) {
                List<TokenSpan> spans = new ArrayList<>();
                for (int at = document.text().indexOf("public", start);
                        at >= 0 && at < end;
                        at = document.text().indexOf("public", at + 1)) {
                    spans.add(new TokenSpan(at, at + 6, TokenSpan.Kind.KEYWORD));
                }
                return spans;
            }

            @Override
            public int errors(Document document) {
                return 0;
            }

            @Override
            public List<SyntaxProblem> problems(Document document) {
                return List.of();
            }
        };
    }

    @Override
    public ProposalCheck check() {
        return (document, edit, cancellation) ->
                new ProposalVerdict(List.of(), List.of(), ProposalVerdict.Depth.NOTHING);
    }

    @Override
    public ContextSource context() {
        return new CaretContext(this::snapshot, this::read);
    }

    @Override
    public void edit(Document buffer) {
        unsaved.put(buffer.path(), buffer);
    }

    @Override
    public void discard(String path) {
        unsaved.remove(path);
    }

    @Override
    public ScopeAt scope() {
        LiveTypes types = LiveTypes.ofJdk();
        return new ScopeFinder(new ScopeFinder.Types() {
            @Override
            public LiveTypes now() {
                return types;
            }

            @Override
            public boolean areReady() {
                return true;
            }

            @Override
            public void warm(Cancellation cancellation) {}
        });
    }

    @Override
    public String read(String path) throws OrreryException {
        try {
            return Files.readString(root.resolve(path));
        } catch (IOException gone) {
            throw new OrreryException(UserMessage.of("app.code.vanished", path), gone);
        }
    }

    @Override
    public List<UserMessage> problems() {
        return List.copyOf(problems);
    }

    @Override
    public void close() {
        closed = true;
    }
}
