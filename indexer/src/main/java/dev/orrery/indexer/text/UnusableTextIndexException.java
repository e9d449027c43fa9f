package dev.orrery.indexer.text;

/** The stored index cannot be used, and is to be set aside and built anew. */
public final class UnusableTextIndexException extends Exception {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** Why it cannot be used. */
    public enum Reason {
        DAMAGED,
        OTHER_VERSION
    }

    UnusableTextIndexException(Reason reason, String what) {
        super(what);
        this.reason = reason;
    }

    UnusableTextIndexException(Reason reason, Throwable cause) {
        super(cause.toString(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
