package dev.orrery.render3d.scene;

/** A metric: what the size of a body tells, or the area or height of a house. */
public enum SizeBy {
    LINES,
    MEMBERS,
    FAN_IN,
    FAN_OUT,
    /** How many commits changed the file; none where git knows nothing. */
    CHURN,
    /** The root of the information flow. */
    COMPLEXITY;

    /** Whether it needs more than the graph. */
    boolean isGiven() {
        return this == CHURN || this == COMPLEXITY;
    }
}
