package dev.orrery.app.session;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.SymbolKey;
import java.util.Optional;

/**
 * Finds the symbol that a user means by a name: qualified, with or without parameters; the end of a qualified name, such
 * as {@code Type.method}; or a simple name. Among several the most called one, tests last.
 */
public final class SymbolLookup {
    private SymbolLookup() {}

    public static Optional<SymbolKey> find(CodeGraph graph, String name) {
        int bracket = name.indexOf('(');
        String wanted = (bracket < 0 ? name : name.substring(0, bracket)).replace('#', '.');
        String parameters = bracket < 0 ? "" : name.substring(bracket).replace(" ", "");
        String simple = wanted.substring(wanted.lastIndexOf('.') + 1);
        int best = -1;
        long bestScore = 0;
        for (int symbol = 0; symbol < graph.symbolCount(); symbol++) {
            if (graph.name(symbol).equals(simple)) {
                long score = score(graph, symbol, wanted, parameters);
                if (score > bestScore) {
                    bestScore = score;
                    best = symbol;
                }
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(graph.key(best));
    }

    private static long score(CodeGraph graph, int symbol, String wanted, String parameters) {
        String path = graph.path(symbol, ".");
        boolean whole = path.equals(wanted);
        boolean end = whole || ("." + path).endsWith("." + wanted);
        if (!end || (!parameters.isEmpty() && !graph.qualifiedName(symbol).endsWith(parameters))) {
            return 0;
        }
        long production = graph.isTest(symbol) ? 0 : 1L << 40;
        long type = graph.kind(symbol).isType() ? 1L << 30 : 0;
        return (whole ? 1L << 50 : 0) + production + type + 1 + graph.incomingCount(symbol);
    }
}
