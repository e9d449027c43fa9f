package dev.orrery.indexer.link;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.GraphColumns;
import dev.orrery.api.GraphPatch;
import dev.orrery.indexer.link.unit.SourceUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Puts units together into graphs. A graph in which few files differ from the last one that was put together as a whole, the
 * base, is a {@link GraphPatch} over it. What comes out depends on the units' facts and links alone, except for the numbers
 * of strings (see {@link GraphColumns#canonical}). One thread at a time.
 */
final class Assembly {
    private static final int STRINGS_WORTH_A_RESTART = 10_000;
    private static final int LARGEST_PATCH = 256;

    private final TreeMap<String, SourceUnit> units;
    private final GraphStrings strings;
    private final CurrentSymbols symbols = new CurrentSymbols();
    private int stringsAtStart;
    private SourceUnit[] base = {};
    private GraphColumns columns = GraphColumns.empty();
    /** What is to be looked at because its facts or links may differ from those in the base. */
    private final TreeSet<String> touched = new TreeSet<>();

    private CodeGraph graph = CodeGraph.empty();

    /** @param units by path, as they are at each time */
    Assembly(TreeMap<String, SourceUnit> units, GraphStrings strings) {
        this.units = units;
        this.strings = strings;
        touched.addAll(units.keySet());
    }

    /** Whether so many strings are no longer used that it pays to begin anew. */
    boolean isWorn() {
        return strings.count() > 2 * stringsAtStart + STRINGS_WORTH_A_RESTART;
    }

    /** To be called before the units of the newest graph change. */
    void begin() {
        // Somebody asked for all columns, so that they may as well be the next base.
        if (graph.isWhole() && !touched.isEmpty()) {
            rebase();
        }
    }

    /**
     * @param changed the paths of all units that came, went, changed or were linked anew since the newest graph
     * @param handles one more than the largest handle
     */
    CodeGraph next(long generation, Collection<String> changed, int handles) {
        touched.addAll(changed);
        symbols.begin(handles);
        Difference difference = new Difference();
        boolean isAll = difference.patched.size() == units.size();
        graph = isAll ? new CodeGraph(generation, difference.whole()) : new CodeGraph(generation, difference.patch());
        if (isAll || difference.patched.size() > LARGEST_PATCH) {
            rebase();
        }
        return graph;
    }

    private void rebase() {
        stringsAtStart = base.length == 0 ? strings.count() : stringsAtStart;
        base = units.values().toArray(SourceUnit[]::new);
        columns = graph.columns();
        symbols.rebase(base, columns.fileFirstSymbol());
        touched.clear();
    }

    /** What differs between the base and the units. */
    private final class Difference {
        private final int[] origin = new int[units.size()];
        /** The units that are new or differ, each with its first symbol. */
        private final Map<SourceUnit, Integer> patched = new LinkedHashMap<>();

        private final int[] lost = new int[touched.size()];
        private int lostCount;
        private int file;
        private int old;
        private int symbol;

        Difference() {
            for (String path : touched) {
                int was = find(path);
                keepUntil(was < 0 ? -1 - was : was);
                if (was >= 0) {
                    lost[lostCount++] = old++;
                }
                SourceUnit unit = units.get(path);
                if (unit != null) {
                    origin[file++] = -1 - patched.size();
                    patched.put(unit, symbol);
                    symbols.put(unit, symbol);
                    symbol += unit.heads().count();
                }
            }
            keepUntil(base.length);
        }

        private void keepUntil(int end) {
            int[] first = columns.fileFirstSymbol();
            symbols.move(old, end, symbol - first[old]);
            symbol += first[end] - first[old];
            while (old < end) {
                origin[file++] = old++;
            }
        }

        GraphColumns whole() {
            return new Filling(patched, symbols, strings).whole();
        }

        GraphPatch patch() {
            Filling files = new Filling(patched, symbols, strings);
            int[][] movedTo = new int[lostCount][];
            Arrays.setAll(movedTo, i -> symbols.now(base[lost[i]]));
            return new GraphPatch(
                    columns, files.patch(), origin, Arrays.copyOf(lost, lostCount), movedTo, files.overrides());
        }
    }

    /** The file of the base with this path; -1 less where it would stand if there is none. */
    private int find(String path) {
        int low = 0;
        int high = base.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = base[middle].path().compareTo(path);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return -1 - low;
    }
}
