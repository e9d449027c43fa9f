package dev.orrery.api;

/**
 * A number for each file and each symbol of a graph: how often they changed, how complex they are. Pure and safe from any
 * thread; takes time linear in the graph. {@code NaN} where nothing is known.
 */
public interface CodeMetric {
    /** By file row of the graph. */
    double[] ofFiles(CodeGraph graph);

    /** By symbol row of the graph. */
    double[] ofSymbols(CodeGraph graph);
}
