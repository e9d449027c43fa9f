package dev.orrery.render3d.frame;

import dev.orrery.render3d.city.City;
import dev.orrery.render3d.scene.Appearance;
import dev.orrery.render3d.scene.ColourKey;
import dev.orrery.render3d.scene.Scene;

/** The colours of stone and ground: hues of regions on the roofs, calmer than in the galaxy because they cover more. */
final class CityShade {
    private static final int NIGHT = 0x141d2c;
    private static final int PAPER = 0xffffff;

    private final Shade shade;
    private final Scene scene;
    private final Appearance appearance;
    private final boolean measured;
    private final boolean focused;

    CityShade(FrameRequest request, Shade shade) {
        this.shade = shade;
        this.scene = request.scene();
        this.appearance = request.appearance();
        this.measured = appearance.key() instanceof ColourKey.Amounts;
        this.focused = request.focus().isActive();
    }

    Shade shade() {
        return shade;
    }

    /** The floor around everything. */
    int site() {
        return shade.dark ? 0xff0f1622 : 0xffe3e9f2;
    }

    int selection() {
        return Argb.of(shade.palette.selection(), 1);
    }

    int slab(City.Ward ward, double depth) {
        int hue = appearance.regionColour(scene, ward.region());
        int level = Math.min(ward.level(), 4);
        int stone = shade.dark
                ? Argb.mix(Argb.of(0x18222f, 1), hue, 0.1 + 0.035 * level)
                : Argb.mix(Argb.of(PAPER, 1), hue, 0.06 + 0.04 * level);
        return fogged(focused ? Argb.mix(stone, shade.palette.horizon(), 0.4) : stone, depth);
    }

    int house(int rgb, Focus.Role role, double depth) {
        return fogged(dimmed(stone(rgb), rgb, role), depth);
    }

    private int stone(int rgb) {
        if (measured) {
            // A colour that tells an amount is that of the scale.
            return Argb.of(rgb, 1);
        }
        return shade.dark ? Argb.mix(Argb.of(rgb, 1), NIGHT, 0.26) : Argb.mix(Argb.of(rgb, 1), PAPER, 0.42);
    }

    int declaration(int rgb, int body, Focus.Role role, double depth, double open) {
        // Neighbours differ a little in lightness, so that their edges can be seen from above.
        double step = ((body * 0x9e3779b9) >>> 29) / 7.0;
        int stone = Argb.mix(stone(rgb), shade.dark ? PAPER : NIGHT, (0.03 + 0.11 * step) * open);
        return fogged(dimmed(stone, rgb, role), depth);
    }

    private int dimmed(int stone, int rgb, Focus.Role role) {
        if (!focused) {
            return stone;
        }
        return switch (role) {
            case NONE ->
                Argb.mix(stone, shade.dark ? NIGHT : 0xe6ecf5, shade.hidden() ? 0.86 : shade.quiet() ? 0.42 : 0.72);
            case FARTHER -> Argb.mix(stone, shade.dark ? NIGHT : 0xe6ecf5, 0.3);
            case CALLER, CALLEE, HIGHLIGHTED -> Argb.mix(Argb.of(rgb, 1), PAPER, shade.dark ? 0.1 : 0);
            case SELECTED -> Argb.mix(Argb.of(rgb, 1), PAPER, shade.dark ? 0.35 : 0);
        };
    }

    private int fogged(int colour, double depth) {
        return Argb.mix(colour, shade.palette.horizon(), shade.fog(depth));
    }
}
