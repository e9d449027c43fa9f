package dev.orrery.render3d.scene;

import dev.orrery.api.CodeGraph;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Sizes of the files and symbols of one graph, never negative. Safe from any thread; what is not asked for is not computed. */
public final class Measures {
    private final CodeGraph graph;
    private final Metrics metrics;
    private final Map<SizeBy, double[]> files = new EnumMap<>(SizeBy.class);
    private final Map<SizeBy, double[]> symbols = new EnumMap<>(SizeBy.class);

    public Measures(CodeGraph graph, Metrics metrics) {
        this.graph = graph;
        this.metrics = metrics;
    }

    public CodeGraph graph() {
        return graph;
    }

    public Metrics metrics() {
        return metrics;
    }

    /** Whether both give the same for a metric of the same graph. */
    public boolean agree(Measures other, SizeBy metric) {
        return !metric.isGiven() || metrics.equals(other.metrics);
    }

    /** The metric of each file: the sum over its declarations, but for lines and commits. */
    public synchronized double[] ofFiles(SizeBy metric) {
        return files.computeIfAbsent(metric, this::files);
    }

    /** The metric of each symbol. */
    public synchronized double[] ofSymbols(SizeBy metric) {
        return symbols.computeIfAbsent(metric, this::symbols);
    }

    private double[] files(SizeBy metric) {
        double[] values =
                switch (metric) {
                    case CHURN -> metrics.churn().ofFiles(graph);
                    case COMPLEXITY -> roots(metrics.complexity().ofFiles(graph));
                    case LINES, MEMBERS, FAN_IN, FAN_OUT -> new double[graph.fileCount()];
                };
        for (int file = 0; file < values.length; file++) {
            values[file] = metric.isGiven() ? known(values[file]) : ofFile(graph, file, metric);
        }
        return values;
    }

    private double[] symbols(SizeBy metric) {
        double[] values =
                switch (metric) {
                    case CHURN -> metrics.churn().ofSymbols(graph);
                    case COMPLEXITY -> roots(metrics.complexity().ofSymbols(graph));
                    case LINES, MEMBERS, FAN_IN, FAN_OUT -> new double[graph.symbolCount()];
                };
        for (int symbol = 0; symbol < values.length; symbol++) {
            values[symbol] = metric.isGiven() ? known(values[symbol]) : ofSymbol(graph, symbol, metric);
        }
        return values;
    }

    private static double known(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    private static double[] roots(double[] values) {
        return Arrays.stream(values).map(Math::sqrt).toArray();
    }

    /** What the graph alone tells of a file; 0 for what it does not tell. */
    public static double ofFile(CodeGraph graph, int file, SizeBy metric) {
        if (metric == SizeBy.LINES) {
            return graph.lines(file);
        }
        double sum = 0;
        for (int symbol = graph.firstSymbol(file); symbol < graph.endSymbol(file); symbol++) {
            sum += switch (metric) {
                case MEMBERS -> graph.kind(symbol).isType() ? 0 : 1;
                case FAN_IN -> incomingFromElsewhere(graph, symbol, file);
                case FAN_OUT -> graph.endCall(symbol) - graph.firstCall(symbol);
                case LINES, CHURN, COMPLEXITY -> 0;
            };
        }
        return sum;
    }

    private static int incomingFromElsewhere(CodeGraph graph, int symbol, int file) {
        int calls = 0;
        for (int i = 0; i < graph.incomingCount(symbol); i++) {
            calls += graph.file(graph.caller(graph.incoming(symbol, i))) == file ? 0 : 1;
        }
        return calls;
    }

    /** What the graph alone tells of a declaration. */
    static double ofSymbol(CodeGraph graph, int symbol, SizeBy metric) {
        return switch (metric) {
            case LINES -> graph.endLine(symbol) - graph.startLine(symbol) + 1;
            case MEMBERS -> members(graph, symbol);
            case FAN_IN -> graph.incomingCount(symbol);
            case FAN_OUT -> graph.endCall(symbol) - graph.firstCall(symbol);
            case CHURN, COMPLEXITY -> 0;
        };
    }

    /** How many declarations stand directly in a symbol; its own are next to it in the table. */
    private static int members(CodeGraph graph, int symbol) {
        int members = 0;
        int end = graph.endSymbol(graph.file(symbol));
        for (int other = symbol + 1; other < end && graph.parent(other) >= symbol; other++) {
            members += graph.parent(other) == symbol ? 1 : 0;
        }
        return members;
    }
}
