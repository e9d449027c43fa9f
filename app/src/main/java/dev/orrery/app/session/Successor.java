package dev.orrery.app.session;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.SymbolKey;
import org.jspecify.annotations.Nullable;

/** Finds what became of a symbol whose key is gone: the same name with other parameters, or else what enclosed it. */
final class Successor {
    private Successor() {}

    static @Nullable SymbolKey of(SymbolKey lost, CodeGraph graph) {
        int file = graph.findFile(lost.path());
        if (file < 0) {
            return null;
        }
        int enclosing = -1;
        for (int symbol = graph.firstSymbol(file); symbol < graph.endSymbol(file); symbol++) {
            String path = graph.path(symbol, ".");
            if (path.equals(lost.qualifiedName()) && graph.kind(symbol) == lost.kind()) {
                return graph.key(symbol);
            }
            if (lost.qualifiedName().startsWith(path + ".")) {
                enclosing = symbol;
            }
        }
        return enclosing < 0 ? null : graph.key(enclosing);
    }
}
