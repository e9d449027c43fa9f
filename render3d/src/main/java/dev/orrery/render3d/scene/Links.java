package dev.orrery.render3d.scene;

import dev.orrery.api.Resolution;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Directed, counted connections between rows of one kind (bodies, clusters or regions), each pair once. Sorted by
 * origin, then target; the incoming side is an index over the same rows.
 */
public final class Links {
    private static final Resolution[] RESOLUTIONS = Resolution.values();

    private final int[] first;
    private final int[] from;
    private final int[] to;
    private final int[] count;
    private final byte[] resolution;
    private final int[] firstIncoming;
    private final int[] incoming;

    private Links(int rows, int[] from, int[] to, int[] count, byte[] resolution) {
        this.from = from;
        this.to = to;
        this.count = count;
        this.resolution = resolution;
        this.first = starts(rows, from);
        this.firstIncoming = starts(rows, to);
        this.incoming = new int[to.length];
        int[] next = firstIncoming.clone();
        for (int link = 0; link < to.length; link++) {
            incoming[next[to[link]]++] = link;
        }
    }

    private static int[] starts(int rows, int[] ends) {
        int[] first = new int[rows + 1];
        for (int end : ends) {
            first[end + 1]++;
        }
        for (int i = 0; i < rows; i++) {
            first[i + 1] += first[i];
        }
        return first;
    }

    /** Merges raw connections; equal pairs add their counts and keep the surest resolution. */
    static Links merged(int rows, long[] pairs, int[] counts, byte[] resolutions) {
        int[] order = PairOrder.sort(pairs);
        int[] from = new int[pairs.length];
        int[] to = new int[pairs.length];
        int[] count = new int[pairs.length];
        byte[] resolution = new byte[pairs.length];
        int size = 0;
        long last = -1;
        for (int row : order) {
            if (pairs[row] != last) {
                last = pairs[row];
                from[size] = (int) (last >>> 32);
                to[size] = (int) last;
                resolution[size] = resolutions[row];
                size++;
            }
            count[size - 1] += counts[row];
            resolution[size - 1] = (byte) Math.min(resolution[size - 1], resolutions[row]);
        }
        return new Links(
                rows,
                java.util.Arrays.copyOf(from, size),
                java.util.Arrays.copyOf(to, size),
                java.util.Arrays.copyOf(count, size),
                java.util.Arrays.copyOf(resolution, size));
    }

    /** The same connections between coarser rows; those inside one coarse row are left out. */
    Links lifted(int rows, int[] coarse) {
        int size = 0;
        for (int link = 0; link < to.length; link++) {
            size += coarse[from[link]] == coarse[to[link]] ? 0 : 1;
        }
        long[] pairs = new long[size];
        int[] counts = new int[size];
        byte[] resolutions = new byte[size];
        int next = 0;
        for (int link = 0; link < to.length; link++) {
            int a = coarse[from[link]];
            int b = coarse[to[link]];
            if (a != b) {
                pairs[next] = ((long) a << 32) | b;
                counts[next] = count[link];
                resolutions[next++] = resolution[link];
            }
        }
        return merged(rows, pairs, counts, resolutions);
    }

    /** The connections that {@code kept} accepts by their number. */
    Links where(IntPredicate kept) {
        int[] rows = IntStream.range(0, to.length).filter(kept).toArray();
        int[] keptFrom = new int[rows.length];
        int[] keptTo = new int[rows.length];
        int[] keptCount = new int[rows.length];
        byte[] keptResolution = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            keptFrom[i] = from[rows[i]];
            keptTo[i] = to[rows[i]];
            keptCount[i] = count[rows[i]];
            keptResolution[i] = resolution[rows[i]];
        }
        return new Links(first.length - 1, keptFrom, keptTo, keptCount, keptResolution);
    }

    /** The connection between two rows, or -1. */
    public int find(int origin, int target) {
        int at = java.util.Arrays.binarySearch(to, first[origin], first[origin + 1], target);
        return Math.max(at, -1);
    }

    public int size() {
        return to.length;
    }

    public int from(int link) {
        return from[link];
    }

    public int to(int link) {
        return to[link];
    }

    /** How many call sites the connection stands for. */
    public int count(int link) {
        return count[link];
    }

    /** The surest resolution among its call sites. */
    public Resolution resolution(int link) {
        return RESOLUTIONS[resolution[link]];
    }

    public int first(int row) {
        return first[row];
    }

    /** One past the last connection that starts at {@code row}. */
    public int end(int row) {
        return first[row + 1];
    }

    public int incomingCount(int row) {
        return firstIncoming[row + 1] - firstIncoming[row];
    }

    /** The {@code index}-th connection that ends at {@code row}. */
    public int incoming(int row, int index) {
        return incoming[firstIncoming[row] + index];
    }
}
