package dev.orrery.app.cli;

import dev.orrery.api.OrreryException;
import dev.orrery.app.cli.IndexProcess.Ran;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How long indexing takes: a fresh index and a re-opening with nothing changed, in turn, each in a process of its own.
 *
 * @param fresh the runs that began with nothing
 * @param again the runs that found everything
 */
record IndexTimes(List<Ran> fresh, List<Ran> again) {
    private static final int REPEATS = 3;

    IndexTimes {
        fresh = List.copyOf(fresh);
        again = List.copyOf(again);
    }

    /** Medians, the lower one of two in the middle. */
    record Spread(double median, double least, double most) {
        static Spread of(List<Ran> runs, ToDoubleFunction<Ran> value) {
            double[] sorted = runs.stream().mapToDouble(value).sorted().toArray();
            return new Spread(sorted[(sorted.length - 1) / 2], sorted[0], sorted[sorted.length - 1]);
        }
    }

    /** Measures once and, as long as {@code seconds} are not over, twice more. */
    static IndexTimes measure(IndexProcess process, int seconds) throws OrreryException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Ran> fresh = new ArrayList<>();
        List<Ran> again = new ArrayList<>();
        do {
            fresh.add(process.run("--fresh"));
            again.add(process.run());
        } while (fresh.size() < REPEATS && System.nanoTime() < end);
        return new IndexTimes(fresh, again);
    }

    /** From the start of the process until text, symbols and graph are committed. */
    Spread graph() {
        return Spread.of(fresh, ran -> ran.seconds() - ran.number("secondsCompletion") + ran.number("secondsGraph"));
    }

    /** From the start of the process until search by meaning is ready. */
    Spread meaning() {
        return Spread.of(fresh, IndexTimes::untilMeaning);
    }

    /** From the start of the process to its end, after which completion is ready too. */
    Spread completion() {
        return Spread.of(fresh, Ran::seconds);
    }

    /** A process that finds everything as it was, from its start until search by meaning is ready. */
    Spread reopened() {
        return Spread.of(again, IndexTimes::untilMeaning);
    }

    private static double untilMeaning(Ran ran) {
        return ran.seconds() - ran.number("secondsCompletion") + ran.number("secondsMeaning");
    }

    /** The greatest resident set of a fresh run in bytes; 0 where the system does not tell. */
    long peak() {
        return most("peakRss");
    }

    long most(String field) {
        double[] all = fresh.stream().mapToDouble(ran -> ran.number(field)).toArray();
        return (long) Arrays.stream(all).max().orElse(0);
    }

    /** How many files the re-opening runs parsed, which should be none. */
    long parsedAgain() {
        return (long) again.stream().mapToDouble(ran -> ran.number("parsed")).sum();
    }
}
