package dev.orrery.render3d.frame;

import dev.orrery.render3d.layout.Points;
import dev.orrery.render3d.scene.SymbolState;

/**
 * The signs of what a layer tells, so that colour is not all that tells it: a plus in what was added, a ring around what
 * changed, an arrow head in what moved, a hollow ring for what is gone.
 */
final class ToldStage {
    private static final double HOLLOW = 0.14;

    private final FrameRequest request;
    private final Projection projection;
    private final Shade shade;
    private final double scale;

    ToldStage(FrameRequest request, Projection projection, Shade shade) {
        this.request = request;
        this.projection = projection;
        this.shade = shade;
        this.scale = request.scale();
    }

    /** The share of its opacity that a body keeps: what is gone is hollow. */
    static double solid(SymbolState state) {
        return state == SymbolState.REMOVED ? HOLLOW : 1;
    }

    void fill(Frame frame) {
        Points places = request.layout().bodies();
        for (int body : request.appearance().layer().told()) {
            if (request.appearance().visible(body)
                    && projection.project(places.x(body), places.y(body), places.z(body))) {
                double natural = projection.pixels(request.appearance().radius(body));
                boolean lit = request.focus().role(body) != Focus.Role.NONE;
                double radius = lit ? BodyStage.litRadius(request, body, natural) : Math.max(natural, scale);
                if (radius < request.height() * 0.6) {
                    sign(frame, request.appearance().state(body), (float) radius, lit ? 1 : 0.5, body);
                }
            }
        }
    }

    /** The sign on a roof in a city, where the roof has the colour. */
    void onRoof(Frame frame, SymbolState state, double x, double y, double radius) {
        if (radius > 2.5 * scale) {
            int within = Argb.of(shade.dark ? 0x0a0e15 : 0xffffff, 0.9);
            Marks.Kind kind =
                    switch (state) {
                        case ADDED -> Marks.Kind.PLUS;
                        case MOVED -> Marks.Kind.ARROW;
                        case CHANGED, REMOVED, UNCHANGED, ABSENT -> Marks.Kind.RING;
                    };
            frame.signs().add(kind, (float) x, (float) y, (float) radius, (float) radius, 0, within);
        }
    }

    private void sign(Frame frame, SymbolState state, float radius, double opacity, int body) {
        int own = Argb.of(request.appearance().colour(body), opacity);
        // Signs within a body have the colour of the ground, those around it its own.
        int within = Argb.of(shade.dark ? 0x0a0e15 : 0xffffff, opacity * 0.9);
        switch (state) {
            case ADDED -> add(frame, Marks.Kind.PLUS, radius > 3 * scale, radius * 0.58f, within);
            case CHANGED -> add(frame, Marks.Kind.RING, radius > 2.4 * scale, radius + (float) (3.2 * scale), own);
            case MOVED -> add(frame, Marks.Kind.ARROW, radius > 3 * scale, radius * 0.62f, within);
            case REMOVED -> add(frame, Marks.Kind.RING, true, Math.max(radius, (float) (1.6 * scale)), own);
            case UNCHANGED, ABSENT -> {}
        }
    }

    private void add(Frame frame, Marks.Kind kind, boolean isSeen, float radius, int argb) {
        if (isSeen) {
            frame.signs().add(kind, projection.px, projection.py, radius, radius, 0, argb);
        }
    }
}
