package dev.orrery.indexer.share;

import java.io.IOException;

/** The other side said something that the protocol does not know. */
public final class ProtocolException extends IOException {
    private static final long serialVersionUID = 1;

    ProtocolException(String what) {
        super(what);
    }
}
