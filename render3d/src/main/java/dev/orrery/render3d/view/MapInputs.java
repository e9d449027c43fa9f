package dev.orrery.render3d.view;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.SymbolKey;
import dev.orrery.render3d.scene.ColourBy;
import dev.orrery.render3d.scene.MapFilter;
import dev.orrery.render3d.scene.MapScene;
import dev.orrery.render3d.scene.MapTheme;
import dev.orrery.render3d.scene.Metrics;
import dev.orrery.render3d.scene.SizeBy;
import dev.orrery.render3d.scene.SymbolLayer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that the user and the repository say about the map, the camera apart. Immutable.
 *
 * @param graph what is shown
 * @param metrics what is known beyond it
 * @param colourBy what hues tell
 * @param sizeBy what sizes tell
 * @param filter what is left out
 * @param theme night or paper
 * @param selected the selected symbol
 * @param hops how many calls around the selection stay, 0 for all
 * @param highlighted symbols that are lit besides
 * @param pathTo the far end of a path from the selection, if one is shown
 * @param scene galaxy or city
 * @param heightBy what heights tell in a city
 * @param layer what lies over the map; its graph, where it has one, is {@code graph}
 */
record MapInputs(
        CodeGraph graph,
        Metrics metrics,
        ColourBy colourBy,
        SizeBy sizeBy,
        MapFilter filter,
        MapTheme theme,
        @Nullable SymbolKey selected,
        int hops,
        Set<SymbolKey> highlighted,
        @Nullable SymbolKey pathTo,
        MapScene scene,
        SizeBy heightBy,
        SymbolLayer layer) {
    /** Whether the colours are the same, where the graph is. */
    boolean isColouredLike(MapInputs other) {
        return colourBy == other.colourBy && theme == other.theme && metrics.equals(other.metrics);
    }
}
