package dev.orrery.render3d.city;

/** A rectangle on the floor, in the units of the layout. */
public record Plot(double x0, double z0, double x1, double z1) {
    public double width() {
        return x1 - x0;
    }

    public double depth() {
        return z1 - z0;
    }

    public double shorter() {
        return Math.min(width(), depth());
    }

    /** The same rectangle without a rim. */
    Plot inset(double rim) {
        return new Plot(x0 + rim, z0 + rim, x1 - rim, z1 - rim);
    }

    /** The part below ({@code share} of the length) or above a cut. */
    Plot low(Axis axis, double share) {
        return switch (axis) {
            case X -> new Plot(x0, z0, x0 + width() * share, z1);
            case Z -> new Plot(x0, z0, x1, z0 + depth() * share);
        };
    }

    Plot high(Axis axis, double share) {
        return switch (axis) {
            case X -> new Plot(x0 + width() * share, z0, x1, z1);
            case Z -> new Plot(x0, z0 + depth() * share, x1, z1);
        };
    }

    /** The axis along which the rectangle is longer. */
    Axis longer() {
        return width() >= depth() ? Axis.X : Axis.Z;
    }

    /** What a cut is perpendicular to. */
    enum Axis {
        X,
        Z;

        Axis other() {
            return this == X ? Z : X;
        }
    }
}
