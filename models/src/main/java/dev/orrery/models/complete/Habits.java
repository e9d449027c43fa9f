package dev.orrery.models.complete;

import java.util.Map;
import java.util.TreeMap;

/**
 * How often proposals of an engine were taken, by how sure it was: what makes proposals rarer where they are not wanted. Counts only, no code.
 * Safe from any thread.
 *
 * <p>An engine's probability says how sure it is, not what the user wants; the two are brought together by a beta prior at the engine's own
 * word, worth {@value #PRIOR} proposals, and what was shown and taken since.
 */
public final class Habits {
    /** How many proposals the engine's own word is worth. */
    static final int PRIOR = 20;

    /** Ranges of probability that are counted apart. */
    public static final int RANGES = 10;

    private static final int FORGOTTEN_AT = 400;

    private final Map<String, int[]> shown = new TreeMap<>();
    private final Map<String, int[]> taken = new TreeMap<>();
    private double least;

    /** @param least probability that the user wants it below which nothing is shown unasked */
    public Habits(double least) {
        this.least = least;
    }

    /** What is counted of an engine. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Counts(int[] shown, int[] taken) {}

    /** The least probability that the user wants it. */
    public synchronized double least() {
        return least;
    }

    public synchronized void least(double probability) {
        this.least = probability;
    }

    /** Whether something of that probability is shown unasked. */
    public synchronized boolean isWorthShowing(String engine, double probability) {
        return expected(engine, probability) >= least;
    }

    /** How likely a proposal is to be taken. */
    public synchronized double expected(String engine, double probability) {
        int range = range(probability);
        int[] seen = shown.getOrDefault(engine, new int[RANGES]);
        int[] wanted = taken.getOrDefault(engine, new int[RANGES]);
        return (PRIOR * probability + wanted[range]) / (PRIOR + seen[range]);
    }

    /** Counts a proposal that was seen, and whether it was taken. Old counts fade. */
    public synchronized void count(String engine, double probability, boolean accepted) {
        int range = range(probability);
        int[] seen = shown.computeIfAbsent(engine, any -> new int[RANGES]);
        int[] wanted = taken.computeIfAbsent(engine, any -> new int[RANGES]);
        seen[range]++;
        wanted[range] += accepted ? 1 : 0;
        if (seen[range] >= FORGOTTEN_AT) {
            seen[range] /= 2;
            wanted[range] /= 2;
        }
    }

    /** What was counted, by engine. */
    public synchronized Map<String, Counts> counts() {
        Map<String, Counts> all = new TreeMap<>();
        shown.forEach((engine, seen) -> all.put(
                engine,
                new Counts(
                        seen.clone(),
                        taken.getOrDefault(engine, new int[RANGES]).clone())));
        return all;
    }

    /** Takes over what was counted before; ranges beyond {@link #RANGES} and impossible counts are left out. */
    public synchronized void restore(Map<String, Counts> counts) {
        reset();
        counts.forEach((engine, counted) -> {
            int[] seen = new int[RANGES];
            int[] wanted = new int[RANGES];
            for (int range = 0; range < RANGES; range++) {
                int shownThere = range < counted.shown().length ? counted.shown()[range] : 0;
                int takenThere = range < counted.taken().length ? counted.taken()[range] : 0;
                if (takenThere >= 0 && takenThere <= shownThere && shownThere < FORGOTTEN_AT) {
                    seen[range] = shownThere;
                    wanted[range] = takenThere;
                }
            }
            shown.put(engine, seen);
            taken.put(engine, wanted);
        });
    }

    /** Forgets everything. */
    public synchronized void reset() {
        shown.clear();
        taken.clear();
    }

    private static int range(double probability) {
        return Math.clamp((int) (probability * RANGES), 0, RANGES - 1);
    }
}
