package dev.orrery.indexer.parse;

/** A text that was not parsed to its end, and why. */
public final class ParseStopped extends Exception {
    private static final long serialVersionUID = 1;

    /** Why a text was not parsed. */
    public enum Reason {
        /** More bytes than {@link FlatParser#MAX_BYTES}. */
        TOO_LARGE,
        /** More work or more nodes than a text of this size may take. The same text is always refused. */
        TOO_COMPLEX,
        /** More time than a text may take; a less busy machine may manage. */
        TIMED_OUT
    }

    private final Reason reason;

    public ParseStopped(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
