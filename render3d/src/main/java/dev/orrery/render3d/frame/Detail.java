package dev.orrery.render3d.frame;

/**
 * How much a picture may hold. What exceeds it melts into clusters and bundles, the least important first.
 *
 * @param bodies most bodies
 * @param calls most calls with a line of their own, selection apart
 * @param bundles most lines that stand for several calls
 * @param finish how lines are painted
 */
public record Detail(int bodies, int calls, int bundles, Finish finish) {
    /** Whether lines are thin and quick or smooth. */
    public enum Finish {
        MOVING,
        RESTING
    }

    private static final Detail FULL = new Detail(4_000_000, 4_000_000, 1_000_000, Finish.RESTING);
    private static final Detail SETTLED = new Detail(600_000, 240_000, 60_000, Finish.RESTING);

    /** What a software renderer draws within some hundred milliseconds: all that is visible but in the largest repositories. */
    public static Detail settled() {
        return SETTLED;
    }

    /** Everything that is visible. */
    public static Detail full() {
        return FULL;
    }

    /** What a software renderer draws thirty times a second. */
    public static Detail moving() {
        return new Detail(13_500, 10_500, 520, Finish.MOVING);
    }

    /** A share of the budgets. */
    public Detail scaled(double share) {
        return new Detail((int) (bodies * share), (int) (calls * share), (int) (bundles * share), finish);
    }
}
