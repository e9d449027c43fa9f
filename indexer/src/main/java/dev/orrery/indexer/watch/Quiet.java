package dev.orrery.indexer.watch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Collects events until the files have come to rest. A single save rests after 5 ms without events. More than 50 events
 * within 20 ms are the work of a program, which rests after 100 ms; so are all events while git holds its index lock. What
 * never rests is handed out every two seconds all the same. A lock that stays for ten seconds after the last event is taken
 * for forgotten, and so is one that stays for a minute.
 * Times are those of {@link System#nanoTime}. One thread at a time.
 */
final class Quiet {
    private static final long MILLI = 1_000_000;
    private static final long SAVE_QUIET = 5 * MILLI;
    private static final long BURST_QUIET = 100 * MILLI;
    private static final long BURST_WITHIN = 20 * MILLI;
    private static final int BURST_EVENTS = 50;
    private static final long LONGEST = 2_000 * MILLI;
    private static final long LONGEST_IDLE_LOCK = 10_000 * MILLI;
    private static final long LONGEST_LOCK = 60_000 * MILLI;
    private static final int MOST_PATHS = 5_000;

    private final Deque<Long> recent = new ArrayDeque<>();
    private Set<String> paths = new LinkedHashSet<>();
    private boolean everything;
    private boolean burst;
    private long first;
    private long last;

    /** Whether git is at work. */
    enum Lock {
        HELD,
        FREE
    }

    void event(String path, long now) {
        note(now);
        if (paths.size() < MOST_PATHS) {
            paths.add(path);
        } else {
            everything = true;
        }
    }

    void everything(long now) {
        note(now);
        everything = true;
    }

    private void note(long now) {
        if (isEmpty()) {
            first = now;
            burst = false;
            recent.clear();
        }
        last = now;
        recent.addLast(now);
        if (recent.size() > BURST_EVENTS) {
            burst |= now - recent.removeFirst() <= BURST_WITHIN;
        }
    }

    boolean isEmpty() {
        return paths.isEmpty() && !everything;
    }

    /** Nanoseconds until it is worth asking again; 0 when there is something to hand out. */
    long remaining(Lock lock, long now) {
        if (isEmpty()) {
            return Long.MAX_VALUE;
        }
        if (lock == Lock.HELD) {
            return now - last >= LONGEST_IDLE_LOCK || now - first >= LONGEST_LOCK ? 0 : 10 * MILLI;
        }
        long quiet = last + (burst ? BURST_QUIET : SAVE_QUIET) - now;
        long longest = first + LONGEST - now;
        return Math.max(0, Math.min(quiet, longest));
    }

    ChangeSet take() {
        ChangeSet taken = everything ? new ChangeSet.Everything() : new ChangeSet.Paths(paths);
        paths = new LinkedHashSet<>();
        everything = false;
        return taken;
    }
}
