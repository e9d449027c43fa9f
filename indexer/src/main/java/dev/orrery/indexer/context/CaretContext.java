package dev.orrery.indexer.context;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.ContextPiece;
import dev.orrery.api.ContextRequest;
import dev.orrery.api.ContextSource;
import dev.orrery.api.GraphDelta;
import dev.orrery.api.SymbolKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** Answers from the newest snapshot. Keeps its table of names, the lines of some files, and what changed lately. */
public final class CaretContext implements ContextSource {
    private static final int MOST_RECENT = 8;
    /** A change of more symbols than this is no edit but a checkout. */
    private static final int MOST_EDITED = 40;

    /** The window's share of the budget, in hundredths. */
    private static final int WINDOW = 35;

    private final Supplier<CodeGraph> snapshot;
    private final SourceLines source;
    private final Deque<SymbolKey> recent = new ArrayDeque<>();
    private volatile Names names = new Names(CodeGraph.empty());

    /**
     * @param snapshot the newest graph
     * @param reader how files are read
     */
    public CaretContext(Supplier<CodeGraph> snapshot, SourceReader reader) {
        this.snapshot = snapshot;
        this.source = new SourceLines(reader);
    }

    @Override
    public List<ContextPiece> context(ContextRequest request, Cancellation cancellation) {
        Names current = names();
        cancellation.throwIfRequested();
        int windowTokens = (int) ((long) request.budget() * WINDOW / 100);
        Caret caret = Caret.of(current.graph(), request, source, windowTokens);
        Plan plan = new Plan(caret, current);
        plan.make(cancellation);
        return new Assembly(caret, plan, source, request.budget()).pieces(windowTokens, recent(current.graph()));
    }

    @Override
    public void warm(Cancellation cancellation) {
        names();
    }

    /** Takes note of an edit, so that it counts as recent. Any thread. */
    public void changed(GraphDelta delta) {
        synchronized (recent) {
            if (delta.added().size() + delta.changed().size() <= MOST_EDITED) {
                delta.changed().forEach(this::note);
                delta.added().forEach(this::note);
            }
        }
    }

    private void note(SymbolKey key) {
        recent.remove(key);
        recent.addFirst(key);
        if (recent.size() > MOST_RECENT) {
            recent.removeLast();
        }
    }

    private List<Integer> recent(CodeGraph graph) {
        List<SymbolKey> keys;
        synchronized (recent) {
            keys = List.copyOf(recent);
        }
        return keys.stream().map(graph::find).filter(symbol -> symbol >= 0).toList();
    }

    @SuppressWarnings("ReferenceEquality")
    private synchronized Names names() {
        CodeGraph graph = snapshot.get();
        if (names.graph() != graph) {
            source.forget();
            names = new Names(graph);
        }
        return names;
    }
}
