package dev.orrery.render3d.frame;

import dev.orrery.render3d.layout.Layout;
import dev.orrery.render3d.scene.Appearance;
import dev.orrery.render3d.scene.Links;
import org.jspecify.annotations.Nullable;

/** Remembers the strands of the links that were drawn last; they are the same in other colours. */
final class StrandCache {
    private @Nullable Links links;
    private @Nullable Layout layout;
    private @Nullable Strands strands;

    @SuppressWarnings("ReferenceEquality")
    Strands of(Appearance shown, Layout placed) {
        Strands known = strands;
        if (known == null || links != shown.links() || layout != placed) {
            known = Strands.of(shown, placed.scene());
            links = shown.links();
            layout = placed;
            strands = known;
        }
        return known;
    }
}
