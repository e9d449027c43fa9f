package dev.orrery.render3d.frame;

import dev.orrery.render3d.layout.Points;
import dev.orrery.render3d.scene.Appearance;
import dev.orrery.render3d.scene.Links;
import dev.orrery.render3d.scene.Scene;

/** The calls that have a line of their own. */
final class SingleStage {
    private final FrameRequest request;
    private final Scene scene;
    private final Appearance appearance;
    private final Points bodies;
    private final Projection projection;
    private final Shade shade;
    private final ClusterViews clusters;
    private final OpenClusters open;
    private final Strands strands;
    private final CallCount count;

    SingleStage(
            FrameRequest request,
            Projection projection,
            Shade shade,
            ClusterViews clusters,
            OpenClusters open,
            Strands strands,
            CallCount count) {
        this.request = request;
        this.scene = request.scene();
        this.appearance = request.appearance();
        this.bodies = request.layout().bodies();
        this.projection = projection;
        this.shade = shade;
        this.clusters = clusters;
        this.open = open;
        this.strands = strands;
        this.count = count;
    }

    void fill(Frame frame) {
        for (int cluster = 0; cluster < scene.clusterCount(); cluster++) {
            if (!clusters.visible(cluster)) {
                count.outside += strands.innerCalls()[cluster];
            } else if (!open.inner(cluster)) {
                count.melted += strands.innerCalls()[cluster];
                count.withheld += open.roomy(cluster) ? strands.innerCalls()[cluster] : 0;
            }
            if (open.inner(cluster) || open.outer(cluster)) {
                calls(frame, cluster);
            }
        }
    }

    /** The calls of a cluster's members; those that come from another cluster only where that one does not show them. */
    private void calls(Frame frame, int cluster) {
        Links links = appearance.links();
        for (int body = scene.firstBody(cluster); body < scene.endBody(cluster); body++) {
            for (int link = links.first(body); link < links.end(body); link++) {
                boolean own = scene.cluster(links.to(link)) == cluster;
                if (own ? open.inner(cluster) : open.outer(cluster)) {
                    single(frame, links, link, cluster, own);
                }
            }
            for (int i = 0; open.outer(cluster) && i < links.incomingCount(body); i++) {
                int link = links.incoming(body, i);
                int other = scene.cluster(links.from(link));
                if (other != cluster && !open.outer(other)) {
                    single(frame, links, link, cluster, false);
                }
            }
        }
    }

    private void single(Frame frame, Links links, int link, int cluster, boolean own) {
        int from = links.from(link);
        int to = links.to(link);
        if (!projection.project(bodies.x(from), bodies.y(from), bodies.z(from))) {
            count.outside += links.count(link);
            return;
        }
        float px = projection.px;
        float py = projection.py;
        double depth = projection.depth;
        if (!projection.project(bodies.x(to), bodies.y(to), bodies.z(to))
                || beside(px, projection.px, request.width())
                || beside(py, projection.py, request.height())) {
            count.outside += links.count(link);
            return;
        }
        boolean near = clusters.open(cluster);
        double length = Math.hypot(projection.px - px, projection.py - py);
        if (from == to || length < 1.2 * request.scale() && !near) {
            count.melted += links.count(link);
            return;
        }
        double opacity = near ? (own ? 0.42 : Math.clamp(60 * request.scale() / length, 0.07, 0.3)) : 0.17;
        int start = Argb.of(appearance.colour(from), shade.line(depth, opacity));
        int end = Argb.of(appearance.colour(to), shade.line(projection.depth, opacity * (near ? 0.6 : 1)));
        LineStyle style = near ? LineStyle.of(links.resolution(link)) : LineStyle.SOLID;
        frame.lines().add(px, py, projection.px, projection.py, (float) request.scale() * 0.9f, 0, start, end, style);
        count.drawn += links.count(link);
    }

    /** Whether both ends lie beyond the same edge of the picture. */
    private static boolean beside(float a, float b, int size) {
        return a < 0 && b < 0 || a > size && b > size;
    }
}
