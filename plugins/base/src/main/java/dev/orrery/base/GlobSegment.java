package dev.orrery.base;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of a {@link Glob} between two slashes: literal bytes, {@code ?}, {@code *} and bracket classes. */
final class GlobSegment {
    private static final int ANY_BYTE = -1;
    private static final int STAR = -2;
    private static final int FIRST_SET = -3;

    private final int[] tokens;
    private final List<long[]> sets;

    private GlobSegment(int[] tokens, List<long[]> sets) {
        this.tokens = tokens;
        this.sets = sets;
    }

    /** Whether {@code text[start..end)}, which holds no slash, matches; linear in text times stars. */
    boolean matches(String text, int start, int end) {
        int at = start;
        int token = 0;
        int star = -1;
        int starAt = 0;
        while (at < end) {
            if (token < tokens.length && tokens[token] == STAR) {
                star = token++;
                starAt = at;
            } else if (token < tokens.length && matchesByte(tokens[token], text.charAt(at))) {
                token++;
                at++;
            } else if (star >= 0) {
                token = star + 1;
                at = ++starAt;
            } else {
                return false;
            }
        }
        while (token < tokens.length && tokens[token] == STAR) {
            token++;
        }
        return token == tokens.length;
    }

    private boolean matchesByte(int token, char value) {
        if (token >= 0) {
            return token == value;
        }
        return token == ANY_BYTE || token <= FIRST_SET && contains(sets.get(FIRST_SET - token), value);
    }

    private static boolean contains(long[] set, int value) {
        return (set[value >> 6] & 1L << (value & 63)) != 0;
    }

    /** Collects the tokens of one segment. */
    static final class Builder {
        private final List<Integer> tokens = new ArrayList<>();
        private final List<long[]> sets = new ArrayList<>();

        void literal(char value) {
            tokens.add((int) value);
        }

        void anyByte() {
            tokens.add(ANY_BYTE);
        }

        void star() {
            if (tokens.isEmpty() || tokens.getLast() != STAR) {
                tokens.add(STAR);
            }
        }

        void set(GlobClass parsed) {
            tokens.add(FIRST_SET - sets.size());
            sets.add(parsed.bits());
        }

        GlobSegment build() {
            return new GlobSegment(tokens.stream().mapToInt(Integer::intValue).toArray(), List.copyOf(sets));
        }

        /** The segment's bytes where it has no wildcard, else null. */
        @Nullable
        String literalText() {
            StringBuilder text = new StringBuilder();
            for (int token : tokens) {
                if (token < 0) {
                    return null;
                }
                text.append((char) token);
            }
            return text.toString();
        }
    }
}
