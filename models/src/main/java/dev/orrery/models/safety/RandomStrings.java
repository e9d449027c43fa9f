package dev.orrery.models.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds what looks drawn by chance near a word such as key, token or secret, and nowhere else: hashes, identifiers of versions,
 * pictures in base 64 and UUIDs are random too. Each run is looked at once and with a bounded piece of its line.
 */
final class RandomStrings {
    private static final int LEAST = 20;
    private static final int MOST = 200;
    private static final int NEAR = 80;
    private static final String[] SECRET = {
        "secret",
        "token",
        "passw",
        "credential",
        "api_key",
        "apikey",
        "api-key",
        "auth_",
        "access_key",
        "accesskey",
        "signing"
    };
    private static final String[] HARMLESS = {
        "sha1",
        "sha2",
        "sha3",
        "sha5",
        "sha-",
        "md5",
        "hash",
        "digest",
        "checksum",
        "integrity",
        "commit",
        "revision",
        "etag",
        "fingerprint",
        "uuid",
        "guid",
        "public",
        "base64,",
        "serialversion",
        "certificate",
        "nonce",
        "alphabet",
        "resolved"
    };

    private RandomStrings() {}

    static List<Secret> find(String text) {
        List<Secret> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (!Alphabet.BASE64.has(text.charAt(at))) {
                at++;
                continue;
            }
            int end = Alphabet.BASE64.end(text, at);
            int from = behindName(text, at, end);
            if (end - from >= LEAST
                    && end - from <= MOST
                    && !text.startsWith("0x", from)
                    && Randomness.random(text, from, end)
                    && saysSecret(text, from)) {
                found.add(new Secret(SecretType.RANDOM, from, end));
            }
            at = end;
        }
        return found;
    }

    /** An equals sign within a run parts a name from a value; at its end it only fills up. */
    private static int behindName(String text, int start, int end) {
        for (int at = end - 3; at >= start; at--) {
            if (text.charAt(at) == '=') {
                return at + 1;
            }
        }
        return start;
    }

    private static boolean saysSecret(String text, int start) {
        String before = text.substring(Math.max(0, start - NEAR), start).toLowerCase(Locale.ROOT);
        String line = before.substring(before.lastIndexOf('\n') + 1);
        return contains(line, SECRET) && !contains(line, HARMLESS);
    }

    private static boolean contains(String text, String[] words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
