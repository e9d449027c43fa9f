package dev.orrery.render3d.frame;

import dev.orrery.render3d.scene.MapTheme;
import java.nio.IntBuffer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Paints frames with the processor alone: slower than a graphics card and everywhere at home. The picture is cut into
 * bands that are painted at the same time.
 */
public final class FlatPainter implements FramePainter {
    private static final int BAND = 64;

    private @Nullable Frame frame;

    @Override
    public void submit(Frame next) {
        frame = next;
    }

    @Override
    public void collect(IntBuffer pixels) {
        Frame picture = frame;
        if (picture == null) {
            return;
        }
        int[] all = new int[picture.width() * picture.height()];
        FlatSky sky = new FlatSky(picture);
        int bands = Math.ceilDiv(picture.height(), BAND);
        IntStream.range(0, bands).parallel().forEach(band -> {
            int top = band * BAND;
            paint(picture, sky, new FlatBand(all, picture.width(), top, Math.min(picture.height(), top + BAND)));
        });
        pixels.put(0, all);
    }

    private static void paint(Frame picture, FlatSky sky, FlatBand band) {
        sky.fill(band);
        strokes(picture.ground(), band, picture.scale());
        for (int face = 0; face < picture.faces().size(); face++) {
            FlatFace.paint(picture.faces(), face, band);
        }
        strokes(picture.lines(), band, picture.scale());
        spots(picture.dim(), band);
        strokes(picture.rays(), band, picture.scale());
        marks(picture.glows(), band);
        spots(picture.lit(), band);
        marks(picture.signs(), band);
    }

    private static void strokes(Strokes strokes, FlatBand band, double scale) {
        for (int i = 0; i < strokes.size(); i++) {
            band.line(strokes, i, scale);
        }
    }

    private static void spots(Spots spots, FlatBand band) {
        for (int i = 0; i < spots.size(); i++) {
            band.ball(spots.x(i), spots.y(i), spots.radius(i), spots.argb(i));
        }
    }

    private static void marks(Marks marks, FlatBand band) {
        for (int i = 0; i < marks.size(); i++) {
            float x = marks.place(i, 0);
            float y = marks.place(i, 1);
            float radius = marks.place(i, 2);
            switch (marks.kind(i)) {
                case GLOW -> band.glow(x, y, radius, marks.place(i, 3), marks.argb(i));
                case RING -> band.ring(x, y, radius, marks.argb(i));
                case ARROW -> band.arrow(x, y, radius, marks.place(i, 4), marks.argb(i));
                case PLUS -> band.plus(x, y, radius, marks.argb(i));
            }
        }
    }

    /** Whether light adds up, as at night, or lies over the paper. */
    static boolean adds(Frame frame) {
        return frame.theme() == MapTheme.DARK;
    }

    @Override
    public Speed speed() {
        return Speed.PROCESSOR;
    }

    @Override
    public String device() {
        return "2D";
    }

    @Override
    public void close() {
        frame = null;
    }
}
