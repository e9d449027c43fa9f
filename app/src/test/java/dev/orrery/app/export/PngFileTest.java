package dev.orrery.app.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngFileTest {
    @Test
    void anotherReaderSeesTheSamePixels() throws IOException {
        long seed = Long.getLong("orrery.test.seed", System.nanoTime());
        Random random = new Random(seed);
        int width = 37;
        int height = 23;
        int[] pixels =
                random.ints(width * height).map(pixel -> pixel | 0xFF000000).toArray();
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(PngFile.bytes(pixels, width, height)));
        assertNotNull(read, "seed " + seed);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                assertEquals(pixels[y * width + x], read.getRGB(x, y), "seed " + seed);
            }
        }
    }
}
