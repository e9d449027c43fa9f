package dev.orrery.render3d.frame;

import java.util.Arrays;

/** Signs in pixels that are few: glows, rings and arrow heads; grow as needed. */
public final class Marks {
    /** What a mark is. */
    public enum Kind {
        /** An ellipse of light, bright in the middle, nothing at the edge. */
        GLOW,
        /** A thin circle just inside the radius. */
        RING,
        /** A triangle whose tip points along the angle. */
        ARROW,
        /** Two thin bars, one upright. */
        PLUS
    }

    private static final Kind[] KINDS = Kind.values();

    /** Floats of one mark: x, y, horizontal and vertical radius, angle in radians. */
    public static final int FLOATS = 5;

    private float[] place = new float[FLOATS * 64];
    private int[] argb = new int[64];
    private byte[] kind = new byte[64];
    private int size;

    void clear() {
        size = 0;
    }

    void add(Kind which, float x, float y, float radiusX, float radiusY, float angle, int colour) {
        if (size == kind.length) {
            place = Arrays.copyOf(place, place.length * 2);
            argb = Arrays.copyOf(argb, size * 2);
            kind = Arrays.copyOf(kind, size * 2);
        }
        int at = size * FLOATS;
        place[at] = x;
        place[at + 1] = y;
        place[at + 2] = radiusX;
        place[at + 3] = radiusY;
        place[at + 4] = angle;
        argb[size] = colour;
        kind[size++] = (byte) which.ordinal();
    }

    public int size() {
        return size;
    }

    /** One of the {@link #FLOATS} of a mark. */
    public float place(int mark, int which) {
        return place[mark * FLOATS + which];
    }

    public int argb(int mark) {
        return argb[mark];
    }

    public Kind kind(int mark) {
        return KINDS[kind[mark]];
    }
}
