package dev.orrery.render3d.frame;

/**
 * An eye that looks at a target from a distance, as if on an orbit around it. Angles in radians; yaw turns about the
 * upright axis, pitch is the height above the floor.
 */
public record Camera(double x, double y, double z, double distance, double yaw, double pitch) {
    private static final double FIELD_OF_VIEW = Math.toRadians(36);
    private static final double LOWEST = Math.toRadians(6);
    private static final double HIGHEST = Math.toRadians(86);
    /** The pitch of the view of the whole in a wide picture. */
    public static final double HOME_PITCH = Math.toRadians(47);

    private static final double WIDE = 1.5;
    private static final double UPRIGHT = 0.8;
    private static final double STEEPER = Math.toRadians(18);

    public Camera {
        pitch = Math.clamp(pitch, LOWEST, HIGHEST);
        distance = Math.clamp(distance, 2, 1e6);
    }

    /** A pitch for a view of the whole: steeper in a picture that is high, which would stay empty above and below otherwise. */
    static double homePitch(double inWide, int width, int height) {
        return inWide + STEEPER * Math.clamp((WIDE - (double) width / height) / (WIDE - UPRIGHT), 0, 1);
    }

    /** Turns around the target. */
    public Camera orbit(double turn, double tilt) {
        return new Camera(x, y, z, distance, yaw + turn, pitch + tilt);
    }

    /** Moves target and eye sideways and upwards in the plane of the picture, in units of length. */
    public Camera pan(double right, double up) {
        double[] r = right();
        double[] u = up();
        return new Camera(
                x + r[0] * right + u[0] * up,
                y + r[1] * right + u[1] * up,
                z + r[2] * right + u[2] * up,
                distance,
                yaw,
                pitch);
    }

    /** Moves target and eye over the floor, {@code ahead} in the direction of view. */
    public Camera fly(double right, double ahead) {
        return new Camera(
                x + Math.cos(yaw) * right - Math.sin(yaw) * ahead,
                y,
                z - Math.sin(yaw) * right - Math.cos(yaw) * ahead,
                distance,
                yaw,
                pitch);
    }

    /** Brings the eye nearer (factor below 1) while what lies under a pixel at the target's depth stays under it. */
    public Camera zoom(double factor, double pixelX, double pixelY, int width, int height) {
        Camera zoomed = new Camera(x, y, z, distance * factor, yaw, pitch);
        double focal = focal(width, height);
        double shift = (distance - zoomed.distance) / focal;
        return zoomed.pan((pixelX - width / 2.0) * shift, (height / 2.0 - pixelY) * shift);
    }

    /** Brings the eye nearer to the target (factor below 1). */
    public Camera approach(double factor) {
        return new Camera(x, y, z, distance * factor, yaw, pitch);
    }

    /** The same view of another target. */
    public Camera lookingAt(double tx, double ty, double tz, double from) {
        return new Camera(tx, ty, tz, from, yaw, pitch);
    }

    /** The way from this camera to another, at a share of 0 to 1. */
    public Camera towards(Camera goal, double share) {
        double turn = Math.IEEEremainder(goal.yaw - yaw, 2 * Math.PI);
        return new Camera(
                x + (goal.x - x) * share,
                y + (goal.y - y) * share,
                z + (goal.z - z) * share,
                distance * Math.pow(goal.distance / distance, share),
                yaw + turn * share,
                pitch + (goal.pitch - pitch) * share);
    }

    /** Pixels per unit of length at depth 1. */
    public static double focal(int width, int height) {
        return 0.5 * Math.min(height, width * 0.85) / Math.tan(FIELD_OF_VIEW / 2);
    }

    /** Right, down and ahead as three columns of three, then the place of the eye. */
    public double[] axes() {
        double[] r = right();
        double[] u = up();
        double[] b = backward();
        return new double[] {
            r[0],
            r[1],
            r[2],
            -u[0],
            -u[1],
            -u[2],
            -b[0],
            -b[1],
            -b[2],
            x + b[0] * distance,
            y + b[1] * distance,
            z + b[2] * distance
        };
    }

    /** From the target towards the eye, length 1. */
    double[] backward() {
        return new double[] {Math.cos(pitch) * Math.sin(yaw), Math.sin(pitch), Math.cos(pitch) * Math.cos(yaw)};
    }

    double[] right() {
        return new double[] {Math.cos(yaw), 0, -Math.sin(yaw)};
    }

    double[] up() {
        return new double[] {-Math.sin(pitch) * Math.sin(yaw), Math.cos(pitch), -Math.sin(pitch) * Math.cos(yaw)};
    }
}
