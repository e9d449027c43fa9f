package dev.orrery.render3d.frame;

import dev.orrery.render3d.scene.MapTheme;

/**
 * An upright box in the picture: its eight corners, and its faces towards the eye. Used again for one box after the other.
 */
final class Prism {
    /** Light on the sides: a sun in the west, a little in the south, and the sky. */
    private static final double WEST = 0.8;

    private static final double SOUTH = 0.56;
    private static final double EAST = 0.44;
    private static final double NORTH = 0.38;
    /** How much darker than its western edge the eastern one of a roof is. */
    private static final double SLOPE = 0.9;
    /** On paper shadows are lighter than at night. */
    private static final double PAPER = 0.58;

    private static final int CORNERS = 8;

    private final Projection projection;
    private final double eyeX;
    private final double eyeY;
    private final double eyeZ;
    private final int width;
    private final int height;
    private final double[] x = new double[CORNERS];
    private final double[] y = new double[CORNERS];
    private final double[] z = new double[CORNERS];
    private final float[] px = new float[CORNERS];
    private final float[] py = new float[CORNERS];
    private final double[] depth = new double[CORNERS];
    private boolean whole;
    private final double dark;
    /** Light at the foot of a wall as a share of that at its top. */
    private double foot = 1;

    Prism(FrameRequest request, Projection projection) {
        double[] axes = request.camera().axes();
        this.projection = projection;
        this.eyeX = axes[9];
        this.eyeY = axes[10];
        this.eyeZ = axes[11];
        this.width = request.width();
        this.height = request.height();
        this.dark = request.appearance().theme() == MapTheme.DARK ? 1 : PAPER;
    }

    Projection projection() {
        return projection;
    }

    double eyeX() {
        return eyeX;
    }

    double eyeY() {
        return eyeY;
    }

    double eyeZ() {
        return eyeZ;
    }

    void feet(double share) {
        foot = share;
    }

    /** Takes a box; false where no part of it can be in the picture. Corners 0 to 3 are the upper ones. */
    boolean take(double x0, double z0, double x1, double z1, double base, double top) {
        whole = true;
        int left = 0;
        int right = 0;
        int above = 0;
        int below = 0;
        int behind = 0;
        for (int i = 0; i < CORNERS; i++) {
            x[i] = (i & 3) == 0 || (i & 3) == 3 ? x0 : x1;
            y[i] = i < 4 ? top : base;
            z[i] = (i & 3) < 2 ? z0 : z1;
            boolean ahead = projection.project(x[i], y[i], z[i]);
            depth[i] = projection.depth;
            if (!ahead) {
                whole = false;
                behind++;
                continue;
            }
            px[i] = projection.px;
            py[i] = projection.py;
            left += px[i] < 0 ? 1 : 0;
            right += px[i] > width ? 1 : 0;
            above += py[i] < 0 ? 1 : 0;
            below += py[i] > height ? 1 : 0;
        }
        if (!whole) {
            return behind < CORNERS;
        }
        return left < CORNERS && right < CORNERS && above < CORNERS && below < CORNERS;
    }

    /** The depth of the middle. */
    double depth() {
        return (depth[0] + depth[2] + depth[4] + depth[6]) / 4;
    }

    /** How many pixels a length has at the middle of the box. */
    double pixels(double length) {
        return length * projection.focal / Math.max(Projection.NEAR, (depth[0] + depth[2]) / 2);
    }

    /** The rectangle around the roof. */
    Box roof() {
        float left = Math.min(Math.min(px[0], px[1]), Math.min(px[2], px[3]));
        float right = Math.max(Math.max(px[0], px[1]), Math.max(px[2], px[3]));
        float up = Math.min(Math.min(py[0], py[1]), Math.min(py[2], py[3]));
        float down = Math.max(Math.max(py[0], py[1]), Math.max(py[2], py[3]));
        return new Box(left, up, right - left, down - up);
    }

    /** Whether all of the box lies ahead of the eye. */
    boolean isWhole() {
        return whole;
    }

    /** Adds the faces that the eye can see. */
    void faces(Faces faces, int argb, int owner) {
        if (eyeX < x[0]) {
            wall(faces, 0, 3, argb, WEST, owner);
        } else if (eyeX > x[1]) {
            wall(faces, 1, 2, argb, EAST, owner);
        }
        if (eyeZ < z[0]) {
            wall(faces, 0, 1, argb, NORTH, owner);
        } else if (eyeZ > z[2]) {
            wall(faces, 3, 2, argb, SOUTH, owner);
        }
        if (eyeY > y[0]) {
            roof(faces, argb, owner);
        }
    }

    private void roof(Faces faces, int argb, int owner) {
        if (whole) {
            int east = Argb.lit(argb, softened(SLOPE));
            faces.corner(px[3], py[3], argb);
            faces.corner(px[0], py[0], argb);
            faces.corner(px[1], py[1], east);
            faces.corner(px[2], py[2], east);
            faces.close(owner);
        } else {
            clipped(faces, new int[] {0, 1, 2, 3}, argb, argb, owner);
        }
    }

    private double softened(double light) {
        return 1 - (1 - light) * dark;
    }

    private void wall(Faces faces, int a, int b, int argb, double light, int owner) {
        if (y[0] <= y[4]) {
            return;
        }
        int high = Argb.lit(argb, softened(light));
        int low = Argb.lit(argb, softened(light) * softened(foot));
        if (whole) {
            faces.corner(px[a], py[a], high);
            faces.corner(px[b], py[b], high);
            faces.corner(px[b + 4], py[b + 4], low);
            faces.corner(px[a + 4], py[a + 4], low);
            faces.close(owner);
        } else {
            clipped(faces, new int[] {a, b, b + 4, a + 4}, high, low, owner);
        }
    }

    /** The part of a face before the near plane. */
    private void clipped(Faces faces, int[] corners, int high, int low, int owner) {
        for (int i = 0; i < corners.length; i++) {
            int a = corners[i];
            int b = corners[(i + 1) % corners.length];
            boolean aAhead = depth[a] >= Projection.NEAR;
            if (aAhead) {
                faces.corner(px[a], py[a], a < 4 ? high : low);
            }
            if (aAhead != depth[b] >= Projection.NEAR) {
                double t = (Projection.NEAR * 1.0001 - depth[a]) / (depth[b] - depth[a]);
                if (projection.project(x[a] + (x[b] - x[a]) * t, y[a] + (y[b] - y[a]) * t, z[a] + (z[b] - z[a]) * t)) {
                    faces.corner(projection.px, projection.py, Argb.mix(a < 4 ? high : low, b < 4 ? high : low, t));
                }
            }
        }
        faces.close(owner);
    }

    /** Adds the outline of the roof. */
    void outline(Strokes strokes, float thick, int argb) {
        if (!whole) {
            return;
        }
        for (int i = 0; i < 4; i++) {
            int next = (i + 1) & 3;
            strokes.add(px[i], py[i], px[next], py[next], thick, 0, argb, argb, LineStyle.SOLID);
        }
    }
}
