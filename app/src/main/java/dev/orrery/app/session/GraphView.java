package dev.orrery.app.session;

import dev.orrery.api.CodeGraph;
import dev.orrery.render3d.scene.Regions;

/**
 * A graph and the regions it falls into, made together off the UI thread so that tree, lists and map use one set of
 * colours.
 */
public record GraphView(CodeGraph graph, Regions regions) {
    /** The hue of what belongs to no one region. */
    public static final int NO_HUE = -1;

    public static final GraphView EMPTY = of(CodeGraph.empty());

    public static GraphView of(CodeGraph graph) {
        return new GraphView(graph, Regions.of(graph));
    }

    /** A later graph of the same repository; regions keep their hues. */
    public GraphView following(CodeGraph next) {
        return graph.fileCount() == 0 ? of(next) : new GraphView(next, regions.following(next));
    }

    /** The name of a file's region as the map shows it. */
    public String regionName(int file) {
        return regions.name(regions.ofFile(file));
    }

    /** The number of a file's hue. */
    public int hue(int file) {
        return regions.hue(regions.ofFile(file));
    }
}
