package dev.orrery.app.cli.completion;

import java.util.Arrays;

/** Times in milliseconds. One thread at a time. */
public final class Times {
    private double[] millis = new double[256];
    private int count;

    void add(double time) {
        if (count == millis.length) {
            millis = Arrays.copyOf(millis, 2 * count);
        }
        millis[count++] = time;
    }

    public int count() {
        return count;
    }

    /** A percentile by nearest rank; 0 where there is no time. */
    public double percentile(int percent) {
        double[] sorted = Arrays.copyOf(millis, count);
        Arrays.sort(sorted);
        return count == 0 ? 0 : sorted[Math.max(0, (count * percent + 99) / 100 - 1)];
    }
}
