package dev.orrery.render3d.frame;

/**
 * What a software renderer takes to draw things, as once measured on two cores. Only the proportions matter: how fast this
 * machine is at this moment is measured while it draws.
 */
public final class FrameCost {
    /** Milliseconds for sky, light of the regions, floor and read-back of a million pixels. */
    private static final double GROUND_MILLIS = 8;

    private static final double SHORT_LINE = 0.85;
    private static final double BODY = 0.4;
    private static final double BODY_PIXEL = 0.004;

    private FrameCost() {}

    /** Milliseconds for a frame. */
    public static double millis(Frame frame) {
        double micros = 0;
        for (int i = 0; i < frame.dim().size(); i++) {
            double radius = frame.dim().radius(i) + 0.5;
            micros += BODY + BODY_PIXEL * 4 * radius * radius;
        }
        Strokes lines = frame.lines();
        for (int i = 0; i < lines.size(); i++) {
            double dx = lines.place(i, 2) - lines.place(i, 0);
            double dy = lines.place(i, 3) - lines.place(i, 1);
            micros += line(Math.min(Math.sqrt(dx * dx + dy * dy), frame.width()));
        }
        return ground(frame.width(), frame.height()) + micros / 1000;
    }

    /** Milliseconds for a picture with nothing in it. */
    public static double ground(int width, int height) {
        return GROUND_MILLIS * width * height / 1e6;
    }

    /** Microseconds for one line of so many pixels. */
    static double line(double length) {
        return 0.4 + 0.018 * length;
    }

    /** Microseconds that so many short lines take. */
    static double time(int lines) {
        return lines * SHORT_LINE;
    }
}
