package dev.orrery.app.session;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.SymbolKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the symbol that a user means by a name: qualified, with or without parameters; the end of a qualified name, such
 * as {@code Type.method}; or a simple name. Among several the most called one, tests last.
 */
public final class SymbolLookup {
    private static final long WHOLE = 1L << 50;
    private static final long PRODUCTION = 1L << 40;
    private static final long TYPE = 1L << 30;

    private SymbolLookup() {}

    public static Optional<SymbolKey> find(CodeGraph graph, String name) {
        return matches(graph, name).stream().findFirst().map(best -> graph.key(best.symbol));
    }

    /**
     * All symbols that a name may mean equally well: only those whose whole qualified name it is if there are any, then only
     * production code, then only types, because a type speaks for its constructors. Overloads have one name.
     */
    public static List<Integer> all(CodeGraph graph, String name) {
        List<Match> matches = matches(graph, name);
        if (matches.isEmpty()) {
            return List.of();
        }
        long best = rank(matches.getFirst());
        return matches.stream()
                .filter(match -> rank(match) == best)
                .map(match -> match.symbol)
                .toList();
    }

    private static long rank(Match match) {
        return match.score & (WHOLE | PRODUCTION | TYPE);
    }

    private record Match(int symbol, long score) {}

    private static List<Match> matches(CodeGraph graph, String name) {
        int bracket = name.indexOf('(');
        String wanted = (bracket < 0 ? name : name.substring(0, bracket)).replace('#', '.');
        String parameters = bracket < 0 ? "" : name.substring(bracket).replace(" ", "");
        String simple = wanted.substring(wanted.lastIndexOf('.') + 1);
        List<Match> matches = new ArrayList<>();
        for (int symbol = 0; symbol < graph.symbolCount(); symbol++) {
            if (graph.name(symbol).equals(simple)) {
                long score = score(graph, symbol, wanted, parameters);
                if (score > 0) {
                    matches.add(new Match(symbol, score));
                }
            }
        }
        matches.sort(Comparator.comparingLong((Match match) -> match.score)
                .reversed()
                .thenComparing(match -> match.symbol));
        return matches;
    }

    private static long score(CodeGraph graph, int symbol, String wanted, String parameters) {
        String path = graph.path(symbol, ".");
        boolean whole = path.equals(wanted);
        boolean end = whole || ("." + path).endsWith("." + wanted);
        if (!end || (!parameters.isEmpty() && !graph.qualifiedName(symbol).endsWith(parameters))) {
            return 0;
        }
        long production = graph.isTest(symbol) ? 0 : PRODUCTION;
        long type = graph.kind(symbol).isType() ? TYPE : 0;
        return (whole ? WHOLE : 0) + production + type + 1 + graph.incomingCount(symbol);
    }
}
