package dev.orrery.indexer.text.names;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKind;
import java.util.Arrays;

/** The names of one graph's symbols, each once, and what of a symbol counts when names match equally well. Immutable. */
final class NameTable {
    private static final int MOST_CALLS = 24;

    private final CodeGraph graph;
    private final int[] strings;
    private final long[] letters;
    private final int[] firstSymbol;
    private final int[] symbols;
    private final float[] weight;

    NameTable(CodeGraph graph) {
        this.graph = graph;
        int[] nameOf = graph.columns().symbolName();
        int count = graph.symbolCount();
        int[] perString = new int[graph.columns().strings().length];
        for (int symbol = 0; symbol < count; symbol++) {
            perString[nameOf[symbol]] += isListed(graph, symbol) ? 1 : 0;
        }
        this.strings = usedStrings(perString);
        this.letters = new long[strings.length];
        this.firstSymbol = new int[strings.length + 1];
        int[] next = perString;
        for (int name = 0; name < strings.length; name++) {
            int uses = perString[strings[name]];
            firstSymbol[name + 1] = firstSymbol[name] + uses;
            next[strings[name]] = firstSymbol[name];
            letters[name] = NamePattern.letters(text(name));
        }
        this.symbols = new int[firstSymbol[strings.length]];
        for (int symbol = 0; symbol < count; symbol++) {
            if (isListed(graph, symbol)) {
                symbols[next[nameOf[symbol]]++] = symbol;
            }
        }
        this.weight = weights(graph);
    }

    private static int[] usedStrings(int[] perString) {
        int[] used = new int[perString.length];
        int count = 0;
        for (int string = 0; string < perString.length; string++) {
            if (perString[string] > 0) {
                used[count++] = string;
            }
        }
        return Arrays.copyOf(used, count);
    }

    private static boolean isListed(CodeGraph graph, int symbol) {
        return graph.kind(symbol) != SymbolKind.INITIALIZER
                && !Modifiers.has(graph.modifiers(symbol), Modifiers.IMPLICIT)
                && !graph.name(symbol).isEmpty();
    }

    private static float[] weights(CodeGraph graph) {
        int[] calls = new int[graph.symbolCount()];
        for (int symbol = calls.length - 1; symbol >= 0; symbol--) {
            calls[symbol] += graph.incomingCount(symbol);
            int parent = graph.parent(symbol);
            if (parent >= 0) {
                calls[parent] += calls[symbol];
            }
        }
        float[] weights = new float[calls.length];
        for (int symbol = 0; symbol < calls.length; symbol++) {
            weights[symbol] = (float) (weight(graph, symbol) + Math.min(MOST_CALLS, 2 * Math.log1p(calls[symbol])));
        }
        return weights;
    }

    private static double weight(CodeGraph graph, int symbol) {
        SymbolKind kind = graph.kind(symbol);
        double weight = kind.isType() ? 20 : kind == SymbolKind.CONSTRUCTOR ? -8 : kind.isCallable() ? 4 : 0;
        int modifiers = graph.modifiers(symbol);
        weight -= Modifiers.has(modifiers, Modifiers.LOCAL) ? 6 : 0;
        weight -= Modifiers.has(modifiers, Modifiers.DEPRECATED) ? 4 : 0;
        weight -= graph.isTest(symbol) ? 14 : 0;
        return weight - 0.2 * Math.min(40, graph.name(symbol).length());
    }

    CodeGraph graph() {
        return graph;
    }

    int nameCount() {
        return strings.length;
    }

    String text(int name) {
        return graph.columns().strings()[strings[name]];
    }

    long letters(int name) {
        return letters[name];
    }

    int firstSymbol(int name) {
        return firstSymbol[name];
    }

    int endSymbol(int name) {
        return firstSymbol[name + 1];
    }

    int symbol(int index) {
        return symbols[index];
    }

    /** What counts beside the name: types, much called code and code outside tests come first. */
    float weight(int symbol) {
        return weight[symbol];
    }
}
