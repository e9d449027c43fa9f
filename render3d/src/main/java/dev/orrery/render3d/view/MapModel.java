package dev.orrery.render3d.view;

import dev.orrery.render3d.city.City;
import dev.orrery.render3d.frame.Focus;
import dev.orrery.render3d.layout.Layout;
import dev.orrery.render3d.scene.Appearance;
import dev.orrery.render3d.scene.MapScene;
import dev.orrery.render3d.scene.Measures;
import dev.orrery.render3d.scene.Scene;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the map draws, the camera apart: made from {@link MapInputs}, part by part, keeping what did not change. Immutable.
 *
 * @param inputs what it was made from
 * @param layout the scene and its places
 * @param measures the sizes of the graph
 * @param bare how the bodies look with nothing over them
 * @param appearance how the bodies look
 * @param focus what is lit
 * @param built the newest city that was built, perhaps of an earlier graph; null before the first
 */
record MapModel(
        MapInputs inputs,
        Layout layout,
        Measures measures,
        Appearance bare,
        Appearance appearance,
        Focus focus,
        @Nullable City built) {
    /** The model of new inputs; {@code before} lends what it still can. */
    @SuppressWarnings("ReferenceEquality")
    static MapModel of(MapInputs inputs, @Nullable MapModel before) {
        boolean sameGraph = before != null && before.inputs.graph() == inputs.graph();
        Layout layout = before == null || !sameGraph && before.layout.isEmpty()
                ? Layout.of(Scene.of(inputs.graph()))
                : sameGraph
                        ? before.layout
                        : before.layout.following(before.layout.scene().following(inputs.graph()));
        Measures measures =
                before != null && sameGraph && before.inputs.metrics().equals(inputs.metrics())
                        ? before.measures
                        : new Measures(inputs.graph(), inputs.metrics());
        Appearance bare = bare(inputs, layout.scene(), measures, sameGraph ? before : null);
        Appearance appearance = before != null && bare == before.bare && inputs.layer() == before.inputs.layer()
                ? before.appearance
                : bare.under(layout.scene(), inputs.layer());
        boolean sameLit = before != null
                && appearance.links() == before.appearance.links()
                && inputs.layer() == before.inputs.layer()
                && sameFocus(before.inputs, inputs);
        Focus focus = before != null && sameLit ? before.focus : focus(inputs, layout.scene(), appearance);
        City city = before == null ? null : before.built;
        if (inputs.scene() == MapScene.CITY) {
            city = city(inputs, layout.scene(), measures, city);
        }
        return new MapModel(inputs, layout, measures, bare, appearance, focus, city);
    }

    /** @param before the model of the same graph, if there is one */
    private static Appearance bare(MapInputs inputs, Scene scene, Measures measures, @Nullable MapModel before) {
        if (before == null
                || before.inputs.sizeBy() != inputs.sizeBy()
                || !before.inputs.filter().equals(inputs.filter())
                || !measures.agree(before.measures, inputs.sizeBy())) {
            return Appearance.of(scene, measures, inputs.colourBy(), inputs.sizeBy(), inputs.filter(), inputs.theme());
        }
        return before.inputs.isColouredLike(inputs)
                ? before.bare
                : before.bare.recoloured(scene, inputs.metrics(), inputs.colourBy(), inputs.theme());
    }

    @SuppressWarnings("ReferenceEquality")
    private static City city(MapInputs inputs, Scene scene, Measures measures, @Nullable City before) {
        if (before == null) {
            return City.of(scene, measures, inputs.sizeBy(), inputs.heightBy());
        }
        boolean same = before.scene() == scene && before.shows(measures, inputs.sizeBy(), inputs.heightBy());
        return same ? before : before.following(scene, measures, inputs.sizeBy(), inputs.heightBy());
    }

    private static boolean sameFocus(MapInputs a, MapInputs b) {
        return Objects.equals(a.selected(), b.selected())
                && a.hops() == b.hops()
                && a.highlighted().equals(b.highlighted())
                && Objects.equals(a.pathTo(), b.pathTo());
    }

    private static Focus focus(MapInputs inputs, Scene scene, Appearance appearance) {
        int selected = inputs.selected() == null ? -1 : scene.body(inputs.selected());
        int far = inputs.pathTo() == null ? -1 : scene.body(inputs.pathTo());
        if (selected >= 0 && far >= 0) {
            return Focus.path(scene, appearance, selected, far);
        }
        List<Integer> lit = inputs.highlighted().stream()
                .map(scene::body)
                .filter(body -> body >= 0)
                .toList();
        return selected < 0 && lit.isEmpty()
                ? Focus.told(scene, appearance)
                : Focus.of(scene, appearance, selected, inputs.hops(), lit);
    }

    /** The city of this very scene; null where none was built. */
    @SuppressWarnings("ReferenceEquality")
    @Nullable
    City city() {
        return built != null && built.scene() == layout.scene() ? built : null;
    }

    Scene scene() {
        return layout.scene();
    }
}
