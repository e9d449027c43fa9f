package dev.orrery.render3d.city;

/** How much of a cell stays free: streets around districts, alleys around files; a share, so that small cells keep ground. */
final class Streets {
    private static final double ALLEY = 0.05;
    private static final double WIDEST_ALLEY = 0.35;
    private static final double STREET = 0.035;
    private static final double WIDEST_STREET = 2.6;
    private static final double NARROWER = 0.5;
    private static final double PAVEMENT = 0.4;

    private Streets() {}

    /** The slab of a folder in its cell; {@code level} is 1 for regions. */
    static Plot slab(Plot cell, int level) {
        return cell.inset(street(cell, level));
    }

    /** What is left to build on inside the slab. */
    static Plot inside(Plot cell, int level) {
        double street = street(cell, level);
        return cell.inset(street * (1 + PAVEMENT));
    }

    /** The walls of a file in its cell. */
    static Plot walls(Plot cell) {
        return cell.inset(Math.min(WIDEST_ALLEY, cell.shorter() * ALLEY));
    }

    private static double street(Plot cell, int level) {
        double widest = WIDEST_STREET * Math.pow(NARROWER, level - 1);
        return Math.min(Math.max(widest, WIDEST_ALLEY), cell.shorter() * STREET);
    }
}
