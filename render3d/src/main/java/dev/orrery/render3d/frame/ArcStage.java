package dev.orrery.render3d.frame;

import dev.orrery.api.Resolution;
import dev.orrery.render3d.layout.Points;
import dev.orrery.render3d.scene.Appearance;
import dev.orrery.render3d.scene.Links;
import dev.orrery.render3d.scene.Scene;

/**
 * The calls over a city that are not lit, as arcs: between districts as strands of counted bundles, drawn together over
 * the way between their middles; inside a district from house to house. What is on one roof is counted with its house.
 */
final class ArcStage {
    private static final int MOVING_PIECES = 8;
    private static final int RESTING_PIECES = 20;
    /** Arcs shorter than this, in units of the user interface, are not worth a line. */
    private static final double SHORTEST = 3;
    /** About how long a piece of an arc is. */
    private static final double PIECE = 12;

    private final FrameRequest request;
    private final Scene scene;
    private final Appearance appearance;
    private final Points houses;
    private final Points districts;
    private final Projection projection;
    private final Shade shade;
    private final Strands strands;
    private final int most;
    private int bundles;
    private int bundledCalls;

    ArcStage(FrameRequest request, Projection projection, Shade shade, Strands strands) {
        this.request = request;
        this.scene = request.scene();
        this.appearance = request.appearance();
        this.houses = request.layout().clusters();
        this.districts = request.layout().regions();
        this.projection = projection;
        this.shade = shade;
        this.strands = strands;
        this.most = request.detail().finish() == Detail.Finish.RESTING ? RESTING_PIECES : MOVING_PIECES;
    }

    void fill(Frame frame) {
        Links regions = appearance.regionLinks();
        for (int link = 0; link < regions.size(); link++) {
            bundles++;
            bundledCalls += regions.count(link);
        }
        Links links = appearance.clusterLinks();
        int bundlesAtMost = request.detail().bundles();
        for (int i = 0; i < Math.min(bundlesAtMost, strands.across().length); i++) {
            int link = strands.across()[i];
            arc(frame, links, link, 0.02, 0.17);
        }
        for (int i = 0; i < Math.min(bundlesAtMost, strands.within().length); i++) {
            int link = strands.within()[i];
            if (arc(frame, links, link, 0.03, 0.24)) {
                bundles++;
                bundledCalls += links.count(link);
            }
        }
    }

    Tally tally(int drawn) {
        Links links = appearance.links();
        int total = 0;
        for (int link = 0; link < links.size(); link++) {
            total += links.count(link);
        }
        return new Tally(drawn, drawn, 0, 0, bundles, bundledCalls, Math.max(0, total - bundledCalls), 0, total);
    }

    private boolean arc(Frame frame, Links links, int link, double faintest, double strongest) {
        int from = links.from(link);
        int to = links.to(link);
        if (!projection.project(houses.x(from), houses.y(from), houses.z(from))) {
            return false;
        }
        float startX = projection.px;
        float startY = projection.py;
        double startDepth = projection.depth;
        if (!projection.project(houses.x(to), houses.y(to), houses.z(to))
                || outside(startX, projection.px, request.width())
                || outside(startY, projection.py, request.height() + 400)
                || Math.hypot(projection.px - startX, projection.py - startY) < SHORTEST * request.scale()) {
            return false;
        }
        double wide = Math.hypot(projection.px - startX, projection.py - startY) / request.scale();
        int pieces = (int) Math.clamp(wide / PIECE, 4, most);
        // Long arcs over a near house would be scratches on it; from afar they are the shape of the whole.
        double calm = Math.clamp(request.width() * 0.55 / (wide * request.scale()), 0.12, 1);
        boolean sure = links.resolution(link) == Resolution.EXACT;
        double strength =
                Math.min(strongest, faintest + 0.028 * Math.log1p(links.count(link))) * (sure ? 1 : 0.7) * calm * calm;
        int a = scene.clusterRegion(from);
        int b = scene.clusterRegion(to);
        int startRgb = request.appearance().regionColour(scene, a);
        int endRgb = request.appearance().regionColour(scene, b);
        double far = Math.hypot(houses.x(to) - houses.x(from), houses.z(to) - houses.z(from));
        double rise = far * (a == b ? 0.2 : 0.26);
        float px = startX;
        float py = startY;
        int last = Argb.of(startRgb, shade.line(startDepth, strength));
        for (int i = 1; i <= pieces; i++) {
            double t = i / (double) pieces;
            if (!point(t, from, to, a, b, rise)) {
                return true;
            }
            double ends = 0.5 + 0.5 * Math.abs(2 * t - 1);
            int colour = Argb.of(Argb.mix(startRgb, endRgb, t), shade.line(projection.depth, strength * ends));
            frame.lines()
                    .add(
                            px,
                            py,
                            projection.px,
                            projection.py,
                            (float) request.scale(),
                            0,
                            last,
                            colour,
                            LineStyle.SOLID);
            px = projection.px;
            py = projection.py;
            last = colour;
        }
        return true;
    }

    private static boolean outside(double a, double b, double end) {
        return a < 0 && b < 0 || a > end && b > end;
    }

    private boolean point(double t, int from, int to, int a, int b, double rise) {
        double s = 1 - t;
        double w0 = s * s * s;
        double w1 = 3 * s * s * t;
        double w2 = 3 * s * t * t;
        double w3 = t * t * t;
        double pull = a == b ? 0 : 0.55;
        double x0 = houses.x(from);
        double z0 = houses.z(from);
        double x3 = houses.x(to);
        double z3 = houses.z(to);
        double x1 = x0 + (x3 - x0) * 0.25 + (districts.x(a) - x0) * pull;
        double z1 = z0 + (z3 - z0) * 0.25 + (districts.z(a) - z0) * pull;
        double x2 = x3 + (x0 - x3) * 0.25 + (districts.x(b) - x3) * pull;
        double z2 = z3 + (z0 - z3) * 0.25 + (districts.z(b) - z3) * pull;
        double up = Math.max(houses.y(from), houses.y(to)) + rise;
        return projection.project(
                w0 * x0 + w1 * x1 + w2 * x2 + w3 * x3,
                w0 * houses.y(from) + (w1 + w2) * up + w3 * houses.y(to),
                w0 * z0 + w1 * z1 + w2 * z2 + w3 * z3);
    }
}
