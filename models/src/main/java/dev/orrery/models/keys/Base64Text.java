package dev.orrery.models.keys;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Text in base 64; what is none reads as an empty text. */
final class Base64Text {
    private Base64Text() {}

    static String of(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static String read(String encoded) {
        try {
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException none) {
            return "";
        }
    }
}
