package dev.orrery.indexer.text;

/** The stored index cannot be used: it is damaged or of another version, and is to be set aside and built anew. */
public final class TextIndexDamagedException extends Exception {
    private static final long serialVersionUID = 1;

    TextIndexDamagedException(String what) {
        super(what);
    }

    TextIndexDamagedException(Throwable cause) {
        super(cause.toString(), cause);
    }
}
