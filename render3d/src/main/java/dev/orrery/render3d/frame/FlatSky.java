package dev.orrery.render3d.frame;

import dev.orrery.render3d.scene.Palette;

/** The background and the light of the regions, computed at a quarter of the size and spread over the picture. */
final class FlatSky {
    private static final int SHRINK = 4;

    private final int wide;
    private final int high;
    private final float[] red;
    private final float[] green;
    private final float[] blue;

    FlatSky(Frame frame) {
        wide = frame.width() / SHRINK + 2;
        high = frame.height() / SHRINK + 2;
        red = new float[wide * high];
        green = new float[wide * high];
        blue = new float[wide * high];
        Palette palette = Palette.of(frame.theme());
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                double dx = ((x + 0.5) * SHRINK / frame.width() - 0.5) * 1.55;
                double dy = ((y + 0.5) * SHRINK / frame.height() - 0.46) * 1.75;
                double t = Math.clamp(1 - dx * dx - dy * dy, 0, 1);
                int at = y * wide + x;
                float share = (float) (t * t * (3 - 2 * t));
                red[at] = blend(palette.background() >> 16, palette.horizon() >> 16, share);
                green[at] = blend(palette.background() >> 8, palette.horizon() >> 8, share);
                blue[at] = blend(palette.background(), palette.horizon(), share);
            }
        }
        for (int i = 0; i < frame.halos().size(); i++) {
            halo(frame.halos(), i, FlatPainter.adds(frame));
        }
    }

    private static float blend(int a, int b, float share) {
        return (a & 255) + ((b & 255) - (a & 255)) * share;
    }

    private void halo(Marks halos, int i, boolean adds) {
        float cx = halos.place(i, 0) / SHRINK;
        float cy = halos.place(i, 1) / SHRINK;
        float rx = halos.place(i, 2) / SHRINK;
        float ry = halos.place(i, 3) / SHRINK;
        int argb = halos.argb(i);
        float opacity = (argb >>> 24) / 255f;
        for (int y = Math.max(0, (int) (cy - ry)); y < Math.min(high, cy + ry); y++) {
            for (int x = Math.max(0, (int) (cx - rx)); x < Math.min(wide, cx + rx); x++) {
                float u = (x + 0.5f - cx) / rx;
                float v = (y + 0.5f - cy) / ry;
                float t = 1 - u * u - v * v;
                if (t > 0) {
                    float a = opacity * t * t * (0.35f + 0.65f * t);
                    int at = y * wide + x;
                    float keep = adds ? 1 : 1 - a;
                    red[at] = red[at] * keep + ((argb >> 16) & 255) * a;
                    green[at] = green[at] * keep + ((argb >> 8) & 255) * a;
                    blue[at] = blue[at] * keep + (argb & 255) * a;
                }
            }
        }
    }

    void fill(FlatBand band) {
        for (int y = band.top; y < band.bottom; y++) {
            float fy = Math.max(0, (y + 0.5f) / SHRINK - 0.5f);
            int row = (int) fy * wide;
            float v = fy - (int) fy;
            for (int x = 0; x < band.width; x++) {
                float fx = Math.max(0, (x + 0.5f) / SHRINK - 0.5f);
                int at = row + (int) fx;
                float u = fx - (int) fx;
                float noise = noise(x, y);
                band.pixels[y * band.width + x] = 0xff000000
                        | channel(red, at, u, v, noise) << 16
                        | channel(green, at, u, v, noise) << 8
                        | channel(blue, at, u, v, noise);
            }
        }
    }

    private int channel(float[] plane, int at, float u, float v, float noise) {
        float upper = plane[at] + (plane[at + 1] - plane[at]) * u;
        float lower = plane[at + wide] + (plane[at + wide + 1] - plane[at + wide]) * u;
        return Math.clamp((int) (upper + (lower - upper) * v + noise), 0, 255);
    }

    private static float noise(int x, int y) {
        float a = 0.06711056f * x + 0.00583715f * y;
        float b = 52.9829189f * (a - (int) a);
        return b - (int) b;
    }
}
