package dev.orrery.indexer.context;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.SymbolKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The types, top-level functions and files of a graph by simple name. Immutable. */
final class Names {
    private static final int[] NONE = {};

    private final CodeGraph graph;
    private final Map<String, int[]> byName = new HashMap<>();
    private final Map<String, List<Integer>> besides = new HashMap<>();
    private final Map<String, List<Integer>> byStem = new HashMap<>();
    private final int[] uses;

    Names(CodeGraph graph) {
        this.graph = graph;
        for (int file = 0; file < graph.fileCount(); file++) {
            byStem.computeIfAbsent(stem(graph.path(file)), key -> new ArrayList<>(1))
                    .add(file);
        }
        this.uses = new int[graph.symbolCount()];
        for (int symbol = graph.symbolCount() - 1; symbol >= 0; symbol--) {
            uses[symbol] += graph.incomingCount(symbol);
            if (graph.parent(symbol) >= 0) {
                uses[graph.parent(symbol)] += uses[symbol];
            }
        }
        for (int symbol = 0; symbol < graph.symbolCount(); symbol++) {
            if (isNameable(graph, symbol)) {
                int added = symbol;
                if (graph.kind(symbol).isType() && graph.parent(symbol) < 0) {
                    besides.computeIfAbsent(place(graph.file(symbol)), key -> new ArrayList<>())
                            .add(symbol);
                }
                byName.merge(graph.name(symbol), new int[] {symbol}, (old, one) -> {
                    int[] longer = Arrays.copyOf(old, old.length + 1);
                    longer[old.length] = added;
                    return longer;
                });
            }
        }
    }

    /** The types at the top of files of the same package; of the same folder where the file has no package. */
    List<Integer> beside(int file) {
        return besides.getOrDefault(place(file), List.of());
    }

    /** How often members of a type are called from anywhere. */
    int uses(int type) {
        return uses[type];
    }

    /** The files of that name without folder and extension, ascending; not to be changed. */
    List<Integer> files(String stem) {
        return byStem.getOrDefault(stem, List.of());
    }

    static String stem(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.indexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private String place(int file) {
        String name = graph.packageName(file);
        String path = graph.path(file);
        return name.isEmpty() ? path.substring(0, path.lastIndexOf('/') + 1) : name;
    }

    private static boolean isNameable(CodeGraph graph, int symbol) {
        SymbolKind kind = graph.kind(symbol);
        return kind.isType() || kind == SymbolKind.MACRO || kind.isCallable() && graph.parent(symbol) < 0;
    }

    CodeGraph graph() {
        return graph;
    }

    /** The symbols of that name, ascending; not to be changed. */
    int[] of(String name) {
        return byName.getOrDefault(name, NONE);
    }
}
