package dev.orrery.indexer.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextDecoderTest {
    @Test
    void marksDecideAndAreDropped() {
        assertDecoded("\u00e9\n", StandardCharsets.UTF_8, bytes("\ufeff\u00e9\n", StandardCharsets.UTF_8));
        assertDecoded("\u00e9\n", StandardCharsets.UTF_16LE, bytes("\ufeff\u00e9\n", StandardCharsets.UTF_16LE));
        assertDecoded("\u00e9\n", StandardCharsets.UTF_16BE, bytes("\ufeff\u00e9\n", StandardCharsets.UTF_16BE));
    }

    @Test
    void whatIsNoUtf8IsWesternText() {
        assertDecoded("\u20ac\u00e9", Charset.forName("windows-1252"), new byte[] {(byte) 0x80, (byte) 0xe9});
        assertDecoded("\u0081\u00e9", StandardCharsets.ISO_8859_1, new byte[] {(byte) 0x81, (byte) 0xe9});
        assertDecoded("", StandardCharsets.UTF_8, new byte[0]);
    }

    @Test
    void zeroBytesAreBinaryUnlessMarkedAsUtf16() {
        assertTrue(TextDecoder.isBinary(new byte[] {'a', 0}));
        assertFalse(TextDecoder.isBinary(bytes("\ufeffab", StandardCharsets.UTF_16LE)));
        assertFalse(TextDecoder.isBinary(bytes("plain", StandardCharsets.UTF_8)));
    }

    @Test
    void aLastLineWithoutItsEndCounts() {
        assertEquals(0, TextDecoder.lineCount(new byte[0]));
        assertEquals(1, TextDecoder.lineCount(bytes("a", StandardCharsets.UTF_8)));
        assertEquals(1, TextDecoder.lineCount(bytes("a\n", StandardCharsets.UTF_8)));
        assertEquals(2, TextDecoder.lineCount(bytes("a\nb", StandardCharsets.UTF_8)));
    }

    private static byte[] bytes(String text, Charset charset) {
        return text.getBytes(charset);
    }

    private static void assertDecoded(String text, Charset charset, byte[] file) {
        assertEquals(new TextDecoder.Decoded(text, charset), TextDecoder.decode(file));
    }
}
