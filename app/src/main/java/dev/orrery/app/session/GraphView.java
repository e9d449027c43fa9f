package dev.orrery.app.session;

import dev.orrery.api.CodeGraph;

/**
 * A graph and the regions it falls into, made together off the UI thread so that tree, lists and map use one set of
 * colours.
 */
public record GraphView(CodeGraph graph, RegionColours regions) {
    public static final GraphView EMPTY = of(CodeGraph.empty());

    public static GraphView of(CodeGraph graph) {
        return new GraphView(graph, RegionColours.of(graph));
    }
}
