package dev.orrery.render3d.frame;

import java.util.List;

/** Which lit bodies deserve a name, in any scene: the selected one, then the nearest around it, then what is looked for. */
final class LitNames {
    private static final int MOST_NEIGHBOURS = 16;

    private LitNames() {}

    /** Adds a label where the body can be seen. */
    @FunctionalInterface
    interface Naming {
        void name(List<Anchor> anchors, Anchor.Kind kind, int body, double priority);
    }

    static void fill(List<Anchor> anchors, Focus focus, Naming naming) {
        if (!focus.isActive()) {
            return;
        }
        naming.name(anchors, Anchor.Kind.SELECTED, focus.selected(), 3000);
        int labelled = 0;
        for (Focus.Ray ray : focus.rays()) {
            boolean isNear = ray.role() == Focus.Role.CALLER || ray.role() == Focus.Role.CALLEE;
            if (isNear && labelled < MOST_NEIGHBOURS) {
                naming.name(anchors, Anchor.Kind.NEIGHBOUR, ray.other(), 900 - labelled++);
            }
        }
        for (int body : focus.lit()) {
            if (focus.role(body) == Focus.Role.HIGHLIGHTED && labelled < 2 * MOST_NEIGHBOURS) {
                naming.name(anchors, Anchor.Kind.HIGHLIGHTED, body, 800 - labelled++);
            }
        }
    }
}
