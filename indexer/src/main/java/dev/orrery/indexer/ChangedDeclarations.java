package dev.orrery.indexer;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.OrreryException;
import dev.orrery.api.SymbolKey;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.history.ChangedFile;
import dev.orrery.indexer.history.LineRange;
import dev.orrery.indexer.history.RevisionDiff;
import dev.orrery.indexer.link.Linker;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.FlatParser;
import dev.orrery.indexer.parse.KeptFacts;
import dev.orrery.indexer.parse.ParseOutcome.Parsed;
import dev.orrery.indexer.parse.Parsing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a difference means for declarations. A changed line belongs to the innermost declaration around it; a line of a type
 * outside its members changes the type only where it is its head.
 *
 * @param changed symbols of the graph that are new or differ, ascending
 * @param removed declarations of the revision that are gone
 */
public record ChangedDeclarations(List<Integer> changed, List<SymbolKey> removed) {
    public ChangedDeclarations {
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }

    /**
     * Compares the files that {@code graph} was made from, below {@code index}'s root, with a revision.
     *
     * @param revision whatever git's {@code rev-parse} takes
     * @throws OrreryException where there is no repository or no such revision
     */
    public static ChangedDeclarations since(
            CodeIndex index, CodeGraph graph, String revision, Cancellation cancellation) throws OrreryException {
        TreeSet<String> paths = new TreeSet<>();
        for (int file = 0; file < graph.fileCount(); file++) {
            paths.add(graph.path(file));
        }
        List<ChangedFile> files =
                new RevisionDiff(index.root(), paths, FlatParser.MAX_BYTES).since(revision, cancellation);
        return of(graph, files, cancellation);
    }

    static ChangedDeclarations of(CodeGraph graph, List<ChangedFile> files, Cancellation cancellation) {
        CodeGraph old = old(files, cancellation);
        TreeSet<Integer> changed = new TreeSet<>();
        List<SymbolKey> removed = new ArrayList<>();
        for (ChangedFile file : files) {
            int now = graph.findFile(file.path());
            if (now >= 0) {
                changed.addAll(touched(graph, now, file.added()));
            }
            int before = old.findFile(file.path());
            if (before >= 0) {
                for (int symbol : touched(old, before, file.removed())) {
                    SymbolKey key = old.key(symbol);
                    int same = graph.find(key);
                    if (same >= 0) {
                        changed.add(same);
                    } else {
                        removed.add(key);
                    }
                }
            }
        }
        return new ChangedDeclarations(List.copyOf(changed), removed);
    }

    /** The declarations of the files as they were, linked among themselves only to give them their keys. */
    private static CodeGraph old(List<ChangedFile> files, Cancellation cancellation) {
        Map<String, FileFacts> facts = new HashMap<>();
        try (Parsing parsing = new Parsing()) {
            for (ChangedFile file : files) {
                cancellation.throwIfRequested();
                if (file.before().length > 0
                        && parsing.parse(file.path(), file.before()) instanceof Parsed(FileFacts old)) {
                    facts.put(file.path(), old);
                }
            }
        }
        return new Linker(1).update(KeptFacts.of(facts), List.of(), cancellation);
    }

    private static TreeSet<Integer> touched(CodeGraph graph, int file, List<LineRange> ranges) {
        TreeSet<Integer> touched = new TreeSet<>();
        for (LineRange range : ranges) {
            for (int symbol = graph.firstSymbol(file); symbol < graph.endSymbol(file); symbol++) {
                if (isTouched(graph, symbol, range)) {
                    touched.add(symbol);
                }
            }
        }
        return touched;
    }

    private static boolean isTouched(CodeGraph graph, int symbol, LineRange range) {
        if (graph.kind(symbol) == SymbolKind.INITIALIZER) {
            return initialises(graph, symbol, range);
        }
        int start = graph.startLine(symbol);
        boolean container =
                graph.kind(symbol).isType() || !graph.kind(symbol).isCallable() && hasMembers(graph, symbol);
        int end = container ? graph.line(symbol) : graph.endLine(symbol);
        return range.start() <= range.end()
                ? start <= range.end() && range.start() <= end
                : start < range.start() && range.start() <= end;
    }

    /** An initialiser stands for all initialisers of its type: those of the fields that are touched. */
    private static boolean initialises(CodeGraph graph, int initializer, LineRange range) {
        int file = graph.file(initializer);
        for (int other = graph.firstSymbol(file); other < graph.endSymbol(file); other++) {
            if (graph.kind(other) == SymbolKind.FIELD
                    && graph.parent(other) == graph.parent(initializer)
                    && isTouched(graph, other, range)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasMembers(CodeGraph graph, int symbol) {
        return symbol + 1 < graph.endSymbol(graph.file(symbol)) && graph.parent(symbol + 1) == symbol;
    }
}
