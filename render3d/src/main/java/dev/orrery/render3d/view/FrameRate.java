package dev.orrery.render3d.view;

/** Counts pictures presented in the last second of motion. */
final class FrameRate {
    private final long[] times = new long[240];
    private int next;
    private boolean inMotion;

    void count(boolean moving) {
        inMotion = moving;
        times[next] = System.nanoTime();
        next = (next + 1) % times.length;
    }

    /** 0 at rest. */
    double perSecond() {
        if (!inMotion) {
            return 0;
        }
        long now = System.nanoTime();
        int count = 0;
        for (long time : times) {
            count += time != 0 && now - time < 1_000_000_000L ? 1 : 0;
        }
        return count;
    }
}
