package dev.orrery.render3d.frame;

import dev.orrery.render3d.layout.Points;
import dev.orrery.render3d.scene.Appearance;
import dev.orrery.render3d.scene.Scene;

/**
 * Chooses and projects the bodies. Clusters outside the picture are skipped whole; of the others the same share of
 * members is drawn, the most important first, so that a smaller budget looks like the same picture with less dust.
 */
final class BodyStage {
    /** So many lit bodies glow; more are drawn smaller. */
    private static final int FEW = 400;

    private final FrameRequest request;
    private final Scene scene;
    private final Appearance appearance;
    private final Points places;
    private final Projection projection;
    private final Shade shade;
    private final ClusterViews clusters;
    private final double faintest;
    private int leftOut;

    BodyStage(FrameRequest request, Projection projection, Shade shade, ClusterViews clusters) {
        this.request = request;
        this.scene = request.scene();
        this.appearance = request.appearance();
        this.places = request.layout().bodies();
        this.projection = projection;
        this.shade = shade;
        this.clusters = clusters;
        this.faintest = 0.28 * request.scale();
    }

    void fill(Frame frame) {
        long candidates = 0;
        for (int cluster = 0; cluster < scene.clusterCount(); cluster++) {
            if (clusters.visible(cluster)) {
                candidates += scene.endBody(cluster) - scene.firstBody(cluster);
            }
        }
        int budget = request.detail().bodies();
        double share = Math.min(1, budget / Math.max(1.0, candidates));
        int[] order = clusters.largestFirst();
        for (int i = 0; i < order.length; i++) {
            int first = scene.firstBody(order[i]);
            int count = scene.endBody(order[i]) - first;
            // Where there are more clusters than bodies to be drawn, the smallest in the picture go.
            int least = i < budget ? 1 : 0;
            int drawn = share == 1 ? count : Math.clamp(Math.round(count * share), least, least * count);
            for (int body = first; body < first + drawn; body++) {
                add(frame, body, body == first);
            }
            leftOut += count - drawn;
        }
        for (int body : request.focus().lit()) {
            addLit(frame, body);
        }
    }

    /** How many bodies of visible clusters there was no time for. */
    int leftOut() {
        return leftOut;
    }

    private void add(Frame frame, int body, boolean hub) {
        if (!appearance.visible(body) || request.focus().role(body) != Focus.Role.NONE) {
            return;
        }
        if (!projection.project(places.x(body), places.y(body), places.z(body))) {
            return;
        }
        double radius = projection.pixels(appearance.radius(body));
        if (outside(radius) || tooNear(radius)) {
            return;
        }
        // Bodies below half a pixel keep their light: a fainter spot instead of a smaller one.
        double least = 0.62 * request.scale();
        double opacity = radius < least ? Math.max(0.3, radius / least) : 1;
        float shown = (float) Math.max(radius, least);
        int colour = shade.body(
                appearance.colour(body), projection.depth, opacity * ToldStage.solid(appearance.state(body)));
        if (!hub && radius < 3 * request.scale()) {
            colour = Argb.mix(colour, shade.palette.horizon(), shade.dark ? 0.28 : 0.12);
        }
        if (radius > faintest * 0.5) {
            frame.dim().add(projection.px, projection.py, shown, projection.depth, colour, body);
        }
    }

    private void addLit(Frame frame, int body) {
        if (!appearance.visible(body) || !projection.project(places.x(body), places.y(body), places.z(body))) {
            return;
        }
        Focus.Role role = request.focus().role(body);
        double radius = litRadius(request, body, projection.pixels(appearance.radius(body)));
        if (outside(radius * 3) || tooNear(radius)) {
            return;
        }
        int rgb = appearance.colour(body);
        double solid = ToldStage.solid(appearance.state(body));
        int colour = Argb.mix(Argb.of(rgb, solid), 0xffffff, shade.dark ? 0.12 : 0);
        frame.lit().add(projection.px, projection.py, (float) radius, projection.depth, colour, body);
        if (role != Focus.Role.FARTHER && request.focus().lit().length < FEW && solid == 1) {
            float glow = (float) (radius * 3.2 + 3 * request.scale());
            frame.glows()
                    .add(
                            Marks.Kind.GLOW,
                            projection.px,
                            projection.py,
                            glow,
                            glow,
                            0,
                            Argb.of(rgb, shade.dark ? 0.5 : 0.34));
        }
    }

    /** The pixels of a lit body: so large that it is seen from afar, less so where there are many. */
    static double litRadius(FrameRequest request, int body, double natural) {
        Focus focus = request.focus();
        Focus.Role role = focus.role(body);
        double crowd = Math.clamp(Math.sqrt(FEW / Math.max(1.0, focus.lit().length)), 0.4, 1);
        double least = (role == Focus.Role.SELECTED && body == focus.selected() ? 7.5 : 3.2 * crowd) * request.scale();
        return Math.max(natural * 1.15, role == Focus.Role.FARTHER ? least * 0.6 : least);
    }

    private boolean outside(double radius) {
        return projection.px + radius < 0
                || projection.py + radius < 0
                || projection.px - radius > request.width()
                || projection.py - radius > request.height();
    }

    /** A body that would fill the picture is not drawn: the eye is about to pass it. */
    private boolean tooNear(double radius) {
        return radius > request.height() * 0.6;
    }
}
