package dev.orrery.models.safety;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Finds tokens that are known by how they begin. Prefixes are tried only where a word begins, and how far a run of an
 * alphabet goes is looked at once, so the time is linear in the text.
 */
final class KnownTokens {
    private static final TokenShape[][] BY_FIRST = byFirst();

    /** How near to an access key's id its secret is looked for. */
    private static final int AWS_REACH = 200;

    private final String text;
    private final int[] runStarts = new int[Alphabet.values().length];
    private final int[] runEnds = new int[Alphabet.values().length];
    private final List<Secret> found = new ArrayList<>();

    private KnownTokens(String text) {
        this.text = text;
    }

    static List<Secret> find(String text) {
        KnownTokens search = new KnownTokens(text);
        int at = 0;
        while (at < text.length()) {
            char first = text.charAt(at);
            at = first < 128 && BY_FIRST[first].length > 0 && beginsWord(text, at)
                    ? search.tryAt(at, BY_FIRST[first])
                    : at + 1;
        }
        return search.found;
    }

    /** Returns where to go on. */
    private int tryAt(int start, TokenShape[] shapes) {
        for (TokenShape shape : shapes) {
            int from = start + shape.prefix().length();
            if (!text.startsWith(shape.prefix(), start)) {
                continue;
            }
            int end = trimmed(from, runEnd(shape.alphabet(), from));
            int length = end - from;
            if (length < shape.least() || length > shape.most() || !genuine(shape, start, from, end)) {
                continue;
            }
            found.add(new Secret(shape.type(), start + shape.announced(), end));
            if (shape.type() == SecretType.AWS_KEY) {
                awsSecretsNear(start, end);
            }
            return end;
        }
        return start + 1;
    }

    /** A sentence's full stop is no part of a token. */
    private int trimmed(int from, int end) {
        int last = end;
        while (last > from && text.charAt(last - 1) == '.') {
            last--;
        }
        return last;
    }

    private int runEnd(Alphabet alphabet, int from) {
        int which = alphabet.ordinal();
        if (from < runStarts[which] || from >= runEnds[which]) {
            runStarts[which] = from;
            runEnds[which] = alphabet.end(text, from);
        }
        return runEnds[which];
    }

    private boolean genuine(TokenShape shape, int start, int from, int end) {
        return switch (shape.type()) {
            case AWS_KEY -> true;
            case JWT -> dots(from, end) >= 2;
            case BEARER ->
                shape.prefix().equalsIgnoreCase("basic ")
                        ? isBasic(text.substring(from, end))
                        : Randomness.varied(text, from, end) && Randomness.digits(text, from, end) > 0;
            case AZURE -> start > 0 && "?&;".indexOf(text.charAt(start - 1)) >= 0;
            default -> Randomness.varied(text, from, end);
        };
    }

    private int dots(int from, int end) {
        int dots = 0;
        for (int at = from; at < end; at++) {
            dots += text.charAt(at) == '.' ? 1 : 0;
        }
        return dots;
    }

    private static boolean isBasic(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            return pair.indexOf(':') > 0 && pair.chars().allMatch(unit -> unit >= ' ' && unit != 0xFFFD);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /** Lists of keys have the secret beside the id, named or not: 40 characters of base 64. */
    private void awsSecretsNear(int start, int end) {
        int last = Math.min(text.length(), end + AWS_REACH);
        int at = Math.max(0, start - AWS_REACH);
        while (at < last) {
            int runEnd = at;
            while (runEnd < Math.min(text.length(), at + AWS_REACH) && Alphabet.BASE64.has(text.charAt(runEnd))) {
                runEnd++;
            }
            if (runEnd - at == 40 && Randomness.varied(text, at, runEnd)) {
                found.add(new Secret(SecretType.AWS_SECRET, at, runEnd));
            }
            at = runEnd + 1;
        }
    }

    /** Whether a word begins here: behind something that is none of it, or behind an escape such as {@code \n}. */
    static boolean beginsWord(String text, int at) {
        return at == 0
                || !Alphabet.WORD.has(text.charAt(at - 1))
                || at >= 2 && text.charAt(at - 2) == '\\' && "nrt".indexOf(text.charAt(at - 1)) >= 0;
    }

    private static TokenShape[][] byFirst() {
        TokenShape[][] table = new TokenShape[128][];
        for (int first = 0; first < 128; first++) {
            int wanted = first;
            table[first] = TokenShape.ALL.stream()
                    .filter(shape -> shape.prefix().charAt(0) == wanted)
                    .toArray(TokenShape[]::new);
        }
        return table;
    }
}
