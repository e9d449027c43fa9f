package dev.orrery.render3d.frame;

/** Turns places into pixels for one camera and one size of picture. The answer of the last call stands in the fields. */
final class Projection {
    /** Nothing nearer to the eye than this is drawn. */
    static final double NEAR = 0.5;

    final double focal;
    private final double centreX;
    private final double centreY;
    private final double[] right;
    private final double[] up;
    private final double[] ahead;
    private final double eyeX;
    private final double eyeY;
    private final double eyeZ;

    float px;
    float py;
    double depth;

    Projection(Camera camera, int width, int height) {
        this.focal = Camera.focal(width, height);
        this.centreX = width / 2.0;
        this.centreY = height / 2.0;
        this.right = camera.right();
        this.up = camera.up();
        double[] back = camera.backward();
        this.ahead = new double[] {-back[0], -back[1], -back[2]};
        this.eyeX = camera.x() + back[0] * camera.distance();
        this.eyeY = camera.y() + back[1] * camera.distance();
        this.eyeZ = camera.z() + back[2] * camera.distance();
    }

    /** Projects a point; false where it lies behind the near plane, and then only {@code depth} is valid. */
    boolean project(double x, double y, double z) {
        double dx = x - eyeX;
        double dy = y - eyeY;
        double dz = z - eyeZ;
        depth = dx * ahead[0] + dy * ahead[1] + dz * ahead[2];
        if (depth < NEAR) {
            return false;
        }
        double scale = focal / depth;
        px = (float) (centreX + (dx * right[0] + dz * right[2]) * scale);
        py = (float) (centreY - (dx * up[0] + dy * up[1] + dz * up[2]) * scale);
        return true;
    }

    /** Pixels of a length at the depth of the last point. */
    double pixels(double length) {
        return length * focal / depth;
    }

    /** How much of a height stands upright in the picture. */
    double upright() {
        return up[1];
    }

    /** How much of a depth on the floor lies upright in the picture. */
    double lying() {
        return -ahead[1];
    }
}
