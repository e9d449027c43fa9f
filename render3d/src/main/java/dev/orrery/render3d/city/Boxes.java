package dev.orrery.render3d.city;

/** Upright boxes as parallel columns. Written while a city is made, read only afterwards. */
public final class Boxes {
    private final float[] x0;
    private final float[] z0;
    private final float[] x1;
    private final float[] z1;
    private final float[] base;
    private final float[] top;

    Boxes(int size) {
        x0 = new float[size];
        z0 = new float[size];
        x1 = new float[size];
        z1 = new float[size];
        base = new float[size];
        top = new float[size];
    }

    public int size() {
        return x0.length;
    }

    void place(int row, Plot plot, double from, double to) {
        x0[row] = (float) plot.x0();
        z0[row] = (float) plot.z0();
        x1[row] = (float) plot.x1();
        z1[row] = (float) plot.z1();
        base[row] = (float) from;
        top[row] = (float) to;
    }

    public float x0(int row) {
        return x0[row];
    }

    public float z0(int row) {
        return z0[row];
    }

    public float x1(int row) {
        return x1[row];
    }

    public float z1(int row) {
        return z1[row];
    }

    /** Where it stands. */
    public float base(int row) {
        return base[row];
    }

    /** Its height above the floor. */
    public float top(int row) {
        return top[row];
    }

    public float middleX(int row) {
        return (x0[row] + x1[row]) / 2;
    }

    public float middleZ(int row) {
        return (z0[row] + z1[row]) / 2;
    }

    /** The shorter side of the footprint. */
    public float shorter(int row) {
        return Math.min(x1[row] - x0[row], z1[row] - z0[row]);
    }
}
