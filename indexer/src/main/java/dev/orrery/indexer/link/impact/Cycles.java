package dev.orrery.indexer.link.impact;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.Resolution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Files, packages or types that need each other: the strongly connected components with more than one member of the graph
 * in which one points to another when code of the one calls or extends the other. Ambiguous calls do not count.
 *
 * <p>Tarjan's algorithm ("Depth-first search and linear graph algorithms", 1972) without recursion.
 */
public final class Cycles {
    /** What is joined into one node. */
    public enum Level {
        FILE,
        PACKAGE,
        /** A type at the top of its file with everything inside; code outside types belongs to its file. */
        TYPE
    }

    private final CodeGraph graph;
    private final Level level;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    private Cycles(CodeGraph graph, Level level) {
        this.graph = graph;
        this.level = level;
    }

    /** The members of each cycle in alphabetical order, the largest cycle first. */
    public static List<List<String>> of(CodeGraph graph, Level level) {
        return new Cycles(graph, level).find();
    }

    private List<List<String>> find() {
        int[] node = new int[graph.symbolCount()];
        for (int symbol = 0; symbol < node.length; symbol++) {
            node[symbol] = node(symbol);
        }
        List<int[]> edges = new ArrayList<>();
        for (int symbol = 0; symbol < node.length; symbol++) {
            for (int call = graph.firstCall(symbol); call < graph.endCall(symbol); call++) {
                if (graph.callee(call) >= 0 && graph.resolution(call) != Resolution.AMBIGUOUS) {
                    add(edges, node[symbol], node[graph.callee(call)]);
                }
            }
            for (int i = 0; i < graph.superCount(symbol); i++) {
                add(edges, node[symbol], node[graph.supertype(symbol, i)]);
            }
        }
        return new Components(names.size(), edges)
                .cyclic().stream()
                        .map(members -> Arrays.stream(members)
                                .mapToObj(names::get)
                                .sorted()
                                .toList())
                        .sorted(Comparator.comparingInt((List<String> cycle) -> -cycle.size())
                                .thenComparing(List::getFirst))
                        .toList();
    }

    private static void add(List<int[]> edges, int from, int to) {
        if (from != to) {
            edges.add(new int[] {from, to});
        }
    }

    private int node(int symbol) {
        int file = graph.file(symbol);
        String name =
                switch (level) {
                    case FILE -> graph.path(file);
                    case PACKAGE -> graph.packageName(file);
                    case TYPE -> type(symbol);
                };
        Integer known = numbers.putIfAbsent(name, names.size());
        if (known == null) {
            names.add(name);
            return names.size() - 1;
        }
        return known;
    }

    private String type(int symbol) {
        int top = -1;
        for (int outer = symbol; outer >= 0; outer = graph.parent(outer)) {
            top = graph.kind(outer).isType() ? outer : top;
        }
        return top < 0 ? graph.path(graph.file(symbol)) : graph.path(top, ".");
    }
}
