package dev.orrery.render3d.frame;

import java.util.Arrays;

/** A level plane as one camera sees it. Points of the plane are pairs of x and z. Immutable. */
final class Floor {
    private final double height;
    private final double eyeX;
    private final double eyeY;
    private final double eyeZ;
    private final double[] right;
    private final double[] up;
    private final double[] ahead;
    private final double focal;
    private final double halfWidth;
    private final double halfHeight;

    /**
     * @param width of the picture, pixels
     * @param height of the picture, pixels
     * @param level the plane's y
     */
    Floor(Camera camera, int width, int height, double level) {
        double[] axes = camera.axes();
        this.height = level;
        this.right = Arrays.copyOfRange(axes, 0, 3);
        this.up = new double[] {-axes[3], -axes[4], -axes[5]};
        this.ahead = Arrays.copyOfRange(axes, 6, 9);
        this.eyeX = axes[9];
        this.eyeY = axes[10];
        this.eyeZ = axes[11];
        this.focal = Camera.focal(width, height);
        this.halfWidth = width / 2.0;
        this.halfHeight = height / 2.0;
    }

    /** The point of the plane under a pixel; empty where one looks past the plane there. */
    double[] under(double px, double py) {
        double a = (px - halfWidth) / focal;
        double b = (halfHeight - py) / focal;
        double slope = ahead[1] + right[1] * a + up[1] * b;
        double way = (height - eyeY) / slope;
        if (slope == 0 || way <= 0) {
            return new double[0];
        }
        return new double[] {
            eyeX + way * (ahead[0] + right[0] * a + up[0] * b), eyeZ + way * (ahead[2] + right[2] * a + up[2] * b)
        };
    }

    /** The part of a convex polygon of the plane that is in the picture; empty where none is. */
    double[] seen(double[] polygon) {
        double[] left = polygon;
        left = cut(left, 0, 0, 1, Projection.NEAR);
        left = cut(left, focal, 0, halfWidth, 0);
        left = cut(left, -focal, 0, halfWidth, 0);
        left = cut(left, 0, focal, halfHeight, 0);
        return cut(left, 0, -focal, halfHeight, 0);
    }

    /**
     * Sutherland, Hodgman: Reentrant polygon clipping (1974), one plane: keeps the points of which the shares of right, up
     * and ahead together are at least {@code least}.
     */
    private double[] cut(double[] polygon, double toRight, double toUp, double toAhead, double least) {
        double[] kept = new double[polygon.length * 2 + 2];
        int size = 0;
        for (int i = 0; i < polygon.length; i += 2) {
            int j = (i + 2) % polygon.length;
            double here = side(polygon[i], polygon[i + 1], toRight, toUp, toAhead) - least;
            double there = side(polygon[j], polygon[j + 1], toRight, toUp, toAhead) - least;
            if (here >= 0) {
                kept[size++] = polygon[i];
                kept[size++] = polygon[i + 1];
            }
            if (here >= 0 != there >= 0) {
                double share = here / (here - there);
                kept[size++] = polygon[i] + (polygon[j] - polygon[i]) * share;
                kept[size++] = polygon[i + 1] + (polygon[j + 1] - polygon[i + 1]) * share;
            }
        }
        return Arrays.copyOf(kept, size);
    }

    private double side(double x, double z, double toRight, double toUp, double toAhead) {
        double dx = x - eyeX;
        double dy = height - eyeY;
        double dz = z - eyeZ;
        return toRight * (right[0] * dx + right[1] * dy + right[2] * dz)
                + toUp * (up[0] * dx + up[1] * dy + up[2] * dz)
                + toAhead * (ahead[0] * dx + ahead[1] * dy + ahead[2] * dz);
    }
}
