package dev.orrery.render3d.view;

import dev.orrery.render3d.frame.Focus;
import dev.orrery.render3d.layout.Layout;
import dev.orrery.render3d.scene.Appearance;
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
 */
record MapModel(MapInputs inputs, Layout layout, Appearance appearance, Focus focus) {
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
                : Appearance.of(layout.scene(), inputs.colourBy(), inputs.sizeBy(), inputs.filter(), inputs.theme());
        Focus focus = before != null && appearance == before.appearance && sameFocus(before.inputs, inputs)
                ? before.focus
                : focus(inputs, layout.scene(), appearance);
        return new MapModel(inputs, layout, appearance, focus);
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
        return Focus.of(scene, appearance, selected, inputs.hops(), lit);
    }

    Scene scene() {
        return layout.scene();
    }
}
