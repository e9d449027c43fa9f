package dev.orrery.render3d.frame;

import dev.orrery.render3d.scene.MapTheme;
import dev.orrery.render3d.scene.Palette;
import dev.orrery.render3d.scene.SymbolLayer;

/** What distance and dimming do to a colour. */
final class Shade {
    final Palette palette;
    final boolean dark;
    private final double distance;
    private final boolean dimmed;
    private final boolean hidden;
    private final boolean quiet;

    Shade(FrameRequest request, Palette palette) {
        this.palette = palette;
        this.dark = request.appearance().theme() == MapTheme.DARK;
        this.distance = request.camera().distance();
        this.dimmed = request.focus().isActive();
        SymbolLayer layer = request.appearance().layer().layer();
        this.quiet = !layer.isNone()
                && layer.ground() == SymbolLayer.Ground.OWN
                && request.focus().selected() < 0;
        this.hidden = request.focus().hops() > 0 && dimmed;
    }

    /** Whether what is not lit is still to be seen well, since a layer leaves it its own colours. */
    boolean quiet() {
        return quiet;
    }

    /** Whether what is not lit is all but gone. */
    boolean hidden() {
        return hidden;
    }

    /** How far a depth has faded into the distance: 0 near, up to 0.75 far away. */
    double fog(double depth) {
        double t = Math.clamp((depth / distance - 0.8) / 1.1, 0, 1);
        return 0.72 * t * t * (3 - 2 * t);
    }

    /** The colour of a body that is not lit. */
    int body(int rgb, double depth, double opacity) {
        double fade = fog(depth);
        int colour = Argb.of(rgb, opacity);
        colour = Argb.mix(colour, palette.horizon(), fade);
        if (dimmed) {
            colour = Argb.mix(colour, palette.horizon(), hidden ? 0.85 : quiet ? 0.3 : 0.6);
        }
        return colour;
    }

    /** The opacity of a line that is not lit. */
    double line(double depth, double opacity) {
        double shown = opacity * (1 - fog(depth));
        return dimmed ? shown * (hidden ? 0.15 : 0.45) : shown;
    }
}
