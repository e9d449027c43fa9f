package dev.orrery.render3d.view;

import dev.orrery.render3d.city.City;
import dev.orrery.render3d.frame.Focus;
import dev.orrery.render3d.layout.Layout;
import dev.orrery.render3d.scene.Appearance;
import dev.orrery.render3d.scene.MapScene;
import dev.orrery.render3d.scene.Scene;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the map draws, the camera apart: made from {@link MapInputs}, part by part, keeping what did not change. Immutable.
 *
 * @param inputs what it was made from
 * @param layout the scene and its places
 * @param appearance how the bodies look
 * @param focus what is lit
 * @param built the newest city that was built, perhaps of an earlier graph; null before the first
 */
record MapModel(
        MapInputs inputs,
        Layout layout,
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
        Appearance appearance = before != null && sameGraph && before.inputs.looksLike(inputs)
                ? before.appearance
                : Appearance.of(layout.scene(), inputs.colourBy(), inputs.sizeBy(), inputs.filter(), inputs.theme())
                        .under(layout.scene(), inputs.layer());
        Focus focus = before != null && appearance == before.appearance && sameFocus(before.inputs, inputs)
                ? before.focus
                : focus(inputs, layout.scene(), appearance);
        City city = before == null ? null : before.built;
        if (inputs.scene() == MapScene.CITY) {
            city = city(inputs, layout.scene(), city);
        }
        return new MapModel(inputs, layout, appearance, focus, city);
    }

    @SuppressWarnings("ReferenceEquality")
    private static City city(MapInputs inputs, Scene scene, @Nullable City before) {
        if (before == null) {
            return City.of(scene, inputs.sizeBy(), inputs.heightBy());
        }
        boolean same =
                before.scene() == scene && before.area() == inputs.sizeBy() && before.height() == inputs.heightBy();
        return same ? before : before.following(scene, inputs.sizeBy(), inputs.heightBy());
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
