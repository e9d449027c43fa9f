package dev.orrery.indexer.link;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.GraphDelta;
import dev.orrery.api.SymbolKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Computes what differs between two graphs of one repository. Files that were not parsed anew keep their symbols; of those
 * only the calls can differ, and they are compared without making keys.
 */
public final class Deltas {
    private Deltas() {}

    /**
     * @param files the files that were added, removed or parsed anew from {@code before} to {@code after}
     */
    public static GraphDelta between(CodeGraph before, CodeGraph after, Set<String> files) {
        Set<SymbolKey> added = new HashSet<>();
        Set<SymbolKey> removed = new HashSet<>();
        Set<SymbolKey> changed = new HashSet<>();
        SymbolMatch match = new SymbolMatch(before, after, files);
        for (int file = 0; file < before.fileCount(); file++) {
            if (files.contains(before.path(file))) {
                for (int symbol = before.firstSymbol(file); symbol < before.endSymbol(file); symbol++) {
                    if (match.after(symbol) < 0) {
                        removed.add(before.key(symbol));
                    }
                }
            }
        }
        for (int file = 0; file < after.fileCount(); file++) {
            boolean parsed = files.contains(after.path(file));
            for (int symbol = after.firstSymbol(file); symbol < after.endSymbol(file); symbol++) {
                int old = match.before(symbol);
                if (old < 0) {
                    added.add(after.key(symbol));
                } else if (parsed && !match.samePlace(old, symbol) || !match.sameCalls(old, symbol)) {
                    changed.add(after.key(symbol));
                }
            }
        }
        return new GraphDelta(before, after, files, added, removed, changed);
    }

    /** Which symbol of one graph is which of the other. */
    private static final class SymbolMatch {
        private final CodeGraph before;
        private final CodeGraph after;
        private final int[] toAfter;
        private final int[] toBefore;

        SymbolMatch(CodeGraph before, CodeGraph after, Set<String> files) {
            this.before = before;
            this.after = after;
            toAfter = new int[before.symbolCount()];
            toBefore = new int[after.symbolCount()];
            java.util.Arrays.fill(toAfter, -1);
            java.util.Arrays.fill(toBefore, -1);
            int other = 0;
            for (int file = 0; file < after.fileCount(); file++) {
                String path = after.path(file);
                while (other < before.fileCount() && before.path(other).compareTo(path) < 0) {
                    other++;
                }
                if (other < before.fileCount() && before.path(other).equals(path)) {
                    int count = after.endSymbol(file) - after.firstSymbol(file);
                    if (files.contains(path) || count != before.endSymbol(other) - before.firstSymbol(other)) {
                        matchByKey(other, file);
                    } else {
                        for (int i = 0; i < count; i++) {
                            match(before.firstSymbol(other) + i, after.firstSymbol(file) + i);
                        }
                    }
                }
            }
        }

        private void matchByKey(int fileBefore, int fileAfter) {
            Map<SymbolKey, Integer> keys = new HashMap<>();
            for (int symbol = before.firstSymbol(fileBefore); symbol < before.endSymbol(fileBefore); symbol++) {
                keys.put(before.key(symbol), symbol);
            }
            for (int symbol = after.firstSymbol(fileAfter); symbol < after.endSymbol(fileAfter); symbol++) {
                Integer old = keys.get(after.key(symbol));
                if (old != null) {
                    match(old, symbol);
                }
            }
        }

        private void match(int old, int symbol) {
            toAfter[old] = symbol;
            toBefore[symbol] = old;
        }

        int after(int symbol) {
            return toAfter[symbol];
        }

        int before(int symbol) {
            return toBefore[symbol];
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
                if ((callee < 0 ? -1 : toAfter[callee]) != after.callee(b)
                        || before.resolution(a) != after.resolution(b)
                        || callee < 0 && !before.calleeName(a).equals(after.calleeName(b))) {
                    return false;
                }
            }
            return true;
        }
    }
}
