package dev.orrery.render3d.frame;

/**
 * What a picture shows, in numbers. Every call site that the filter shows is counted once: with a line of its own, in a
 * bundle, melted or outside.
 *
 * @param bodies bodies drawn
 * @param visibleBodies bodies that the picture had room for, drawn or not
 * @param calls call sites that have a line of their own
 * @param visibleCalls call sites that are near enough for a line of their own, whether there was time for it or not
 * @param bundles lines that stand for several calls
 * @param bundledCalls call sites that those lines stand for
 * @param meltedCalls call sites inside a body, a cluster or a region that is drawn as one thing
 * @param outsideCalls call sites of which neither end is in the picture
 * @param totalCalls all call sites
 */
public record Tally(
        int bodies,
        int visibleBodies,
        int calls,
        int visibleCalls,
        int bundles,
        int bundledCalls,
        int meltedCalls,
        int outsideCalls,
        int totalCalls) {
    public static final Tally EMPTY = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0);
}
