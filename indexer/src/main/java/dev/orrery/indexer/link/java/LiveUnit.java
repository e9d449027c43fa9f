package dev.orrery.indexer.link.java;

import dev.orrery.indexer.parse.LiveFacts;
import java.util.function.Supplier;

/**
 * A buffer that can be asked for types, as long as the question of {@link LiveTypes#ask} lasts. The body answers for
 * expressions and variables by their rows in the facts; what only a guess could tell is unknown. Belongs to one thread.
 */
public final class LiveUnit {
    final LiveFacts live;
    final LiveClasses classes;
    final UnitClasses unit;
    final JavaBody body;
    private final Supplier<FarTypes> far;

    LiveUnit(LiveClasses classes, LiveFacts live, Supplier<FarTypes> far) {
        this.far = far;
        this.live = live;
        this.classes = classes;
        this.unit = classes.buffer();
        this.body = new JavaBody(unit, new Reads(classes), Guesses.NONE);
    }

    /** The types that could be imported. */
    FarTypes far() {
        return far.get();
    }
}
