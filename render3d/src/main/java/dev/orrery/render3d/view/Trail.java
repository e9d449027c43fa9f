package dev.orrery.render3d.view;

import dev.orrery.api.SymbolKey;
import dev.orrery.render3d.frame.Camera;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Where one has been on the map, the latest last. */
final class Trail {
    private static final int MOST = 100;

    /**
     * A place to go back to.
     *
     * @param camera the view
     * @param selected what was selected
     * @param hops the focus
     */
    record Step(Camera camera, @Nullable SymbolKey selected, int hops) {}

    private final Deque<Step> steps = new ArrayDeque<>();

    void leave(Camera camera, @Nullable SymbolKey selected, int hops) {
        steps.addLast(new Step(camera, selected, hops));
        if (steps.size() > MOST) {
            steps.removeFirst();
        }
    }

    /** The last place, which is taken off the trail; null where there is none. */
    @Nullable
    Step back() {
        return steps.pollLast();
    }

    void clear() {
        steps.clear();
    }
}
