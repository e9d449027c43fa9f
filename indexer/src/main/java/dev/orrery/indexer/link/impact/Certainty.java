package dev.orrery.indexer.link.impact;

import dev.orrery.api.Resolution;

/**
 * How sure it is that a change in one symbol reaches the next, surest first. A way is as sure as its weakest step; the
 * {@link #confidence} is a figure for that step, set by hand and not a measured probability.
 */
public enum Certainty {
    /** A call whose callee is certain. */
    EXACT(1.0),
    /** A call whose callee rests on a guessed type. */
    INFERRED(0.8),
    /**
     * Through an override, either way: a call to an overridden method may run the overrider, who overrides a changed method
     * promises what it promises, and code that encloses a local class or function may run it.
     */
    VIRTUAL(0.6),
    /** A call with several possible callees, of which this is one. */
    AMBIGUOUS(0.3);

    private final double confidence;

    Certainty(double confidence) {
        this.confidence = confidence;
    }

    /** From 0 to 1. */
    public double confidence() {
        return confidence;
    }

    static Certainty of(Resolution resolution) {
        return switch (resolution) {
            case EXACT -> EXACT;
            case INFERRED -> INFERRED;
            case AMBIGUOUS, EXTERNAL -> AMBIGUOUS;
        };
    }

    Certainty and(Certainty other) {
        return compareTo(other) < 0 ? other : this;
    }
}
