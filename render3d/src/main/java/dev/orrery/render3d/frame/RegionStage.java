package dev.orrery.render3d.frame;

import dev.orrery.render3d.layout.Points;
import dev.orrery.render3d.scene.ColourKey;

/** The soft light in which each region lies. */
final class RegionStage {
    private final FrameRequest request;
    private final Projection projection;
    private final Shade shade;

    RegionStage(FrameRequest request, Projection projection, Shade shade) {
        this.request = request;
        this.projection = projection;
        this.shade = shade;
    }

    void fill(Frame frame) {
        Points regions = request.layout().regions();
        // Without a hue the light is only there to hold a region together.
        double strongest = request.appearance().key() instanceof ColourKey.ByRegion ? (shade.dark ? 0.34 : 0.3) : 0.16;
        for (int region = 0; region < regions.size(); region++) {
            double size = regions.radius(region);
            if (size == 0 || !projection.project(regions.x(region), regions.y(region), regions.z(region))) {
                continue;
            }
            double wide = projection.pixels(size);
            double high = wide * RegionShape.height(request.layout(), region, projection);
            double near = Math.clamp(1.6 - wide / request.width() * 1.4, 0.25, 1);
            double strength = strongest * near * (1 - 0.8 * shade.fog(projection.depth));
            int hue = request.appearance().regionColour(request.scene(), region);
            frame.halos()
                    .add(
                            Marks.Kind.GLOW,
                            projection.px,
                            projection.py,
                            (float) (wide * 1.3),
                            (float) (high * 1.38),
                            0,
                            Argb.of(hue, request.focus().isActive() ? strength * 0.8 : strength));
        }
    }
}
