package dev.orrery.render3d.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SequentialScaleTest {
    private static final int STEPS = 255;

    /** WCAG 2.1 asks 3 to 1 of what is not text. */
    private static final double CONTRAST = 3;

    private final long seed = Long.getLong("orrery.test.seed", System.nanoTime());

    @ParameterizedTest
    @EnumSource(MapTheme.class)
    void theMoreTheFartherFromTheBackgroundInLightAndInContrast(MapTheme theme) {
        SequentialScale scale = SequentialScale.of(theme);
        int background = Palette.of(theme).background();
        double before = CONTRAST;
        double lightness = OkLab.of(background)[0];
        for (int step = 0; step <= STEPS; step++) {
            int colour = scale.colour(step / (double) STEPS);
            double contrast = contrast(colour, background);
            assertTrue(contrast >= before * 0.99, "step " + step + ": " + contrast + " after " + before);
            before = Math.max(before, contrast);
            double away = Math.abs(OkLab.of(colour)[0] - OkLab.of(background)[0]);
            assertTrue(away >= lightness - 2e-3 || step == 0, "step " + step);
            lightness = away;
        }
    }

    @ParameterizedTest
    @EnumSource(MapTheme.class)
    void equalStepsLookAlike(MapTheme theme) {
        SequentialScale scale = SequentialScale.of(theme);
        int pieces = 16;
        double whole = 0;
        double[] steps = new double[pieces];
        for (int i = 0; i < pieces; i++) {
            steps[i] = distance(
                    OkLab.of(scale.colour(i / (double) pieces)), OkLab.of(scale.colour((i + 1) / (double) pieces)));
            whole += steps[i];
        }
        for (int i = 0; i < pieces; i++) {
            assertEquals(1, steps[i] / (whole / pieces), 0.12, "piece " + i);
        }
    }

    @ParameterizedTest
    @EnumSource(MapTheme.class)
    void sevenStepsAreToldApartByEyesWithoutOneKindOfCones(MapTheme theme) {
        SequentialScale scale = SequentialScale.of(theme);
        for (MissingCone missing : MissingCone.values()) {
            for (int a = 0; a < 7; a++) {
                for (int b = 0; b < a; b++) {
                    double apart = distance(missing.seen(scale.colour(a / 6.0)), missing.seen(scale.colour(b / 6.0)));
                    assertTrue(apart > 0.045 * (a - b), missing + ": " + a + " and " + b + ", " + apart);
                }
            }
            int grey = Palette.of(theme).unknown();
            assertTrue(distance(missing.seen(scale.colour(0)), missing.seen(grey)) > 0.05, missing + ": grey");
        }
    }

    @ParameterizedTest
    @EnumSource(MapTheme.class)
    void groupsAreToldApart(MapTheme theme) {
        Palette palette = Palette.of(theme);
        for (MissingCone missing : MissingCone.values()) {
            for (int a = 0; a < Palette.GROUPS; a++) {
                assertTrue(contrast(palette.group(a), palette.background()) > CONTRAST, "group " + a);
                double grey = distance(missing.seen(palette.group(a)), missing.seen(palette.unknown()));
                assertTrue(grey > 0.045, missing + ": " + a + " and grey, " + grey);
                for (int b = 0; b < a; b++) {
                    double apart = distance(missing.seen(palette.group(a)), missing.seen(palette.group(b)));
                    assertTrue(apart > 0.045, missing + ": " + a + " and " + b + ", " + apart);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ColourKey.Direction.class)
    void amountsKeepTheirOrderOnTheScale(ColourKey.Direction direction) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            double least = Math.pow(10, random.nextDouble() * 6) - 1;
            double most = least + Math.pow(10, random.nextDouble() * 9);
            Amounts amounts = new Amounts(least, most, direction, SequentialScale.DARK, 0x777777);
            assertEquals(0, amounts.share(least), 1e-12);
            assertEquals(1, amounts.share(most), 1e-12);
            assertEquals(0.5, amounts.share(amounts.middle()), 1e-6);
            double a = least + random.nextDouble() * (most - least);
            double b = a + random.nextDouble() * (most - a);
            assertTrue(amounts.share(a) <= amounts.share(b), "seed " + seed);
            assertEquals(0x777777, amounts.colour(Double.NaN));
            double dim = direction == ColourKey.Direction.MUCH_STANDS_OUT ? least : most;
            assertEquals(SequentialScale.DARK.colour(0), amounts.colour(dim));
        }
        assertEquals(0.5, new Amounts(3, 3, direction, SequentialScale.DARK, 0).share(3));
    }

    /**
     * Eyes without one kind of cones: its answer is replaced by what the other two say, such that white and one more hue
     * look as they do to others (after Viénot, Brettel and Mollon, "Digital video colourmaps for checking the legibility of
     * displays by dichromats", 1999, over the cones of Hunt, Pointer and Estévez).
     */
    private enum MissingCone {
        LONG(0, 0x0000ff),
        MIDDLE(1, 0x0000ff),
        SHORT(2, 0xff0000);

        private final int cone;
        private final double first;
        private final double second;

        MissingCone(int cone, int kept) {
            this.cone = cone;
            double[] white = cones(0xffffff);
            double[] hue = cones(kept);
            int p = (cone + 1) % 3;
            int q = (cone + 2) % 3;
            double divisor = white[p] * hue[q] - white[q] * hue[p];
            this.first = (white[cone] * hue[q] - white[q] * hue[cone]) / divisor;
            this.second = (white[p] * hue[cone] - white[cone] * hue[p]) / divisor;
        }

        private static double[] cones(int rgb) {
            double[] light = {OkLab.linear(rgb >> 16 & 255), OkLab.linear(rgb >> 8 & 255), OkLab.linear(rgb & 255)};
            double[] cones = new double[3];
            for (int i = 0; i < 3; i++) {
                cones[i] = CONES[i][0] * light[0] + CONES[i][1] * light[1] + CONES[i][2] * light[2];
            }
            return cones;
        }

        /** The colour as these eyes see it, in OKLab. */
        double[] seen(int rgb) {
            double[] cones = cones(rgb);
            cones[cone] = first * cones[(cone + 1) % 3] + second * cones[(cone + 2) % 3];
            double[] light = solve(cones);
            int seen = 0;
            for (double channel : light) {
                double value = Math.clamp(channel, 0, 1);
                double coded = value <= 0.0031308 ? 12.92 * value : 1.055 * Math.pow(value, 1 / 2.4) - 0.055;
                seen = seen << 8 | (int) Math.round(coded * 255);
            }
            return OkLab.of(seen);
        }

        /** The light that excites the cones so: Cramer's rule. */
        private static double[] solve(double[] cones) {
            double whole = determinant(CONES);
            double[] light = new double[3];
            for (int column = 0; column < 3; column++) {
                double[][] replaced = new double[3][];
                for (int row = 0; row < 3; row++) {
                    replaced[row] = CONES[row].clone();
                    replaced[row][column] = cones[row];
                }
                light[column] = determinant(replaced) / whole;
            }
            return light;
        }

        private static double determinant(double[][] m) {
            return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
                    - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
                    + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
        }
    }

    private static final double[][] CONES = {
        {0.3139902162, 0.6395129383, 0.0464975462},
        {0.1553724117, 0.7578944616, 0.0867014186},
        {0.0177523870, 0.1094420944, 0.8725692246}
    };

    private static double distance(double[] a, double[] b) {
        return Math.hypot(a[0] - b[0], Math.hypot(a[1] - b[1], a[2] - b[2]));
    }

    private static double contrast(int a, int b) {
        double first = luminance(a) + 0.05;
        double second = luminance(b) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(int rgb) {
        return 0.2126 * OkLab.linear(rgb >> 16 & 255)
                + 0.7152 * OkLab.linear(rgb >> 8 & 255)
                + 0.0722 * OkLab.linear(rgb & 255);
    }
}
