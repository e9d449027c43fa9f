package dev.orrery.render3d.scene;

import dev.orrery.api.UserMessage;
import java.util.List;

/** What the colours of a picture mean. */
public sealed interface ColourKey {
    /** Hues are regions, whose names stand on the map. */
    record ByRegion() implements ColourKey {}

    /**
     * Colours tell amounts, along the logarithm of one more.
     *
     * @param what the metric
     * @param least the smallest amount of all symbols
     * @param middle the amount in the middle of the scale
     * @param most the largest
     * @param direction which end of the scale stands out
     * @param unknown symbols without an amount, in {@link Palette#unknown}
     */
    record Amounts(ColourBy what, double least, double middle, double most, Direction direction, int unknown)
            implements ColourKey {}

    /** Which amounts stand out. */
    enum Direction {
        MUCH_STANDS_OUT,
        LITTLE_STANDS_OUT
    }

    /**
     * Colours tell groups.
     *
     * @param what the scheme
     * @param groups the largest first; what belongs to none of them comes last
     */
    record Groups(ColourBy what, List<Group> groups) implements ColourKey {
        public Groups {
            groups = List.copyOf(groups);
        }
    }

    /**
     * A group of symbols.
     *
     * @param name what it is called
     * @param rgb its colour
     * @param symbols how many belong to it
     */
    record Group(UserMessage name, int rgb, int symbols) {}

    /** All is grey, because nothing is known. */
    record Unknown(ColourBy what, UserMessage why) implements ColourKey {}
}
