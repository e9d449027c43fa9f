package dev.orrery.render3d.frame;

import dev.orrery.render3d.layout.Points;
import dev.orrery.render3d.scene.Appearance;
import dev.orrery.render3d.scene.Links;
import dev.orrery.render3d.scene.Scene;

/**
 * The calls that are not lit. Near clusters show theirs one by one; inside far ones short lines join the members as long
 * as the budget lasts; all others are counted in bundles.
 */
final class LineStage {
    /** Microseconds that a software renderer takes for a line of a few pixels. */
    private static final double SHORT_LINE = 0.85;

    private final FrameRequest request;
    private final Scene scene;
    private final Appearance appearance;
    private final Points bodies;
    private final Projection projection;
    private final Shade shade;
    private final ClusterViews clusters;
    private final Strands strands;
    private int calls;
    private int bundles;
    private int bundledCalls;
    private double budget;

    LineStage(FrameRequest request, Projection projection, Shade shade, ClusterViews clusters, Strands strands) {
        this.request = request;
        this.scene = request.scene();
        this.appearance = request.appearance();
        this.bodies = request.layout().bodies();
        this.projection = projection;
        this.shade = shade;
        this.clusters = clusters;
        this.strands = strands;
    }

    void fill(Frame frame) {
        across(frame);
        within(frame);
        singles(frame);
    }

    Tally tally(int drawnBodies, int visibleBodies) {
        int total = 0;
        Links links = appearance.links();
        for (int link = 0; link < links.size(); link++) {
            total += links.count(link);
        }
        int melted = Math.max(0, total - calls - bundledCalls);
        return new Tally(drawnBodies, visibleBodies, calls, calls, bundles, bundledCalls, melted, total);
    }

    private void across(Frame frame) {
        Links regions = appearance.regionLinks();
        for (int link = 0; link < regions.size(); link++) {
            bundles++;
            bundledCalls += regions.count(link);
        }
        Links links = appearance.clusterLinks();
        CurveStage curve = new CurveStage(request, projection, shade);
        int drawn = 0;
        int most = request.detail().bundles();
        for (int link : strands.across()) {
            int a = links.from(link);
            int b = links.to(link);
            if (clusters.open(a) || clusters.open(b)) {
                continue;
            }
            if (drawn++ >= most) {
                break;
            }
            curve.strand(frame, a, b, links.count(link));
        }
    }

    private void within(Frame frame) {
        Links links = appearance.clusterLinks();
        int most = request.detail().bundles() * 4;
        int drawn = 0;
        boolean timed = request.detail().finish() == Detail.Finish.MOVING;
        double time = timed ? most * SHORT_LINE : Double.MAX_VALUE;
        for (int link : strands.within()) {
            int a = links.from(link);
            int b = links.to(link);
            if (!clusters.visible(a) && !clusters.visible(b)
                    || !clusters.ahead(a)
                    || !clusters.ahead(b)
                    || clusters.open(a) && clusters.open(b)) {
                continue;
            }
            time -= 0.4
                    + 0.018 * Math.min(Math.hypot(clusters.x(a) - clusters.x(b), clusters.y(a) - clusters.y(b)), 600);
            if (drawn++ >= most || time < 0) {
                break;
            }
            bundles++;
            bundledCalls += links.count(link);
            double depth = (clusters.depth(a) + clusters.depth(b)) / 2.0;
            double weight = Math.min(0.2, 0.05 + 0.03 * Math.log(links.count(link)));
            int colour = appearance.colour(scene.firstBody(a));
            add(frame, a, b, Argb.of(colour, shade.line(depth, weight)));
        }
    }

    private void add(Frame frame, int a, int b, int argb) {
        frame.lines()
                .add(
                        clusters.x(a),
                        clusters.y(a),
                        clusters.x(b),
                        clusters.y(b),
                        (float) request.scale() * 0.9f,
                        0,
                        argb,
                        argb,
                        LineStyle.SOLID);
    }

    private void singles(Frame frame) {
        Links links = appearance.links();
        int left = request.detail().calls();
        // Long lines cost more than short ones; while moving, the budget of calls is one of time.
        boolean timed = request.detail().finish() == Detail.Finish.MOVING;
        budget = timed ? left * SHORT_LINE : Double.MAX_VALUE;
        left = singles(frame, links, left, Reach.WITHIN);
        singles(frame, links, left, Reach.BEYOND);
    }

    /** Short lines inside clusters come before long ones between them. */
    private enum Reach {
        WITHIN,
        BEYOND
    }

    private int singles(Frame frame, Links links, int most, Reach reach) {
        int left = most;
        for (int cluster = 0; cluster < scene.clusterCount() && left > 0 && budget > 0; cluster++) {
            boolean open = clusters.open(cluster);
            if (!clusters.visible(cluster) || reach == Reach.BEYOND && !open) {
                continue;
            }
            for (int body = scene.firstBody(cluster); body < scene.endBody(cluster); body++) {
                for (int link = links.first(body); link < links.end(body) && left > 0 && budget > 0; link++) {
                    boolean own = scene.cluster(links.to(link)) == cluster;
                    if (own == (reach == Reach.WITHIN) && single(frame, links, link, own, open)) {
                        left--;
                        calls += links.count(link);
                        if (!own && scene.region(links.to(link)) != scene.clusterRegion(cluster)) {
                            bundledCalls -= links.count(link);
                        }
                    }
                }
            }
        }
        return left;
    }

    private boolean single(Frame frame, Links links, int link, boolean own, boolean open) {
        int from = links.from(link);
        int to = links.to(link);
        if (from == to || !appearance.visible(from) || !appearance.visible(to)) {
            return false;
        }
        if (!projection.project(bodies.x(from), bodies.y(from), bodies.z(from))) {
            return false;
        }
        float px = projection.px;
        float py = projection.py;
        double depth = projection.depth;
        if (!projection.project(bodies.x(to), bodies.y(to), bodies.z(to))) {
            return false;
        }
        double length = Math.hypot(projection.px - px, projection.py - py);
        if (length < 1.2 * request.scale() && !open) {
            return true;
        }
        budget -= 0.4 + 0.018 * Math.min(length, request.width());
        double opacity = open ? (own ? 0.42 : Math.clamp(60 * request.scale() / length, 0.07, 0.3)) : 0.17;
        int start = Argb.of(appearance.colour(from), shade.line(depth, opacity));
        int end = Argb.of(appearance.colour(to), shade.line(projection.depth, opacity * (open ? 0.6 : 1)));
        LineStyle style = open ? LineStyle.of(links.resolution(link)) : LineStyle.SOLID;
        frame.lines().add(px, py, projection.px, projection.py, (float) request.scale() * 0.9f, 0, start, end, style);
        return true;
    }
}
