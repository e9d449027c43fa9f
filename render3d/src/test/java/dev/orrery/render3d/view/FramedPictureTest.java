package dev.orrery.render3d.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.Random;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("display")
class FramedPictureTest {
    private static final int WIDE = 90;
    private static final int HIGH = 60;
    private static final double LINE = 0.75;

    /** Of black pixels and a white line without a shadow, each pixel tells how much of it the nearest side covers. */
    @Test
    void aPixelIsAsBrightAsTheLineCoversItAndTheLineBeforeIsGone() throws Exception {
        long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
        Random random = new Random(seed);
        Fx.run(() -> {
            FramedPicture picture = new FramedPicture();
            int[] black = new int[WIDE * HIGH];
            Arrays.fill(black, 0xff000000);
            picture.dress(Color.WHITE, Color.TRANSPARENT, Color.TRANSPARENT, Color.BLACK, 1);
            picture.picture(IntBuffer.wrap(black), WIDE, HIGH, 1);
            for (int round = 0; round < 40; round++) {
                double[] corners = new double[8];
                for (int i = 0; i < corners.length; i++) {
                    corners[i] = random.nextDouble() * (i % 2 == 0 ? 3 * WIDE : 3 * HIGH) - WIDE;
                }
                picture.outline(corners);
                PixelReader pixels = picture.getImage().getPixelReader();
                for (int y = 0; y < HIGH; y++) {
                    for (int x = 0; x < WIDE; x++) {
                        double share = Math.clamp(LINE + 0.5 - distance(corners, x + 0.5, y + 0.5), 0, 1);
                        assertEquals(share * 255, pixels.getArgb(x, y) & 255, 2, "seed " + seed + " at " + x + " " + y);
                    }
                }
            }
        });
    }

    private static double distance(double[] corners, double x, double y) {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < corners.length; i += 2) {
            int next = (i + 2) % corners.length;
            double dx = corners[next] - corners[i];
            double dy = corners[next + 1] - corners[i + 1];
            double along = Math.clamp(((x - corners[i]) * dx + (y - corners[i + 1]) * dy) / (dx * dx + dy * dy), 0, 1);
            least = Math.min(least, Math.hypot(x - corners[i] - along * dx, y - corners[i + 1] - along * dy));
        }
        return least;
    }
}
