package dev.orrery.render3d.frame;

/** A rectangle with upright edges; the unit is the caller's. */
public record Box(double x, double y, double width, double height) {
    /** Whether two rectangles share more than an edge. */
    public boolean overlaps(Box other) {
        return x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height;
    }

    /** The rectangle grown on all sides. */
    public Box grown(double by) {
        return new Box(x - by, y - by, width + 2 * by, height + 2 * by);
    }

    /** The same rectangle in a unit that is {@code scale} pixels long. */
    public Box inUnitsOf(double scale) {
        return new Box(x / scale, y / scale, width / scale, height / scale);
    }

    boolean inside(double wide, double high) {
        return x >= 0 && y >= 0 && x + width <= wide && y + height <= high;
    }
}
