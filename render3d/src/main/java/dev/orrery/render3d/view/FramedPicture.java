package dev.orrery.render3d.view;

import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * A still picture with a closed line over it that moves at every picture of the map. Both are one image: as shapes of JavaFX the line
 * cost a software renderer 2 ms a picture, as some thousand pixels of an image it costs nothing that can be measured. JavaFX thread only.
 */
final class FramedPicture extends ImageView {
    private static final double LINE = 1.5;
    private static final double SHADOW = 3.5;
    private static final int EDGE = 1;

    private int[] still = new int[0];
    private int[] faded = new int[0];
    private byte[] line = new byte[0];
    private byte[] shadow = new byte[0];
    private int[] places = new int[0];
    private int touched;
    private int wide;
    private int high;
    private double scale = 1;
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private double[] corners = {};
    private double opacity = 1;
    private Color background = Color.BLACK;
    private Color bright = Color.WHITE;
    private Color dark = Color.BLACK;
    private Color edge = Color.GRAY;

    FramedPicture() {
        setManaged(false);
        setMouseTransparent(true);
    }

    /**
     * Shows another picture.
     *
     * @param pixels opaque, the top row first
     * @param perUnit pixels a unit of the user interface
     */
    void picture(IntBuffer pixels, int width, int height, double perUnit) {
        wide = width;
        high = height;
        scale = perUnit;
        still = new int[width * height];
        pixels.get(0, still);
        line = new byte[still.length];
        shadow = new byte[still.length];
        places = new int[still.length];
        PixelBuffer<IntBuffer> shared =
                new PixelBuffer<>(width, height, IntBuffer.allocate(still.length), PixelFormat.getIntArgbPreInstance());
        buffer = shared;
        setImage(new WritableImage(shared));
        setFitWidth(width / perUnit);
        setFitHeight(height / perUnit);
        fade();
    }

    /** Colours of the line, of what sets it off, of the edge; how much of the picture is seen over the background. */
    void dress(Color lineColour, Color shadowColour, Color edgeColour, Color ground, double seen) {
        bright = lineColour;
        dark = shadowColour;
        edge = edgeColour;
        background = ground;
        opacity = seen;
        fade();
    }

    private void fade() {
        faded = still.clone();
        if (opacity < 1) {
            for (int i = 0; i < faded.length; i++) {
                faded[i] = mix(argb(background), still[i], opacity);
            }
        }
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                if (x < EDGE || y < EDGE || x >= wide - EDGE || y >= high - EDGE) {
                    faded[y * wide + x] = mix(faded[y * wide + x], argb(edge), edge.getOpacity());
                }
            }
        }
        draw();
    }

    /** @param frame x and y of each corner in turn, in units of the user interface */
    void outline(double[] frame) {
        corners = frame;
        draw();
    }

    private void draw() {
        PixelBuffer<IntBuffer> shared = buffer;
        if (shared == null) {
            return;
        }
        for (int i = 0; i < corners.length; i += 2) {
            int next = (i + 2) % corners.length;
            side(corners[i] * scale, corners[i + 1] * scale, corners[next] * scale, corners[next + 1] * scale);
        }
        int[] pixels = shared.getBuffer().array();
        System.arraycopy(faded, 0, pixels, 0, pixels.length);
        int darkRgb = argb(dark);
        int brightRgb = argb(bright);
        for (int i = 0; i < touched; i++) {
            int at = places[i];
            int under = mix(pixels[at], darkRgb, (shadow[at] & 255) / 255.0 * dark.getOpacity());
            pixels[at] = mix(under, brightRgb, (line[at] & 255) / 255.0);
            shadow[at] = 0;
            line[at] = 0;
        }
        touched = 0;
        shared.updateBuffer(all -> null);
    }

    /** Marks the pixels near a line by how much of each is covered, column by column or row by row, whichever is longer. */
    private void side(double x1, double y1, double x2, double y2) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double length = Math.hypot(dx, dy);
        if (length == 0) {
            return;
        }
        boolean flat = Math.abs(dx) >= Math.abs(dy);
        double reach = SHADOW * scale / 2 + 1;
        double low = (flat ? Math.min(x1, x2) : Math.min(y1, y2)) - reach;
        double top = (flat ? Math.max(x1, x2) : Math.max(y1, y2)) + reach;
        double slope = flat ? dy / dx : dx / dy;
        double across = reach * length / Math.max(Math.abs(dx), Math.abs(dy));
        for (int a = Math.max(0, (int) low); a <= Math.min(top, (flat ? wide : high) - 1); a++) {
            double middle = flat ? y1 + (a + 0.5 - x1) * slope : x1 + (a + 0.5 - y1) * slope;
            int from = (int) Math.max(0, middle - across);
            double to = Math.min(middle + across, (flat ? high : wide) - 1);
            for (int b = from; b <= to; b++) {
                double x = (flat ? a : b) + 0.5;
                double y = (flat ? b : a) + 0.5;
                double along = Math.clamp(((x - x1) * dx + (y - y1) * dy) / (length * length), 0, 1);
                double distance = Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
                int at = flat ? b * wide + a : a * wide + b;
                int dimmed = covered(SHADOW * scale / 2 + 0.5 - distance);
                if (dimmed > 0 && shadow[at] == 0) {
                    places[touched++] = at;
                }
                shadow[at] = (byte) Math.max(dimmed, shadow[at] & 255);
                line[at] = (byte) Math.max(covered(LINE * scale / 2 + 0.5 - distance), line[at] & 255);
            }
        }
    }

    private static int covered(double share) {
        return (int) Math.round(Math.clamp(share, 0, 1) * 255);
    }

    private static int mix(int under, int over, double share) {
        int s = (int) Math.round(share * 256);
        int redBlue = ((under & 0xff00ff) * (256 - s) + (over & 0xff00ff) * s) >>> 8 & 0xff00ff;
        int green = ((under & 0xff00) * (256 - s) + (over & 0xff00) * s) >>> 8 & 0xff00;
        return 0xff000000 | redBlue | green;
    }

    private static int argb(Color colour) {
        return 0xff000000
                | (int) Math.round(colour.getRed() * 255) << 16
                | (int) Math.round(colour.getGreen() * 255) << 8
                | (int) Math.round(colour.getBlue() * 255);
    }
}
