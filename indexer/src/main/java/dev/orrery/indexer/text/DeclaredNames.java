package dev.orrery.indexer.text;

import dev.orrery.api.CodeGraph;
import java.util.Arrays;
import java.util.function.IntConsumer;

/** The symbols of one graph by their simple names, whatever the case of letters. Immutable. */
final class DeclaredNames {
    private final CodeGraph graph;
    /** By hash, the last such symbol plus one. */
    private final int[] heads;
    /** By symbol, the one before it with an equal hash plus one. */
    private final int[] before;

    DeclaredNames(CodeGraph graph) {
        this.graph = graph;
        int count = graph.symbolCount();
        this.heads = new int[Integer.highestOneBit(Math.max(1, count)) * 2];
        this.before = new int[count];
        int[] nameOf = graph.columns().symbolName();
        int[] hashes = new int[graph.columns().strings().length];
        Arrays.fill(hashes, -1);
        for (int symbol = 0; symbol < count; symbol++) {
            int name = nameOf[symbol];
            if (hashes[name] < 0) {
                hashes[name] = slot(graph.columns().strings()[name]);
            }
            before[symbol] = heads[hashes[name]];
            heads[hashes[name]] = symbol + 1;
        }
    }

    private int slot(String name) {
        int hash = 0;
        for (int i = 0; i < name.length(); i++) {
            hash = hash * 31 + Character.toLowerCase(Character.toUpperCase(name.charAt(i)));
        }
        return (hash ^ hash >>> 15) & heads.length - 1;
    }

    /** Hands out the symbols with this name, last ones first. */
    void each(String name, IntConsumer visitor) {
        for (int next = heads[slot(name)]; next > 0; next = before[next - 1]) {
            if (graph.name(next - 1).equalsIgnoreCase(name)) {
                visitor.accept(next - 1);
            }
        }
    }
}
