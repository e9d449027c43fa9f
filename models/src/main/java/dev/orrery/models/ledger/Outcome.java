package dev.orrery.models.ledger;

/** What became of a request. */
public enum Outcome {
    UNDER_WAY,
    ANSWERED,
    /** No model could. */
    FAILED,
    /** Nobody wanted the answer any more. */
    CANCELLED,
    /** The rules, the budget or the user said no. */
    REFUSED,
    /** The application ended before it did. */
    LOST
}
