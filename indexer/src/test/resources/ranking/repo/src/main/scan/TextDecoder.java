package dev.orrery.indexer.scan;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes files for the eye. Byte order marks decide; without one, text that is valid UTF-8 is UTF-8, and anything else is
 * windows-1252 or, where it holds bytes which that lacks, ISO-8859-1. Search never goes this way: it works on bytes.
 */
public final class TextDecoder {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private TextDecoder() {}

    /**
     * A file's text.
     *
     * @param text without its byte order mark
     * @param charset how it was decoded
     */
    public record Decoded(String text, Charset charset) {}

    /** Decodes a whole file; broken UTF-16 gets U+FFFD, all else decodes without loss. */
    public static Decoded decode(byte[] file) {
        Charset marked = TextEncoding.ofMark(file, file.length);
        if (!marked.equals(StandardCharsets.UTF_8)) {
            return new Decoded(new String(file, 2, file.length - 2, marked), marked);
        }
        int start = TextEncoding.startsWithUtf8Mark(file, file.length) ? 3 : 0;
        ByteBuffer bytes = ByteBuffer.wrap(file, start, file.length - start);
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, WINDOWS}) {
            try {
                String text = charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(bytes.duplicate())
                        .toString();
                return new Decoded(text, charset);
            } catch (CharacterCodingException notThis) {
                continue;
            }
        }
        return new Decoded(
                new String(file, start, file.length - start, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
    }

    /** Whether a file is binary by ripgrep's rule: text never holds a zero byte, unless it is marked as UTF-16. */
    public static boolean isBinary(byte[] file) {
        return TextEncoding.ofMark(file, file.length).equals(StandardCharsets.UTF_8)
                && Bytes.indexOf(file, 0, file.length, (byte) 0) >= 0;
    }

    /** Lines of a file; a last one without its end counts. */
    public static int lineCount(byte[] file) {
        boolean open = file.length > 0 && file[file.length - 1] != '\n';
        return Bytes.count(file, 0, file.length, (byte) '\n') + (open ? 1 : 0);
    }
}
