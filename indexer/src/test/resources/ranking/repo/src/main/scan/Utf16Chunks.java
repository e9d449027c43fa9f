package dev.orrery.indexer.scan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-16 read a chunk at a time and handed out as UTF-8; what is no text becomes U+FFFD. */
final class Utf16Chunks implements ByteSource {
    static final Utf16Chunks NONE = new Utf16Chunks((target, offset, length) -> 0, StandardCharsets.UTF_16LE, 2);

    private final ByteSource raw;
    private final CharsetDecoder decoder;
    private final ByteBuffer input;
    private ByteBuffer output = ByteBuffer.allocate(0);
    private boolean ended;

    Utf16Chunks(ByteSource raw, Charset charset, int chunk) {
        this.raw = raw;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        this.input = ByteBuffer.allocate(chunk + 8);
    }

    /** Bytes that were already taken from the source. */
    void push(byte[] bytes, int offset, int length) {
        input.put(bytes, offset, length);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (!output.hasRemaining()) {
            if (ended) {
                return 0;
            }
            refill();
        }
        int count = Math.min(length, output.remaining());
        output.get(target, offset, count);
        return count;
    }

    private void refill() throws IOException {
        int count = raw.read(input.array(), input.position(), input.remaining());
        ended = count <= 0;
        input.position(input.position() + Math.max(count, 0)).flip();
        CharBuffer characters = CharBuffer.allocate(input.remaining() + 2);
        decoder.decode(input, characters, ended);
        if (ended) {
            decoder.flush(characters);
        }
        input.compact();
        output = StandardCharsets.UTF_8.encode(characters.flip());
    }
}
