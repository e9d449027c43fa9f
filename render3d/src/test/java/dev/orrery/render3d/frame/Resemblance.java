package dev.orrery.render3d.frame;

import dev.orrery.render3d.Png;
import java.util.Locale;

/**
 * How much two pictures of one size look alike: structural similarity (Wang, Bovik, Sheikh, Simoncelli: Image quality
 * assessment, 2004) of each colour in blocks of {@value #BLOCK} pixels, the least of the three; 1 is the same.
 *
 * @param blocks the similarity of each block, row by row
 * @param across blocks in a row
 */
record Resemblance(double[] blocks, int across) {
    static final int BLOCK = 6;

    private static final double C1 = 0.01 * 255 * 0.01 * 255;
    private static final double C2 = 0.03 * 255 * 0.03 * 255;

    static Resemblance of(Png.Picture a, Png.Picture b) {
        int across = a.width() / BLOCK;
        int down = a.height() / BLOCK;
        double[] blocks = new double[across * down];
        for (int block = 0; block < blocks.length; block++) {
            blocks[block] = 1;
            for (int shift = 0; shift < 24; shift += 8) {
                int start = block / across * BLOCK * a.width() + block % across * BLOCK;
                blocks[block] = Math.min(blocks[block], similarity(a, b, start, shift));
            }
        }
        return new Resemblance(blocks, across);
    }

    private static double similarity(Png.Picture a, Png.Picture b, int start, int shift) {
        double sumA = 0;
        double sumB = 0;
        double squareA = 0;
        double squareB = 0;
        double product = 0;
        for (int y = 0; y < BLOCK; y++) {
            for (int x = 0; x < BLOCK; x++) {
                int at = start + y * a.width() + x;
                double va = (a.argb()[at] >> shift) & 255;
                double vb = (b.argb()[at] >> shift) & 255;
                sumA += va;
                sumB += vb;
                squareA += va * va;
                squareB += vb * vb;
                product += va * vb;
            }
        }
        int n = BLOCK * BLOCK;
        double meanA = sumA / n;
        double meanB = sumB / n;
        double varianceA = squareA / n - meanA * meanA;
        double varianceB = squareB / n - meanB * meanB;
        double covariance = product / n - meanA * meanB;
        return (2 * meanA * meanB + C1)
                / (meanA * meanA + meanB * meanB + C1)
                * (2 * covariance + C2)
                / (varianceA + varianceB + C2);
    }

    /** How many blocks are less alike than this. */
    int below(double similarity) {
        int count = 0;
        for (double block : blocks) {
            count += block < similarity ? 1 : 0;
        }
        return count;
    }

    double mean() {
        double sum = 0;
        for (double block : blocks) {
            sum += block;
        }
        return sum / blocks.length;
    }

    double least() {
        double least = 1;
        for (double block : blocks) {
            least = Math.min(least, block);
        }
        return least;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "mean %.4f, least %.3f, blocks below 0.9: %d, 0.7: %d of %d",
                mean(),
                least(),
                below(0.9),
                below(0.7),
                blocks.length);
    }

    /** The picture, with blocks in red the less they are alike. */
    Png.Picture difference(Png.Picture picture) {
        int[] argb = picture.argb().clone();
        for (int i = 0; i < argb.length; i++) {
            int x = Math.min(across - 1, i % picture.width() / BLOCK);
            int y = Math.min(blocks.length / across - 1, i / picture.width() / BLOCK);
            int red = (int) Math.clamp(255 * (1 - blocks[y * across + x]), 0, 255);
            int grey = ((argb[i] >> 16 & 255) + (argb[i] >> 8 & 255) + (argb[i] & 255)) / 6;
            argb[i] = 0xff000000 | Math.min(255, grey + red) << 16 | grey << 8 | grey;
        }
        return new Png.Picture(argb, picture.width(), picture.height());
    }
}
