package dev.orrery.render3d.view;

import dev.orrery.render3d.frame.Tally;

/**
 * What the map shows and how fluently.
 *
 * @param framesPerSecond pictures presented in the last second of motion; 0 at rest
 * @param frameMillis what the last picture took from request to presentation
 * @param tally bodies, calls and bundles of the last picture
 * @param labels labels placed
 */
public record MapStatistics(double framesPerSecond, double frameMillis, Tally tally, int labels) {
    static final MapStatistics NONE = new MapStatistics(0, 0, Tally.EMPTY, 0);

    public int bodies() {
        return tally.bodies();
    }

    public int calls() {
        return tally.calls();
    }

    public int bundles() {
        return tally.bundles();
    }
}
