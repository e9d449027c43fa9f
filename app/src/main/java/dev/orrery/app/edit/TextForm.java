package dev.orrery.app.edit;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.indexer.scan.TextDecoder;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a text becomes bytes.
 *
 * @param charset the encoding
 * @param isMarked whether a byte order mark comes first
 */
public record TextForm(Charset charset, boolean isMarked) {
    /** What a new file gets. */
    public static final TextForm USUAL = new TextForm(StandardCharsets.UTF_8, false);

    private static final String MARK = "\ufeff";

    /** A file's text with its form; decoded as the index decodes it. */
    public record Decoded(String text, TextForm form) {}

    /** Decodes a file; whether the bytes come back the same way, {@link #encode} tells. */
    static Decoded decode(byte[] file) {
        TextDecoder.Decoded decoded = TextDecoder.decode(file);
        byte[] mark = MARK.getBytes(decoded.charset());
        boolean isUnicode = decoded.charset().name().startsWith("UTF");
        boolean marked =
                isUnicode && file.length >= mark.length && Arrays.equals(mark, 0, mark.length, file, 0, mark.length);
        return new Decoded(decoded.text(), new TextForm(decoded.charset(), marked));
    }

    /** @throws OrreryException where the encoding lacks a character of the text */
    public byte[] encode(String text) throws OrreryException {
        CharBuffer units = CharBuffer.wrap(isMarked ? MARK + text : text);
        try {
            ByteBuffer bytes = charset.newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(units);
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException lacking) {
            int at = firstLacking(text);
            int line = new TextBuffer(text).lineAt(at) + 1;
            String character = new String(Character.toChars(text.codePointAt(at)));
            throw new OrreryException(
                    UserMessage.of("app.save.unmappable", character, line, charset.displayName()), lacking);
        }
    }

    private int firstLacking(String text) {
        var encoder = charset.newEncoder();
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (!encoder.canEncode(new String(Character.toChars(text.codePointAt(at))))) {
                return at;
            }
        }
        return 0;
    }
}
