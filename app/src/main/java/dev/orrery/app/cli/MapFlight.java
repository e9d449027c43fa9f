package dev.orrery.app.cli;

import dev.orrery.render3d.frame.Tally;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What a flight over the map showed, frame by frame.
 *
 * @param frames the frames that reached the screen, oldest first
 * @param coldSecondFps frames presented in the first second of motion of the process, which is not among {@code frames}
 * @param settledMs from the last movement until the picture was complete
 * @param processorMs time of all processors that the process took during the flight
 * @param alone the renderer without the window
 * @param width of the map's picture
 * @param height of the map's picture
 */
public record MapFlight(
        List<Shown> frames,
        double coldSecondFps,
        double settledMs,
        double processorMs,
        Alone alone,
        int width,
        int height) {
    private static final long SECOND = 1_000_000_000L;

    public MapFlight {
        frames = List.copyOf(frames);
    }

    /**
     * A frame on the screen.
     *
     * @param nanos when the pulse that showed it was laid out
     * @param tally what was drawn
     * @param labels labels that found a place
     */
    public record Shown(long nanos, Tally tally, int labels) {}

    /**
     * The renderer by itself, drawing frames of the flight again.
     *
     * @param device as it calls itself
     * @param buildMs median time to choose and project what a frame shows
     * @param drawMs median time to draw and read back
     */
    public record Alone(String device, double buildMs, double drawMs) {
        double fps() {
            return drawMs == 0 ? 0 : 1000 / drawMs;
        }
    }

    /** The fewest frames in any second of the flight, wherever that second begins. */
    double worstSecondFps() {
        int last = frames.size() - 1;
        if (last < 1) {
            return 0;
        }
        long whole = frames.get(last).nanos() - frames.getFirst().nanos();
        if (whole < SECOND) {
            return last * (double) SECOND / whole;
        }
        int worst = Integer.MAX_VALUE;
        int end = 0;
        for (int start = 0; frames.get(last).nanos() - frames.get(start).nanos() >= SECOND; start++) {
            while (end < last && frames.get(end + 1).nanos() - frames.get(start).nanos() <= SECOND) {
                end++;
            }
            worst = Math.min(worst, end - start);
        }
        return worst;
    }

    /** The time between two frames that {@code percent} of all times do not exceed, by nearest rank. */
    double frameMs(int percent) {
        double[] millis = new double[Math.max(0, frames.size() - 1)];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = (frames.get(i + 1).nanos() - frames.get(i).nanos()) / 1e6;
        }
        Arrays.sort(millis);
        return millis.length == 0 ? 0 : millis[(millis.length * percent + 99) / 100 - 1];
    }

    /** The median over all frames. */
    int median(ToIntFunction<Shown> figure) {
        int[] values = frames.stream().mapToInt(figure).sorted().toArray();
        return values.length == 0 ? 0 : values[values.length / 2];
    }

    /** The least over the frames that left out something that could have been drawn; the median where none did. */
    int least(ToIntFunction<Shown> figure, ToIntFunction<Shown> possible) {
        return frames.stream()
                .filter(shown -> figure.applyAsInt(shown) < possible.applyAsInt(shown))
                .mapToInt(figure)
                .min()
                .orElseGet(() -> median(figure));
    }

    double processorMsPerFrame() {
        return frames.isEmpty() ? 0 : processorMs / frames.size();
    }
}
