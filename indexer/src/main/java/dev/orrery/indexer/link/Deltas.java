package dev.orrery.indexer.link;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.GraphDelta;
import dev.orrery.api.SymbolKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Computes what differs between two graphs of one repository. Files that were not parsed anew keep their symbols; of those
 * that were linked anew only the calls can differ, and they are compared without making keys.
 */
public final class Deltas {
    private Deltas() {}

    /**
     * @param files the files that were added, removed or parsed anew from {@code before} to {@code after}
     * @param relinked all files whose calls may lead elsewhere; others are not looked at
     */
    public static GraphDelta between(CodeGraph before, CodeGraph after, Set<String> files, Set<String> relinked) {
        if (before.fileCount() == 0) {
            return new GraphDelta(before, after, files, after.keys(), Set.of(), Set.of());
        }
        Set<SymbolKey> added = new HashSet<>();
        Set<SymbolKey> removed = new HashSet<>();
        Set<SymbolKey> changed = new HashSet<>();
        SymbolMatch match = new SymbolMatch(before, after, files);
        for (String path : files) {
            int file = before.findFile(path);
            if (file >= 0) {
                FileKeys keys = new FileKeys(before, file);
                for (int symbol = before.firstSymbol(file); symbol < before.endSymbol(file); symbol++) {
                    if (match.after(symbol) < 0) {
                        removed.add(keys.of(symbol));
                    }
                }
            }
        }
        Set<String> looked = new HashSet<>(relinked);
        looked.addAll(files);
        for (String path : looked) {
            int file = after.findFile(path);
            if (file >= 0) {
                boolean parsed = files.contains(path);
                int old = match.fileBefore(file);
                FileKeys keys = new FileKeys(after, file);
                for (int symbol = after.firstSymbol(file); symbol < after.endSymbol(file); symbol++) {
                    int was = match.before(old, file, symbol);
                    if (was < 0) {
                        added.add(keys.of(symbol));
                    } else if (parsed && !match.samePlace(was, symbol) || !match.sameCalls(was, symbol)) {
                        changed.add(keys.of(symbol));
                    }
                }
            }
        }
        return new GraphDelta(before, after, files, added, removed, changed);
    }

    /** Between graphs that nothing is known about: all files are compared. */
    public static GraphDelta between(CodeGraph before, CodeGraph after) {
        Set<String> files = new HashSet<>();
        for (CodeGraph graph : new CodeGraph[] {before, after}) {
            for (int file = 0; file < graph.fileCount(); file++) {
                files.add(graph.path(file));
            }
        }
        return between(before, after, files, Set.of());
    }

    /** The keys of one file's symbols, made when the first is asked for. */
    private static final class FileKeys {
        private final CodeGraph graph;
        private final int file;
        private @Nullable List<SymbolKey> keys;

        FileKeys(CodeGraph graph, int file) {
            this.graph = graph;
            this.file = file;
        }

        SymbolKey of(int symbol) {
            List<SymbolKey> all = keys;
            if (all == null) {
                all = graph.keys(file);
                keys = all;
            }
            return all.get(symbol - graph.firstSymbol(file));
        }
    }

    /** Which symbol of one graph is which of the other: those of files that were parsed anew by key, others by place. */
    private static final class SymbolMatch {
        private final CodeGraph before;
        private final CodeGraph after;
        private final Set<String> files;
        /** By file of {@code before} that was asked for: the same in {@code after}, or -1. */
        private final Map<Integer, Integer> fileAfter = new HashMap<>();

        private final Map<Integer, Integer> toAfter = new HashMap<>();
        private final Map<Integer, Integer> toBefore = new HashMap<>();
        private final Set<Integer> byKey = new HashSet<>();

        SymbolMatch(CodeGraph before, CodeGraph after, Set<String> files) {
            this.before = before;
            this.after = after;
            this.files = files;
        }

        private int fileAfter(int old) {
            Integer known = fileAfter.get(old);
            if (known == null) {
                String path = before.path(old);
                known = after.findFile(path);
                fileAfter.put(old, known);
                if (known >= 0 && (files.contains(path) || count(before, old) != count(after, known))) {
                    byKey.add(old);
                    matchByKey(old, known);
                }
            }
            return known;
        }

        private static int count(CodeGraph graph, int file) {
            return graph.endSymbol(file) - graph.firstSymbol(file);
        }

        private void matchByKey(int old, int file) {
            Map<SymbolKey, Integer> keys = new HashMap<>();
            int symbol = before.firstSymbol(old);
            for (SymbolKey key : before.keys(old)) {
                keys.put(key, symbol++);
            }
            symbol = after.firstSymbol(file);
            for (SymbolKey key : after.keys(file)) {
                Integer was = keys.get(key);
                if (was != null) {
                    toAfter.put(was, symbol);
                    toBefore.put(symbol, was);
                }
                symbol++;
            }
        }

        /** The same file in {@code before}, or -1. */
        int fileBefore(int file) {
            int old = before.findFile(after.path(file));
            return old >= 0 && fileAfter(old) == file ? old : -1;
        }

        /** Where a symbol of {@code before} stands now, or -1. */
        int after(int symbol) {
            int old = before.file(symbol);
            int file = fileAfter(old);
            if (file < 0) {
                return -1;
            }
            return byKey.contains(old)
                    ? toAfter.getOrDefault(symbol, -1)
                    : after.firstSymbol(file) + symbol - before.firstSymbol(old);
        }

        /** Where a symbol of {@code file}, which was {@code old} or -1, stood before, or -1. */
        int before(int old, int file, int symbol) {
            if (old < 0) {
                return -1;
            }
            return byKey.contains(old)
                    ? toBefore.getOrDefault(symbol, -1)
                    : before.firstSymbol(old) + symbol - after.firstSymbol(file);
        }

        boolean samePlace(int old, int symbol) {
            return before.line(old) == after.line(symbol)
                    && before.column(old) == after.column(symbol)
                    && before.startLine(old) == after.startLine(symbol)
                    && before.endLine(old) == after.endLine(symbol)
                    && before.modifiers(old) == after.modifiers(symbol);
        }

        boolean sameCalls(int old, int symbol) {
            int count = before.endCall(old) - before.firstCall(old);
            if (count != after.endCall(symbol) - after.firstCall(symbol)) {
                return false;
            }
            for (int i = 0; i < count; i++) {
                int a = before.firstCall(old) + i;
                int b = after.firstCall(symbol) + i;
                int callee = before.callee(a);
                if ((callee < 0 ? -1 : after(callee)) != after.callee(b)
                        || before.resolution(a) != after.resolution(b)
                        || before.isVirtual(a) != after.isVirtual(b)
                        || callee < 0 && !before.calleeName(a).equals(after.calleeName(b))) {
                    return false;
                }
            }
            return true;
        }
    }
}
