package dev.orrery.api;

/** Who waits for an answer. Urgent requests go before others. */
public enum Urgency {
    /** A person who types. */
    INTERACTIVE,
    /** Nobody at the moment. */
    BACKGROUND
}
