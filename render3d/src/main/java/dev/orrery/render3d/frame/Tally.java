package dev.orrery.render3d.frame;

/**
 * What a picture shows, in numbers.
 *
 * @param bodies bodies drawn
 * @param visibleBodies bodies that the picture had room for, drawn or not
 * @param calls call sites that have a line of their own
 * @param visibleCalls call sites whose line is to be seen at this level of detail, drawn or not
 * @param bundles lines that stand for several calls
 * @param bundledCalls call sites that those lines stand for
 * @param meltedCalls call sites inside a cluster or region that is drawn as one thing and counts them
 * @param totalCalls all call sites that the filter shows
 */
public record Tally(
        int bodies,
        int visibleBodies,
        int calls,
        int visibleCalls,
        int bundles,
        int bundledCalls,
        int meltedCalls,
        int totalCalls) {
    public static final Tally EMPTY = new Tally(0, 0, 0, 0, 0, 0, 0, 0);
}
