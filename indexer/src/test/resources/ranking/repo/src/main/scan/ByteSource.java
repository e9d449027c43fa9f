package dev.orrery.indexer.scan;

import java.io.IOException;

/** Bytes that are read once, front to back. */
interface ByteSource {
    /** Reads some bytes, at least one and at most {@code length}, and says how many; 0 or less at the end. */
    int read(byte[] target, int offset, int length) throws IOException;
}
