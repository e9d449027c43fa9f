package dev.orrery.render3d.frame;

import dev.orrery.render3d.layout.Layout;

/** The outline of a region, an ellipsoid flat in y, in the picture. */
final class RegionShape {
    private RegionShape() {}

    /** Half the height of the outline as a share of half its width. */
    static double height(Layout layout, int region, Projection projection) {
        double radius = layout.regions().radius(region);
        double standing = layout.regionHeight(region) / radius * projection.upright();
        return Math.hypot(standing, projection.lying());
    }
}
