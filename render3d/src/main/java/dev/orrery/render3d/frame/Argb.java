package dev.orrery.render3d.frame;

/** Arithmetic on colours packed as {@code 0xAARRGGBB}, not premultiplied. */
public final class Argb {
    private Argb() {}

    /** A colour with an opacity of 0 to 1. */
    public static int of(int rgb, double opacity) {
        return (Math.clamp(Math.round(opacity * 255), 0, 255) << 24) | (rgb & 0xffffff);
    }

    /** The same colour with a share of its opacity. */
    public static int faded(int argb, double share) {
        return (Math.clamp((int) ((argb >>> 24) * share + 0.5), 0, 255) << 24) | (argb & 0xffffff);
    }

    /** The same colour in less light; 1 leaves it as it is. */
    public static int lit(int argb, double light) {
        int r = Math.min(255, (int) (((argb >> 16) & 255) * light));
        int g = Math.min(255, (int) (((argb >> 8) & 255) * light));
        int b = Math.min(255, (int) ((argb & 255) * light));
        return (argb & 0xff000000) | (r << 16) | (g << 8) | b;
    }

    /** The colour between two, {@code share} of the way to the second; the opacity of the first. */
    public static int mix(int argb, int other, double share) {
        int part = Math.clamp((int) (share * 256), 0, 256);
        int r = ((argb >> 16) & 255) + ((((other >> 16) & 255) - ((argb >> 16) & 255)) * part >> 8);
        int g = ((argb >> 8) & 255) + ((((other >> 8) & 255) - ((argb >> 8) & 255)) * part >> 8);
        int b = (argb & 255) + (((other & 255) - (argb & 255)) * part >> 8);
        return (argb & 0xff000000) | (r << 16) | (g << 8) | b;
    }
}
