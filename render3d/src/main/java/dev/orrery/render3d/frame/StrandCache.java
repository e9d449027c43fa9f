package dev.orrery.render3d.frame;

import dev.orrery.render3d.layout.Layout;
import dev.orrery.render3d.scene.Appearance;
import org.jspecify.annotations.Nullable;

/** Remembers the strands of the appearance that was drawn last. */
final class StrandCache {
    private @Nullable Appearance appearance;
    private @Nullable Layout layout;
    private @Nullable Strands strands;

    @SuppressWarnings("ReferenceEquality")
    Strands of(Appearance shown, Layout placed) {
        Strands known = strands;
        if (known == null || appearance != shown || layout != placed) {
            known = Strands.of(shown, placed.scene());
            appearance = shown;
            layout = placed;
            strands = known;
        }
        return known;
    }
}
