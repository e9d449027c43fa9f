package dev.orrery.render3d.frame;

/**
 * A thing in the picture that deserves a label.
 *
 * @param kind what it is
 * @param row region, ward, file, cluster's first body, or body
 * @param x middle, in pixels
 * @param top upper edge, in pixels
 * @param bottom lower edge, in pixels
 * @param radius half its width, in pixels
 * @param priority the greater the sooner it is placed
 */
public record Anchor(Kind kind, int row, float x, float top, float bottom, float radius, double priority) {
    /** The same anchor in a unit that is {@code scale} pixels long. */
    public Anchor inUnitsOf(double scale) {
        return new Anchor(
                kind,
                row,
                (float) (x / scale),
                (float) (top / scale),
                (float) (bottom / scale),
                (float) (radius / scale),
                priority);
    }

    /** What is labelled. */
    public enum Kind {
        SELECTED,
        REGION,
        FOLDER,
        FILE,
        NEIGHBOUR,
        HIGHLIGHTED,
        TYPE,
        MEMBER
    }
}
