package dev.orrery.app.cli;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.TextQuery;
import dev.orrery.api.TextScanner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How long searches took, in milliseconds of the clock: medians over rounds for each query, percentiles over the queries.
 *
 * @param queries each query with its medians
 * @param rounds how often each query ran, warming up left out
 */
record SearchTimes(List<Timed> queries, int rounds) {
    /** How many hits the first times are until. */
    static final int FIRST = 50;

    private static final int WARMING = 3;
    private static final int LEAST_ROUNDS = 3;

    SearchTimes {
        queries = List.copyOf(queries);
    }

    /** One query: how many hits it has, and how long the first and all of them took. */
    record Timed(SearchWorkload.Drawn drawn, int hits, double firstMs, double allMs) {}

    /** Percentiles by nearest rank. */
    record Spread(double p50Ms, double p95Ms, double maxMs) {}

    /** Runs all queries in turn, round after round, until {@code seconds} are over. */
    static SearchTimes measure(TextScanner scanner, List<SearchWorkload.Drawn> drawn, int seconds)
            throws OrreryException {
        int[] hits = new int[drawn.size()];
        List<List<double[]>> taken = new ArrayList<>();
        drawn.forEach(query -> taken.add(new ArrayList<>()));
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        int rounds = 0;
        for (int round = 0; round < WARMING + LEAST_ROUNDS || System.nanoTime() < end; round++) {
            for (int i = 0; i < drawn.size(); i++) {
                int[] count = {0};
                double first = millis(scanner, drawn.get(i).query().withLimit(FIRST), new int[1]);
                double all = millis(scanner, drawn.get(i).query(), count);
                hits[i] = count[0];
                if (round >= WARMING) {
                    taken.get(i).add(new double[] {first, all});
                }
            }
            rounds += round >= WARMING ? 1 : 0;
        }
        List<Timed> timed = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            timed.add(new Timed(drawn.get(i), hits[i], median(taken.get(i), 0), median(taken.get(i), 1)));
        }
        return new SearchTimes(timed, rounds);
    }

    private static double millis(TextScanner scanner, TextQuery query, int[] count) throws OrreryException {
        long start = System.nanoTime();
        scanner.scan(query, hit -> count[0]++, Cancellation.NEVER);
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(List<double[]> times, int column) {
        double[] sorted =
                times.stream().mapToDouble(time -> time[column]).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    Spread first() {
        return spread(queries.stream().mapToDouble(Timed::firstMs).toArray());
    }

    Spread all() {
        return spread(queries.stream().mapToDouble(Timed::allMs).toArray());
    }

    private static Spread spread(double[] values) {
        Arrays.sort(values);
        return new Spread(rank(values, 50), rank(values, 95), values[values.length - 1]);
    }

    private static double rank(double[] sorted, int percent) {
        return sorted[(sorted.length * percent + 99) / 100 - 1];
    }
}
