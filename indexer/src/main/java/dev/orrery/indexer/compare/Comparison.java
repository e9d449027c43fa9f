package dev.orrery.indexer.compare;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.Ghost;
import dev.orrery.api.SymbolKey;
import dev.orrery.indexer.compare.FilePair.Pair;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What differs between an older state and a graph. A declaration with the same key has changed where its own text differs,
 * white space apart ({@link FileVersion}); {@link Matching} says what counts as moved. Calls are compared by the names that
 * a declaration calls, each as often as it stands there; calls of what did not change count as the same even where they lead
 * elsewhere now. Declarations that nobody wrote, such as implicit constructors, follow what encloses them and are not
 * told of. Immutable, safe from any thread.
 */
public final class Comparison {
    private final CodeGraph graph;
    private final int files;
    private final byte[] changes;
    private final List<Difference> differences = new ArrayList<>();
    private final List<Ghost> ghosts = new ArrayList<>();
    private final BitSet newCalls = new BitSet();
    private int addedCalls;
    private int removedCalls;

    private Comparison(CodeGraph graph, Collection<FilePair> files, Cancellation cancellation) {
        this.graph = graph;
        this.files = files.size();
        this.changes = new byte[graph.symbolCount()];
        List<FilePair> sorted =
                files.stream().sorted(Comparator.comparing(FilePair::path)).toList();
        Matching matching = new Matching(sorted);
        cancellation.throwIfRequested();
        Rows rows = new Rows();
        for (FilePair file : sorted) {
            file.changed().forEach(pair -> tell(pair, rows));
        }
        matching.pairs().forEach(pair -> tell(pair, rows));
        matching.come().forEach(declared -> {
            cancellation.throwIfRequested();
            tell(Change.ADDED, declared, null, rows);
            call(declared, declared.calls().sites(), rows);
        });
        Map<Declared, SymbolKey> moved = new HashMap<>();
        matching.pairs().forEach(pair -> moved.put(pair.before(), pair.after().key()));
        for (Declared declared : matching.gone()) {
            removedCalls += declared.calls().sites().size();
            if (!declared.isImplicit()) {
                differences.add(new Difference(Change.REMOVED, declared.key(), null));
                ghosts.add(ghost(declared, moved));
            }
        }
        differences.sort(Comparator.comparing((Difference difference) -> difference.change())
                .thenComparing(difference -> difference.key().path()));
    }

    /**
     * @param graph the newer state
     * @param files the files that differ
     */
    public static Comparison of(CodeGraph graph, Collection<FilePair> files, Cancellation cancellation) {
        return new Comparison(graph, files, cancellation);
    }

    private static Ghost ghost(Declared declared, Map<Declared, SymbolKey> moved) {
        Declared parent = declared.parent();
        return new Ghost(
                declared.key(),
                parent == null ? null : moved.getOrDefault(parent, parent.key()),
                declared.packageName(),
                declared.startLine(),
                declared.endLine(),
                declared.modifiers());
    }

    private void tell(Pair pair, Rows rows) {
        Declared before = pair.before();
        Declared after = pair.after();
        SymbolKey was = before.key().equals(after.key()) ? null : before.key();
        tell(after.hasTextOf(before) ? Change.MOVED : Change.CHANGED, after, was, rows);
        call(after, after.calls().without(before.calls()), rows);
        removedCalls += before.calls().without(after.calls()).size();
    }

    private void tell(Change change, Declared declared, @Nullable SymbolKey was, Rows rows) {
        int row = rows.of(declared.key());
        if (row >= 0) {
            changes[row] = (byte) change.ordinal();
        }
        if (!declared.isImplicit()) {
            differences.add(new Difference(change, declared.key(), was));
        }
    }

    private void call(Declared caller, List<CallSites.Site> sites, Rows rows) {
        addedCalls += sites.size();
        int row = sites.isEmpty() ? -1 : rows.of(caller.key());
        if (row >= 0) {
            Set<List<Integer>> places = new HashSet<>();
            sites.forEach(site -> places.add(List.of(site.line(), site.column())));
            for (int call = graph.firstCall(row); call < graph.endCall(row); call++) {
                if (places.contains(List.of(graph.callLine(call), graph.callColumn(call)))) {
                    newCalls.set(call);
                }
            }
        }
    }

    /** The symbols of files that differ, by key. */
    private final class Rows {
        private final Map<String, Map<SymbolKey, Integer>> known = new HashMap<>();

        int of(SymbolKey key) {
            return known.computeIfAbsent(key.path(), this::file).getOrDefault(key, -1);
        }

        private Map<SymbolKey, Integer> file(String path) {
            int file = graph.findFile(path);
            Map<SymbolKey, Integer> rows = new HashMap<>();
            if (file >= 0) {
                List<SymbolKey> keys = graph.keys(file);
                for (int i = 0; i < keys.size(); i++) {
                    rows.put(keys.get(i), graph.firstSymbol(file) + i);
                }
            }
            return rows;
        }
    }

    /** The newer state. */
    public CodeGraph graph() {
        return graph;
    }

    /** How many files differ, in whatever. */
    public int files() {
        return files;
    }

    /** What became of a symbol of the graph; what was removed it does not have. */
    public Change change(int symbol) {
        return Change.values()[changes[symbol]];
    }

    /** What differs, by kind of change, then by path, then in source order. */
    public List<Difference> differences() {
        return List.copyOf(differences);
    }

    /** What was removed, owners first. */
    public List<Ghost> ghosts() {
        return List.copyOf(ghosts);
    }

    /** The rows of the graph's calls that came; a fresh copy. */
    public BitSet newCalls() {
        return (BitSet) newCalls.clone();
    }

    /** How many call sites came, those that lead outside included. */
    public int addedCalls() {
        return addedCalls;
    }

    /** How many call sites went. */
    public int removedCalls() {
        return removedCalls;
    }
}
