package dev.orrery.render3d.scene;

/** What the colour of a body tells. */
public enum ColourBy {
    REGION,
    LANGUAGE,
    KIND,
    VISIBILITY,
    /** How many commits changed the file. */
    CHURN,
    /** How long ago that was last. */
    AGE,
    /** Who made most of those commits. */
    AUTHOR,
    /** How much flows through it. */
    COMPLEXITY;

    /** Whether it needs what git knows. */
    public boolean isHistory() {
        return this == CHURN || this == AGE || this == AUTHOR;
    }

    /** Whether declarations of one file differ. */
    boolean isOfSymbols() {
        return this == KIND || this == VISIBILITY;
    }
}
