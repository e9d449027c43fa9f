package dev.orrery.api;

import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
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
            return IntStream.range(0, graph.fileCount())
                    .mapToObj(graph::keys)
                    .flatMap(List::stream)
                    .iterator();
        }
    }

    /** Of one symbol, at the price of a look at those before it in its file. */
    static SymbolKey of(CodeGraph graph, int symbol) {
        SymbolKey plain = plain(graph, graph.file(symbol), symbol);
        int ordinal = 0;
        for (int other = graph.firstSymbol(graph.file(symbol)); other < symbol; other++) {
            if (isPlain(graph, other, plain)) {
                ordinal++;
            }
        }
        return plain.numbered(ordinal);
    }

    /** Of all symbols of a file, in their order, at a price that is linear in their number. */
    static List<SymbolKey> ofFile(CodeGraph graph, int file) {
        List<SymbolKey> keys = new ArrayList<>(graph.endSymbol(file) - graph.firstSymbol(file));
        Map<SymbolKey, Integer> seen = new HashMap<>();
        for (int symbol = graph.firstSymbol(file); symbol < graph.endSymbol(file); symbol++) {
            SymbolKey plain = plain(graph, file, symbol);
            keys.add(plain.numbered(seen.merge(plain, 1, Integer::sum) - 1));
        }
        return keys;
    }

    private static SymbolKey plain(CodeGraph graph, int file, int symbol) {
        return new SymbolKey(
                graph.language(file),
                graph.path(file),
                graph.path(symbol, "."),
                graph.kind(symbol),
                graph.parameters(symbol),
                0);
    }

    /** Whether a symbol of the key's file has that key but for its number. */
    private static boolean isPlain(CodeGraph graph, int symbol, SymbolKey key) {
        return graph.kind(symbol) == key.kind()
                && key.qualifiedName().endsWith(graph.name(symbol))
                && graph.parameters(symbol).equals(key.parameters())
                && graph.path(symbol, ".").equals(key.qualifiedName());
    }

    static int find(CodeGraph graph, SymbolKey key) {
        int file = graph.findFile(key.path());
        if (file < 0 || !graph.language(file).equals(key.language())) {
            return -1;
        }
        int ordinal = 0;
        for (int symbol = graph.firstSymbol(file); symbol < graph.endSymbol(file); symbol++) {
            if (isPlain(graph, symbol, key) && ordinal++ == key.ordinal()) {
                return symbol;
            }
        }
        return -1;
    }
}
