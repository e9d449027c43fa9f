package dev.orrery.render3d.frame;

/** The calm grid on the floor, which fades towards the distance. */
final class GroundStage {
    private static final int LINES = 11;
    private static final int PIECES = 12;

    private final FrameRequest request;
    private final Projection projection;
    private final Shade shade;

    GroundStage(FrameRequest request, Projection projection, Shade shade) {
        this.request = request;
        this.projection = projection;
        this.shade = shade;
    }

    void fill(Frame frame) {
        double half = request.layout().extent() * 1.35;
        double step = 2 * half / (LINES - 1);
        for (int line = 0; line < LINES; line++) {
            double offset = -half + line * step;
            for (int piece = 0; piece < PIECES; piece++) {
                double from = -half + 2 * half * piece / PIECES;
                double to = from + 2 * half / PIECES;
                piece(frame, offset, from, offset, to, half);
                piece(frame, from, offset, to, offset, half);
            }
        }
    }

    private void piece(Frame frame, double x0, double z0, double x1, double z1, double half) {
        if (!projection.project(x0, 0, z0)) {
            return;
        }
        float px = projection.px;
        float py = projection.py;
        int start = colour(x0, z0, half);
        if (projection.project(x1, 0, z1)) {
            frame.ground()
                    .add(
                            px,
                            py,
                            projection.px,
                            projection.py,
                            (float) request.scale(),
                            0,
                            start,
                            colour(x1, z1, half),
                            LineStyle.SOLID);
        }
    }

    private int colour(double x, double z, double half) {
        double edge = Math.max(0, 1 - Math.hypot(x, z) / (half * 1.25));
        return Argb.of(shade.palette.grid(), (shade.dark ? 0.2 : 0.34) * edge * (1 - shade.fog(projection.depth)));
    }
}
