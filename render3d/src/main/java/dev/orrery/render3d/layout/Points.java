package dev.orrery.render3d.layout;

/** Balls in space as parallel columns. Written while a layout is made, read only afterwards. */
public final class Points {
    private final float[] x;
    private final float[] y;
    private final float[] z;
    private final float[] radius;

    public Points(int size) {
        x = new float[size];
        y = new float[size];
        z = new float[size];
        radius = new float[size];
    }

    public int size() {
        return x.length;
    }

    public float x(int row) {
        return x[row];
    }

    public float y(int row) {
        return y[row];
    }

    public float z(int row) {
        return z[row];
    }

    public float radius(int row) {
        return radius[row];
    }

    public void place(int row, double px, double py, double pz) {
        x[row] = (float) px;
        y[row] = (float) py;
        z[row] = (float) pz;
    }

    public void radius(int row, double value) {
        radius[row] = (float) value;
    }

    void copy(int row, Points from, int other) {
        x[row] = from.x[other];
        y[row] = from.y[other];
        z[row] = from.z[other];
        radius[row] = from.radius[other];
    }

    void move(int row, double dx, double dy, double dz) {
        x[row] += (float) dx;
        y[row] += (float) dy;
        z[row] += (float) dz;
    }

    /** The points on the way to as many others, at a share of 0 to 1. */
    Points towards(Points goal, double share) {
        Points between = new Points(x.length);
        float part = (float) share;
        for (int row = 0; row < x.length; row++) {
            between.x[row] = x[row] + (goal.x[row] - x[row]) * part;
            between.y[row] = y[row] + (goal.y[row] - y[row]) * part;
            between.z[row] = z[row] + (goal.z[row] - z[row]) * part;
            between.radius[row] = radius[row] + (goal.radius[row] - radius[row]) * part;
        }
        return between;
    }

    double distance(int a, int b) {
        double dx = x[a] - x[b];
        double dy = y[a] - y[b];
        double dz = z[a] - z[b];
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
}
