package dev.orrery.render3d.frame;

import java.util.Arrays;

/** Straight pieces of lines in pixels, with a colour at either end, a width and a style; grow as needed. */
public final class Strokes {
    /** Floats of one piece: x0, y0, x1, y1, width, and the length of the line before this piece. */
    public static final int FLOATS = 6;

    private float[] place = new float[FLOATS * 1024];
    private int[] startArgb = new int[1024];
    private int[] endArgb = new int[1024];
    private byte[] style = new byte[1024];
    private int size;

    void clear() {
        size = 0;
    }

    void add(float x0, float y0, float x1, float y1, float width, float along, int argb0, int argb1, LineStyle kind) {
        if (size == style.length) {
            place = Arrays.copyOf(place, place.length * 2);
            startArgb = Arrays.copyOf(startArgb, size * 2);
            endArgb = Arrays.copyOf(endArgb, size * 2);
            style = Arrays.copyOf(style, size * 2);
        }
        int at = size * FLOATS;
        place[at] = x0;
        place[at + 1] = y0;
        place[at + 2] = x1;
        place[at + 3] = y1;
        place[at + 4] = width;
        place[at + 5] = along;
        startArgb[size] = argb0;
        endArgb[size] = argb1;
        style[size++] = (byte) kind.ordinal();
    }

    public int size() {
        return size;
    }

    /** One of the {@link #FLOATS} of a piece. */
    public float place(int stroke, int which) {
        return place[stroke * FLOATS + which];
    }

    public int startArgb(int stroke) {
        return startArgb[stroke];
    }

    public int endArgb(int stroke) {
        return endArgb[stroke];
    }

    public LineStyle style(int stroke) {
        return LineStyle.at(style[stroke]);
    }
}
