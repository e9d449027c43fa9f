package dev.orrery.models.ngram;

/**
 * One ring of the nest: what was counted in some files, less what was counted in others. Gives the distribution of the next
 * token, interpolated over the lengths of the context with one weight (Jelinek and Mercer 1980; for code it beats weights by counts, as
 * Hellendoorn and Devanbu found too). Of a context that occurs often, evenly spaced occurrences are looked at;
 * as they are sorted by the next token, what is frequent is always among them. Not safe for threads.
 */
final class Level {
    /** Tokens of the longest n-gram. */
    static final int ORDER = 8;

    private static final int SAMPLED = 128;
    /** The weight of a context against all shorter ones. */
    private static final double TRUST = 0.6;

    private static final double NEGLIGIBLE = 1e-4;

    /** Which tokens are told apart. */
    enum Mode {
        /** Every token is itself. */
        TOKENS,
        /** A token behind a line break is the end of the line. */
        LINE
    }

    private final double share;
    private final Segment[] plus;
    private final Segment[] minus;
    private final int[][] firsts = new int[ORDER][];
    private final int[][] lasts = new int[ORDER][];
    private final long[] totals = new long[ORDER];
    private final Tally counts = new Tally();

    /** @param share of the trust that a level of its size would have */
    Level(double share, Segment[] plus, Segment... minus) {
        this.share = share;
        this.plus = plus;
        this.minus = minus;
        for (int length = 0; length < ORDER; length++) {
            firsts[length] = new int[plus.length + minus.length];
            lasts[length] = new int[plus.length + minus.length];
        }
    }

    /**
     * Adds up the distribution of the token behind {@code words[..end)}.
     *
     * @return how much it is to be trusted; 0 where nothing is known
     */
    double predict(int[] words, int end, Mode mode, Tally into) {
        int longest = match(words, end);
        double left = 1;
        for (int length = longest; length >= 0 && left > NEGLIGIBLE; length--) {
            counts.clear();
            collect(length, mode);
            double trust = length == 0 ? 1 : TRUST;
            into.add(counts, left * trust / totals[length]);
            left = length == 0 ? left : left * (1 - trust);
        }
        return longest < 0 ? 0 : share / Math.max(left, NEGLIGIBLE);
    }

    /**
     * Finds the occurrences of ever longer contexts, those apart where a file ends or the caret stands.
     *
     * @return the length of the longest that occurs; -1 where nothing was counted
     */
    private int match(int[] words, int end) {
        int longest = -1;
        for (int length = 0; length < ORDER && length <= end; length++) {
            totals[length] = 0;
            for (int part = 0; part < plus.length + minus.length; part++) {
                Segment segment = part < plus.length ? plus[part] : minus[part - plus.length];
                int first = length == 0 ? 0 : segment.first(words, end - length, end);
                lasts[length][part] = length == 0 ? segment.size() : segment.last(words, end - length, end);
                firsts[length][part] = segment.firstThatGoesOn(first, lasts[length][part], length);
                int found = lasts[length][part] - firsts[length][part];
                totals[length] += part < plus.length ? found : -found;
            }
            if (totals[length] <= 0) {
                break;
            }
            longest = length;
        }
        return longest;
    }

    private void collect(int length, Mode mode) {
        for (int part = 0; part < plus.length + minus.length; part++) {
            Segment segment = part < plus.length ? plus[part] : minus[part - plus.length];
            int first = firsts[length][part];
            int found = lasts[length][part] - first;
            int looked = Math.min(found, SAMPLED);
            double each = looked == 0 ? 0 : found / (double) looked * (part < plus.length ? 1 : -1);
            for (int sample = 0; sample < looked; sample++) {
                int row = first + (int) (((2L * sample + 1) * found) / (2L * looked));
                int cell = segment.cell(row, length);
                int gap = cell >>> Segment.GAP_SHIFT;
                boolean ends = mode == Mode.LINE && gap == Gap.LINE.ordinal();
                counts.add(
                        ends ? Vocabulary.LINE_END : cell & Segment.MASK, each, gap == Gap.SPACE.ordinal() ? each : 0);
            }
        }
    }
}
