package dev.orrery.app.open;

import dev.orrery.app.settings.ThemeChoice;
import dev.orrery.render3d.scene.ColourBy;
import dev.orrery.render3d.scene.MapScene;
import java.util.Optional;

/**
 * How a window is to look for this once, in place of what the user chose.
 *
 * @param theme the colours of everything
 * @param scene the scene of the map to begin with
 * @param colour what the colours of the map tell
 */
public record Look(Optional<ThemeChoice> theme, Optional<MapScene> scene, Optional<ColourBy> colour) {
    /** As the user left it. */
    public static final Look USUAL = new Look(Optional.empty(), Optional.empty(), Optional.empty());
}
