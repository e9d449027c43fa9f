package dev.orrery.api;

/** How much may be done with a request without asking, from least to most dangerous. */
public enum Risk {
    /** R0: always without asking. */
    AUTOMATIC,
    /** R1: without asking within a scope that the user has granted. */
    WITHIN_SCOPE,
    /** R2: only after the user said yes. */
    ASK_FIRST,
    /** R3: never by a model. */
    HUMAN_ONLY
}
