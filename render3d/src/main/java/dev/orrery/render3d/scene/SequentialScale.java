package dev.orrery.render3d.scene;

/**
 * Colours for amounts, from little to much: a way through OKLab on which lightness only moves away from the background and
 * hue turns half around, walked in steps that look alike. Lightness alone tells the order, whatever hues an eye can see.
 * Where things are dark, much is bright; on paper, much is dark.
 */
public enum SequentialScale {
    /** Violet over red to pale yellow. */
    DARK(new Stop(0.5, 0.17, 275), new Stop(0.92, 0.1, 460)),
    /** Amber over red to indigo. */
    LIGHT(new Stop(0.65, 0.132, 75), new Stop(0.3, 0.165, -75));

    private static final int STEPS = 256;
    private static final int FINE = 16 * STEPS;

    private final int[] colours = new int[STEPS];

    /** An end of the way. */
    private record Stop(double lightness, double chroma, double hue) {
        Stop towards(Stop end, double t) {
            return new Stop(
                    lightness + (end.lightness - lightness) * t,
                    chroma + (end.chroma - chroma) * t,
                    hue + (end.hue - hue) * t);
        }

        double distance(Stop other) {
            double turn = Math.toRadians(other.hue - hue);
            double across = chroma * chroma + other.chroma * other.chroma - 2 * chroma * other.chroma * Math.cos(turn);
            return Math.sqrt(across + Math.pow(other.lightness - lightness, 2));
        }
    }

    SequentialScale(Stop start, Stop end) {
        double[] way = new double[FINE + 1];
        Stop before = start;
        for (int i = 1; i <= FINE; i++) {
            Stop here = start.towards(end, (double) i / FINE);
            way[i] = way[i - 1] + here.distance(before);
            before = here;
        }
        int at = 0;
        for (int step = 0; step < STEPS; step++) {
            while (at < FINE && way[at] < way[FINE] * step / (STEPS - 1)) {
                at++;
            }
            Stop here = start.towards(end, (double) at / FINE);
            colours[step] = OkLab.rgb(here.lightness, here.chroma, here.hue);
        }
    }

    public static SequentialScale of(MapTheme theme) {
        return switch (theme) {
            case DARK -> DARK;
            case LIGHT -> LIGHT;
        };
    }

    /** {@code 0xRRGGBB} for a share of the most, 0 to 1. */
    public int colour(double share) {
        return colours[(int) Math.round(Math.clamp(share, 0, 1) * (STEPS - 1))];
    }
}
