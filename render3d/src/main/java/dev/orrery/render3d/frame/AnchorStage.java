package dev.orrery.render3d.frame;

import dev.orrery.render3d.layout.Points;
import dev.orrery.render3d.scene.Scene;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lists what deserves a label, the more important the higher its priority. */
final class AnchorStage {
    private static final double TYPE_SIZE = 30;
    private static final int MOST_TYPES = 42;
    private static final int MOST_DIMMED = 14;
    private static final double MEMBER_SIZE = 7;

    private final FrameRequest request;
    private final Scene scene;
    private final Points places;
    private final Projection projection;
    private final ClusterViews clusters;

    AnchorStage(FrameRequest request, Projection projection, ClusterViews clusters) {
        this.request = request;
        this.scene = request.scene();
        this.places = request.layout().bodies();
        this.projection = projection;
        this.clusters = clusters;
    }

    void fill(Frame frame) {
        regions(frame.anchors());
        LitNames.fill(frame.anchors(), request.focus(), this::body);
        List<Anchor> types = new ArrayList<>();
        types(types);
        types.stream()
                .sorted(Comparator.comparingDouble((Anchor anchor) -> -anchor.priority()))
                .limit(request.focus().isActive() ? MOST_DIMMED : MOST_TYPES)
                .forEach(frame.anchors()::add);
    }

    private void regions(List<Anchor> anchors) {
        Points regions = request.layout().regions();
        for (int region = 0; region < regions.size(); region++) {
            double size = regions.radius(region);
            if (size == 0 || !projection.project(regions.x(region), regions.y(region), regions.z(region))) {
                continue;
            }
            double wide = projection.pixels(size);
            double high = wide * RegionShape.height(request.layout(), region, projection);
            // A region is named where its middle can be seen; its label stays in the picture when its top does not.
            boolean inside = projection.px > 0
                    && projection.px < request.width()
                    && projection.py > 0
                    && projection.py < request.height();
            double top = Math.max(projection.py - high * 0.86, 36 * request.scale());
            if (inside && wide < request.width() * 1.5) {
                anchors.add(new Anchor(
                        Anchor.Kind.REGION,
                        region,
                        projection.px,
                        (float) Math.min(top, projection.py),
                        (float) (projection.py + high * 0.9),
                        (float) wide,
                        1000 + wide));
            }
        }
    }

    private void types(List<Anchor> anchors) {
        for (int cluster = 0; cluster < scene.clusterCount(); cluster++) {
            double size = clusters.radius(cluster) / request.scale();
            if (size < TYPE_SIZE || !clusters.visible(cluster) || !clusters.ahead(cluster)) {
                continue;
            }
            int first = scene.firstBody(cluster);
            boolean dimmed = request.focus().isActive() && request.focus().role(first) == Focus.Role.NONE;
            body(anchors, Anchor.Kind.TYPE, first, (dimmed ? 50 : 300) + Math.min(size, 200));
            if (size > TYPE_SIZE * 5) {
                for (int body = first + 1; body < Math.min(scene.endBody(cluster), first + 40); body++) {
                    body(anchors, Anchor.Kind.MEMBER, body, 100 + first - body);
                }
            }
        }
    }

    private void body(List<Anchor> anchors, Anchor.Kind kind, int body, double priority) {
        if (body < 0
                || body >= places.size()
                || !request.appearance().visible(body)
                || !projection.project(places.x(body), places.y(body), places.z(body))) {
            return;
        }
        double radius = projection.pixels(request.appearance().radius(body));
        if (kind == Anchor.Kind.MEMBER && radius < MEMBER_SIZE * request.scale()) {
            return;
        }
        boolean lit = kind != Anchor.Kind.TYPE && kind != Anchor.Kind.MEMBER;
        double shown =
                lit ? Math.max(radius * 1.15, (kind == Anchor.Kind.SELECTED ? 12 : 3.2) * request.scale()) : radius;
        if (projection.px > 0
                && projection.py > 0
                && projection.px < request.width()
                && projection.py < request.height()) {
            anchors.add(new Anchor(
                    kind,
                    body,
                    projection.px,
                    (float) (projection.py - shown),
                    (float) (projection.py + shown),
                    (float) shown,
                    priority));
        }
    }
}
