package dev.orrery.models.ngram;

import java.util.Arrays;

/** The tokens of one text, by their places in it. Filled by one thread, then safe from any. */
public final class Tokens {
    private static final Gap[] GAPS = Gap.values();

    private final String text;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private byte[] gaps = new byte[64];
    private int size;
    private Gap last = Gap.LINE;

    Tokens(String text) {
        this.text = text;
    }

    void add(int start, int end, Gap gap) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
            gaps = Arrays.copyOf(gaps, 2 * size);
        }
        starts[size] = start;
        ends[size] = end;
        gaps[size++] = (byte) gap.ordinal();
    }

    /**
     * How many tokens another text must have too. What is kept ends before a token that begins a line; a literal of many lines that was not
     * closed may be closed there.
     */
    int unchanged(String other) {
        int common = common(other);
        int kept = 0;
        for (int token = 0; token < size && starts[token] <= common; token++) {
            if (gaps[token] == Gap.LINE.ordinal()) {
                kept = token;
            }
            if (ends[token] - starts[token] == 3 && "\"'`".indexOf(text.charAt(starts[token])) >= 0) {
                return kept;
            }
        }
        return kept;
    }

    private int common(String other) {
        if (other.startsWith(text)) {
            return text.length();
        }
        int most = Math.min(text.length(), other.length());
        int common = 0;
        while (common < most && text.charAt(common) == other.charAt(common)) {
            common++;
        }
        return common;
    }

    /** The first tokens, of a text that begins with them. */
    Tokens upTo(int count, String other) {
        Tokens first = new Tokens(other);
        first.starts = Arrays.copyOf(starts, starts.length);
        first.ends = Arrays.copyOf(ends, ends.length);
        first.gaps = Arrays.copyOf(gaps, gaps.length);
        first.size = count;
        return first;
    }

    void end(Gap gap) {
        last = gap;
    }

    public int size() {
        return size;
    }

    public String text() {
        return text;
    }

    /** Where a token begins in the text. */
    public int start(int token) {
        return starts[token];
    }

    /** Where it ends, exclusive. */
    public int end(int token) {
        return ends[token];
    }

    public String token(int token) {
        return text.substring(starts[token], ends[token]);
    }

    /** What stands before a token; before the first one of a text it counts as a line break. */
    public Gap gap(int token) {
        return GAPS[gaps[token]];
    }

    /** What stands between the last token and the end of the text. */
    public Gap lastGap() {
        return last;
    }
}
