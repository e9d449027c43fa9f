package dev.orrery.render3d.frame;

import dev.orrery.api.Resolution;

/** How sure a call is, as a pattern: solid is exact, dashed inferred, dotted ambiguous. */
public enum LineStyle {
    SOLID,
    DASHED,
    DOTTED;

    private static final LineStyle[] STYLES = values();

    static LineStyle at(int ordinal) {
        return STYLES[ordinal];
    }

    static LineStyle of(Resolution resolution) {
        return switch (resolution) {
            case EXACT -> SOLID;
            case INFERRED -> DASHED;
            case AMBIGUOUS, EXTERNAL -> DOTTED;
        };
    }
}
