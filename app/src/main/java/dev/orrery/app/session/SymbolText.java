package dev.orrery.app.session;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKey;
import dev.orrery.api.SymbolKind;
import java.util.Locale;
import java.util.StringJoiner;

/** How symbols are written for a reader. */
public final class SymbolText {
    private SymbolText() {}

    /** {@code Type.method}, {@code Outer.Inner}, or the bare name at the top of a file. */
    public static String label(CodeGraph graph, int symbol) {
        int parent = graph.parent(symbol);
        boolean constructor = graph.kind(symbol) == SymbolKind.CONSTRUCTOR;
        if (parent < 0 || graph.kind(parent) == SymbolKind.NAMESPACE || constructor) {
            return graph.name(symbol);
        }
        return graph.name(parent) + "." + graph.name(symbol);
    }

    /** Parameters in brackets where another declaration beside it has the same name; else nothing. */
    public static String distinction(CodeGraph graph, int symbol) {
        int file = graph.file(symbol);
        for (int other = graph.firstSymbol(file); other < graph.endSymbol(file); other++) {
            if (other != symbol
                    && graph.parent(other) == graph.parent(symbol)
                    && graph.kind(other).isCallable()
                    && graph.kind(symbol).isCallable()
                    && graph.name(other).equals(graph.name(symbol))) {
                return "(" + graph.parameters(symbol).replace(",", ", ") + ")";
            }
        }
        return "";
    }

    /** The same from a key alone, for symbols that may not be in the graph at hand. */
    public static String label(SymbolKey key) {
        String[] parts = key.qualifiedName().split("\\.");
        int last = parts.length - 1;
        boolean single = last == 0 || key.kind().isType() || key.kind() == SymbolKind.CONSTRUCTOR;
        return single ? parts[last] : parts[last - 1] + "." + parts[last];
    }

    /** Bundle key of the kind's name. */
    public static String kindKey(SymbolKind kind) {
        return "app.kind." + kind.name().toLowerCase(Locale.ROOT);
    }

    /** The modifiers as the language writes them, separated by spaces; these words are not translated. */
    public static String modifiers(int modifiers) {
        StringJoiner words = new StringJoiner(" ");
        word(words, modifiers, Modifiers.PUBLIC, "public");
        word(words, modifiers, Modifiers.PROTECTED, "protected");
        word(words, modifiers, Modifiers.PRIVATE, "private");
        word(words, modifiers, Modifiers.ABSTRACT, "abstract");
        word(words, modifiers, Modifiers.STATIC, "static");
        word(words, modifiers, Modifiers.DEFAULT, "default");
        word(words, modifiers, Modifiers.FINAL, "final");
        return words.toString();
    }

    private static void word(StringJoiner words, int modifiers, int bit, String word) {
        if (Modifiers.has(modifiers, bit)) {
            words.add(word);
        }
    }

    /** The innermost symbol that a line belongs to, or -1. */
    public static int enclosing(CodeGraph graph, String path, int line) {
        int file = graph.findFile(path);
        int best = -1;
        if (file >= 0) {
            for (int symbol = graph.firstSymbol(file); symbol < graph.endSymbol(file); symbol++) {
                boolean inside = graph.startLine(symbol) <= line && line <= graph.endLine(symbol);
                if (inside && (best < 0 || extent(graph, symbol) <= extent(graph, best))) {
                    best = symbol;
                }
            }
        }
        return best;
    }

    private static int extent(CodeGraph graph, int symbol) {
        return graph.endLine(symbol) - graph.startLine(symbol);
    }
}
