package dev.orrery.render3d.frame;

import dev.orrery.render3d.scene.Appearance;
import dev.orrery.render3d.scene.Links;
import dev.orrery.render3d.scene.Scene;

/**
 * The calls that are not lit. Near clusters show theirs one by one; inside far ones short lines join the members as long
 * as the budget lasts; all others are counted in bundles.
 */
final class LineStage {
    private final FrameRequest request;
    private final Scene scene;
    private final Appearance appearance;
    private final Projection projection;
    private final Shade shade;
    private final ClusterViews clusters;
    private final Strands strands;
    private final OpenClusters open;
    private final CallCount count = new CallCount();

    LineStage(FrameRequest request, Projection projection, Shade shade, ClusterViews clusters, Strands strands) {
        this.request = request;
        this.scene = request.scene();
        this.appearance = request.appearance();
        this.projection = projection;
        this.shade = shade;
        this.clusters = clusters;
        this.strands = strands;
        this.open = new OpenClusters(request, clusters, strands);
    }

    void fill(Frame frame) {
        boolean[] drawn = across(frame);
        within(frame);
        count(drawn);
        new SingleStage(request, projection, shade, clusters, open, strands, count).fill(frame);
    }

    Tally tally(int drawnBodies, int visibleBodies) {
        return new Tally(
                drawnBodies,
                visibleBodies,
                count.drawn,
                count.drawn + count.withheld,
                count.bundles,
                count.bundled,
                count.melted,
                count.outside,
                strands.total());
    }

    /** Whether the calls between two clusters have lines of their own. */
    private boolean single(int a, int b) {
        return open.outer(a) || open.outer(b);
    }

    /** Draws strands between regions; answers which pairs of regions have any. */
    private boolean[] across(Frame frame) {
        Links links = appearance.clusterLinks();
        boolean[] drawn = new boolean[appearance.regionLinks().size()];
        CurveStage curve = new CurveStage(request, projection, shade);
        int left = request.detail().bundles();
        for (int link : strands.across()) {
            if (left == 0) {
                break;
            }
            int a = links.from(link);
            int b = links.to(link);
            if (!single(a, b) && clusters.ahead(a) && clusters.ahead(b)) {
                left--;
                curve.strand(frame, a, b, links.count(link));
                count.bundles += drawn[strands.bundle()[link]] ? 0 : 1;
                drawn[strands.bundle()[link]] = true;
            }
        }
        return drawn;
    }

    /** Counts the calls between clusters of different regions that have no line of their own. */
    private void count(boolean[] drawn) {
        Links links = appearance.clusterLinks();
        for (int link = 0; link < links.size(); link++) {
            int a = links.from(link);
            int b = links.to(link);
            int bundle = strands.bundle()[link];
            if (bundle >= 0 && !single(a, b)) {
                if (drawn[bundle]) {
                    count.bundled += links.count(link);
                } else {
                    leaveOut(links, link, a, b);
                }
            }
        }
    }

    private void leaveOut(Links links, int link, int a, int b) {
        if (clusters.visible(a) || clusters.visible(b)) {
            count.melted += links.count(link);
            count.withheld += clusters.open(a) || clusters.open(b) ? links.count(link) : 0;
        } else {
            count.outside += links.count(link);
        }
    }

    private void within(Frame frame) {
        Links links = appearance.clusterLinks();
        int left = request.detail().bundles() * 4;
        double time = FrameCost.time(left);
        for (int link : strands.within()) {
            int a = links.from(link);
            int b = links.to(link);
            if (single(a, b)) {
                continue;
            }
            boolean seen = (clusters.visible(a) || clusters.visible(b)) && clusters.ahead(a) && clusters.ahead(b);
            if (seen && left > 0 && time > 0) {
                left--;
                double length = Math.hypot(clusters.x(a) - clusters.x(b), clusters.y(a) - clusters.y(b));
                time -= FrameCost.line(Math.min(length, 600));
                count.bundles++;
                count.bundled += links.count(link);
                add(frame, a, b, links.count(link));
            } else {
                leaveOut(links, link, a, b);
            }
        }
    }

    private void add(Frame frame, int a, int b, int calls) {
        double depth = (clusters.depth(a) + clusters.depth(b)) / 2.0;
        double weight = Math.min(0.2, 0.05 + 0.03 * Math.log(calls));
        int argb = Argb.of(appearance.colour(scene.firstBody(a)), shade.line(depth, weight));
        float width = (float) request.scale() * 0.9f;
        frame.lines()
                .add(clusters.x(a), clusters.y(a), clusters.x(b), clusters.y(b), width, 0, argb, argb, LineStyle.SOLID);
    }
}
