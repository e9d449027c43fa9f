package dev.orrery.api;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes and finds the keys of symbols. */
final class SymbolKeys {
    private SymbolKeys() {}

    /** All keys of a graph, made one by one when they are looked at: there may be millions. */
    static final class All extends AbstractSet<SymbolKey> {
        private final CodeGraph graph;

        All(CodeGraph graph) {
            this.graph = graph;
        }

        @Override
        public int size() {
            return graph.symbolCount();
        }

        @Override
        public boolean contains(@Nullable Object other) {
            return other instanceof SymbolKey key && graph.find(key) >= 0;
        }

        @Override
        public Iterator<SymbolKey> iterator() {
            return IntStream.range(0, graph.symbolCount()).mapToObj(graph::key).iterator();
        }
    }

    static SymbolKey of(CodeGraph graph, GraphRows rows, int symbol) {
        int file = graph.file(symbol);
        return new SymbolKey(
                graph.language(file),
                graph.path(file),
                graph.path(symbol, "."),
                graph.kind(symbol),
                graph.parameters(symbol),
                ordinal(rows, symbol, graph.firstSymbol(file)));
    }

    /** How many symbols before it in its file have the same key but for this number. */
    private static int ordinal(GraphRows rows, int symbol, int first) {
        int piece = rows.ofSymbol(symbol);
        int shift = rows.symbolShift[piece];
        int ordinal = 0;
        for (int other = symbol - 1; other >= first; other--) {
            if (agree(rows.table[piece], other - shift, symbol - shift)) {
                ordinal++;
            }
        }
        return ordinal;
    }

    private static boolean agree(GraphColumns columns, int a, int b) {
        while (a >= 0 && b >= 0 && a != b) {
            if (columns.symbolKind()[a] != columns.symbolKind()[b]
                    || columns.symbolName()[a] != columns.symbolName()[b]
                    || columns.symbolParameters()[a] != columns.symbolParameters()[b]) {
                return false;
            }
            a = columns.symbolParent()[a];
            b = columns.symbolParent()[b];
        }
        return a == b;
    }

    static int find(CodeGraph graph, SymbolKey key) {
        int file = graph.findFile(key.path());
        if (file < 0 || !graph.language(file).equals(key.language())) {
            return -1;
        }
        int ordinal = 0;
        for (int symbol = graph.firstSymbol(file); symbol < graph.endSymbol(file); symbol++) {
            if (graph.kind(symbol) == key.kind()
                    && graph.parameters(symbol).equals(key.parameters())
                    && key.qualifiedName().endsWith(graph.name(symbol))
                    && graph.path(symbol, ".").equals(key.qualifiedName())
                    && ordinal++ == key.ordinal()) {
                return symbol;
            }
        }
        return -1;
    }
}
