package dev.orrery.render3d.scene;

/**
 * Amounts as colours, along the logarithm of one more: most amounts of code are small, and a few are very large.
 *
 * @param least the smallest amount
 * @param most the largest
 * @param direction which end stands out
 * @param scale the colours
 * @param unknown the colour of what has no amount
 */
record Amounts(double least, double most, ColourKey.Direction direction, SequentialScale scale, int unknown) {
    /** The place of an amount between the least (0) and the most (1); the middle where all are alike. */
    double share(double amount) {
        double low = Math.log1p(least);
        double high = Math.log1p(most);
        return high > low ? Math.clamp((Math.log1p(amount) - low) / (high - low), 0, 1) : 0.5;
    }

    /** The amount half way. */
    double middle() {
        return Math.expm1((Math.log1p(least) + Math.log1p(most)) / 2);
    }

    int colour(double amount) {
        if (Double.isNaN(amount)) {
            return unknown;
        }
        double share = share(amount);
        return scale.colour(direction == ColourKey.Direction.MUCH_STANDS_OUT ? share : 1 - share);
    }
}
