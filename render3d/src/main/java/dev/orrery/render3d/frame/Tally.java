package dev.orrery.render3d.frame;

/**
 * What a picture shows, in numbers.
 *
 * @param bodies bodies drawn
 * @param calls call sites that have a line of their own
 * @param bundles lines that stand for several calls
 * @param bundledCalls call sites that those lines stand for
 * @param meltedCalls call sites inside a cluster or region that is drawn as one thing and counts them
 * @param totalCalls all call sites that the filter shows
 */
public record Tally(int bodies, int calls, int bundles, int bundledCalls, int meltedCalls, int totalCalls) {
    public static final Tally EMPTY = new Tally(0, 0, 0, 0, 0, 0);
}
