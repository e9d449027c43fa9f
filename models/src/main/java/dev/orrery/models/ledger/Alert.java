package dev.orrery.models.ledger;

/**
 * Something that the user wants to hear of.
 *
 * @param kind what is watched
 * @param period over how long
 * @param limit above which it is told, in the kind's unit
 */
public record Alert(Kind kind, Period period, long limit) {

    /** What is watched. */
    public enum Kind {
        /** Money spent, in millionths of a US dollar. */
        SPENDING,
        /** Requests that failed, in percent of those that a model was asked; told from five such requests on. */
        FAILURES,
        /** The 95th percentile of the time until the last token, in milliseconds; told from five answers on. */
        LATENCY
    }

    /**
     * How an alert stands.
     *
     * @param value what is watched, now
     * @param over whether it is above the limit
     */
    public record State(Alert alert, long value, boolean over) {}
}
