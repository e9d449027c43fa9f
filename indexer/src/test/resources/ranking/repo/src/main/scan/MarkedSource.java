package dev.orrery.indexer.scan;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Turns a file's bytes into UTF-8 as ripgrep does: by the byte order mark at their start. A UTF-8 mark is dropped, UTF-16
 * is decoded, and everything else passes as it is, broken UTF-8 included. The first read hands out what was looked at to
 * find the mark, three bytes, because ripgrep's blocks, and so what it sees of a binary file, depend on it.
 */
final class MarkedSource implements ByteSource {
    private static final int MARK = 3;
    private static final int CHUNK = 8192;

    private final ByteSource raw;
    private final byte[] head = new byte[MARK];
    private int headLength = -1;
    private boolean headDone;
    private Utf16Chunks decoded;

    MarkedSource(ByteSource raw) {
        this.raw = raw;
        this.decoded = Utf16Chunks.NONE;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (headLength < 0) {
            peek();
        }
        if (decoded != Utf16Chunks.NONE) {
            return decoded.read(target, offset, length);
        }
        if (!headDone) {
            headDone = true;
            if (headLength > 0) {
                System.arraycopy(head, 0, target, offset, headLength);
                return headLength;
            }
        }
        return raw.read(target, offset, length);
    }

    private void peek() throws IOException {
        headLength = 0;
        while (headLength < MARK) {
            int count = raw.read(head, headLength, MARK - headLength);
            if (count <= 0) {
                break;
            }
            headLength += count;
        }
        Charset marked = TextEncoding.ofMark(head, headLength);
        if (marked.equals(StandardCharsets.UTF_16LE) || marked.equals(StandardCharsets.UTF_16BE)) {
            decoded = new Utf16Chunks(raw, marked, CHUNK);
            decoded.push(head, 2, headLength - 2);
        } else if (headLength == MARK && TextEncoding.startsWithUtf8Mark(head, headLength)) {
            headLength = 0;
        }
    }
}
