package dev.orrery.render3d.frame;

import dev.orrery.api.CodeGraph;
import dev.orrery.render3d.layout.Points;
import dev.orrery.render3d.scene.Links;
import dev.orrery.render3d.scene.SymbolState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lit calls with their arrow heads, and the ring around what is selected. */
final class FocusStage {
    private static final int MOST_ARROWS = 36;
    private static final int MOVING_RAYS = 240;
    private static final int MANY = 60;
    private static final int PIECES = 14;

    private final FrameRequest request;
    private final Points places;
    private final Projection projection;
    private final Shade shade;
    private final boolean inCity;

    FocusStage(FrameRequest request, Projection projection, Shade shade) {
        this.inCity = request.passage().arrived();
        this.request = request;
        this.places = request.layout().bodies();
        this.projection = projection;
        this.shade = shade;
    }

    void fill(Frame frame) {
        List<Focus.Ray> rays = request.focus().rays();
        int most =
                request.detail().finish() == Detail.Finish.RESTING ? rays.size() : Math.min(rays.size(), MOVING_RAYS);
        if (inCity && rays.size() > MANY) {
            bundles(frame, rays, most);
            return;
        }
        double opacity = opacity(rays);
        for (int i = most - 1; i >= 0; i--) {
            ray(frame, rays.get(i), opacity, i < MOST_ARROWS);
        }
        if (!inCity) {
            ring(frame, request.focus().selected());
        }
    }

    /** Rays share the light; those that only say where something is new leave it to the bodies where they are many. */
    private static double opacity(List<Focus.Ray> rays) {
        double many = Math.sqrt(Math.max(1, rays.size()));
        boolean isTold = !rays.isEmpty() && rays.getFirst().role() == Focus.Role.HIGHLIGHTED;
        return isTold ? Math.clamp(4 / many, 0.03, 0.7) : Math.clamp(9 / many, 0.16, 0.9);
    }

    /** One arc for all calls between two houses, where there are too many for one each. */
    private void bundles(Frame frame, List<Focus.Ray> rays, int most) {
        CodeGraph graph = request.scene().graph();
        Map<List<Object>, Focus.Ray> arcs = new LinkedHashMap<>();
        for (Focus.Ray ray : rays.subList(0, most)) {
            int near = graph.file(request.scene().symbol(ray.near()));
            int other = graph.file(request.scene().symbol(ray.other()));
            if (near != other) {
                arcs.putIfAbsent(List.of(near, other, ray.role()), ray);
            }
        }
        double opacity = Math.clamp(6 / Math.sqrt(Math.max(1, arcs.size())), 0.16, 0.8);
        int drawn = 0;
        for (Focus.Ray ray : arcs.values()) {
            ray(frame, ray, opacity, drawn++ < MOST_ARROWS);
        }
    }

    private void ring(Frame frame, int body) {
        if (body < 0 || body >= places.size() || !projection.project(places.x(body), places.y(body), places.z(body))) {
            return;
        }
        double size = Math.max(projection.pixels(request.appearance().radius(body)) * 1.15, 7.5 * request.scale());
        float radius = (float) (size + 5 * request.scale());
        frame.signs()
                .add(
                        Marks.Kind.RING,
                        projection.px,
                        projection.py,
                        radius,
                        radius,
                        0,
                        Argb.of(shade.palette.selection(), 1));
    }

    private void ray(Frame frame, Focus.Ray ray, double opacity, boolean arrow) {
        Links links = request.appearance().links();
        LineStyle style = LineStyle.of(links.resolution(ray.link()));
        double shown = ray.role() == Focus.Role.FARTHER ? opacity * 0.35 : opacity;
        int rgb =
                switch (ray.role()) {
                    case CALLER -> shade.palette.caller();
                    case CALLEE, FARTHER, NONE, SELECTED -> shade.palette.callee();
                    case HIGHLIGHTED -> shade.palette.state(SymbolState.ADDED);
                };
        int from = links.from(ray.link());
        int to = links.to(ray.link());
        Curve curve = new Curve(from, to);
        float width = (float) ((ray.role() == Focus.Role.FARTHER ? 1 : 1.5) * request.scale());
        float along = 0;
        boolean drawing = false;
        float px = 0;
        float py = 0;
        int colour = Argb.of(rgb, shown);
        for (int i = 0; i <= PIECES; i++) {
            if (!curve.project(i / (double) PIECES)) {
                drawing = false;
                continue;
            }
            if (drawing) {
                frame.rays().add(px, py, projection.px, projection.py, width, along, colour, colour, style);
                along += (float) Math.hypot(projection.px - px, projection.py - py);
            }
            px = projection.px;
            py = projection.py;
            drawing = true;
        }
        if (arrow && ray.role() != Focus.Role.FARTHER && along > 26 * request.scale()) {
            head(frame, curve, Argb.of(rgb, Math.min(1, opacity * 1.25)));
        }
    }

    private void head(Frame frame, Curve curve, int colour) {
        // Heads of many lines side by side stand at different shares of the way, so that each can be seen.
        double at = 0.38 + 0.28 * ((curve.from * 31L + curve.to * 17L) % 97) / 97;
        if (!curve.project(at)) {
            return;
        }
        float px = projection.px;
        float py = projection.py;
        if (curve.project(at + 0.03)) {
            float angle = (float) Math.atan2(projection.py - py, projection.px - px);
            float size = (float) (5.5 * request.scale());
            frame.signs().add(Marks.Kind.ARROW, px, py, size, size, angle, colour);
        }
    }

    /** A slight arch from body to body. */
    private final class Curve {
        private final int from;
        private final int to;
        private final double lift;

        private Curve(int from, int to) {
            this.from = from;
            this.to = to;
            double dx = places.x(to) - places.x(from);
            double dy = places.y(to) - places.y(from);
            double dz = places.z(to) - places.z(from);
            // Out and back arch to different heights, so that mutual calls are two lines.
            this.lift = Math.sqrt(dx * dx + dy * dy + dz * dz)
                    * (inCity ? (from < to ? 0.3 : 0.24) : from < to ? 0.13 : 0.05);
        }

        private boolean project(double t) {
            double s = 1 - t;
            double arch = 4 * s * t * lift;
            return projection.project(
                    places.x(from) * s + places.x(to) * t,
                    places.y(from) * s + places.y(to) * t + arch,
                    places.z(from) * s + places.z(to) * t);
        }
    }
}
