package dev.orrery.render3d.frame;

import dev.orrery.render3d.layout.Points;
import dev.orrery.render3d.scene.Scene;

/**
 * Draws one strand of a bundle: a curve from cluster to cluster that is drawn towards the way between the middles of the
 * two regions, so that strands of one bundle run side by side (after Holten 2006, hierarchical edge bundles).
 */
final class CurveStage {
    private static final int MOVING_PIECES = 8;
    private static final int RESTING_PIECES = 18;

    private final FrameRequest request;
    private final Scene scene;
    private final Points clusters;
    private final Points regions;
    private final Projection projection;
    private final Shade shade;

    CurveStage(FrameRequest request, Projection projection, Shade shade) {
        this.request = request;
        this.scene = request.scene();
        this.clusters = request.layout().clusters();
        this.regions = request.layout().regions();
        this.projection = projection;
        this.shade = shade;
    }

    void strand(Frame frame, int from, int to, int count) {
        int a = scene.clusterRegion(from);
        int b = scene.clusterRegion(to);
        int pieces = request.detail().finish() == Detail.Finish.RESTING ? RESTING_PIECES : MOVING_PIECES;
        double strength = Math.min(0.22, 0.055 + 0.022 * Math.log(count));
        int startRgb = request.appearance().regionColour(scene, a);
        int endRgb = request.appearance().regionColour(scene, b);
        float px = 0;
        float py = 0;
        int last = 0;
        boolean drawing = false;
        for (int i = 0; i <= pieces; i++) {
            double t = i / (double) pieces;
            boolean ahead = project(t, from, to, a, b);
            if (!ahead) {
                drawing = false;
                continue;
            }
            int rgb = Argb.mix(startRgb, endRgb, t);
            // Bright where it leaves and arrives, faint on the way: the space between regions stays calm.
            double ends = 0.42 + 0.58 * Math.pow(Math.abs(2 * t - 1), 1.6);
            int colour = Argb.of(rgb, shade.line(projection.depth, strength * ends));
            if (drawing) {
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
            }
            px = projection.px;
            py = projection.py;
            last = colour;
            drawing = true;
        }
    }

    private boolean project(double t, int from, int to, int a, int b) {
        double s = 1 - t;
        double w0 = s * s * s;
        double w1 = 3 * s * s * t;
        double w2 = 3 * s * t * t;
        double w3 = t * t * t;
        double ax = regions.x(a) + (regions.x(b) - regions.x(a)) * 0.3;
        double az = regions.z(a) + (regions.z(b) - regions.z(a)) * 0.3;
        double bx = regions.x(b) + (regions.x(a) - regions.x(b)) * 0.3;
        double bz = regions.z(b) + (regions.z(a) - regions.z(b)) * 0.3;
        double lift = 0.1 * Math.hypot(regions.x(b) - regions.x(a), regions.z(b) - regions.z(a));
        return projection.project(
                w0 * clusters.x(from) + w1 * ax + w2 * bx + w3 * clusters.x(to),
                w0 * clusters.y(from) + w1 * (regions.y(a) - lift) + w2 * (regions.y(b) - lift) + w3 * clusters.y(to),
                w0 * clusters.z(from) + w1 * az + w2 * bz + w3 * clusters.z(to));
    }
}
