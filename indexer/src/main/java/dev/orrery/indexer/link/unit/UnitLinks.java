package dev.orrery.indexer.link.unit;

/**
 * What a strategy found out about one unit. Symbols are handles, names are numbers of {@link Names}; nothing here changes
 * once the record exists.
 *
 * @param callee the called symbol of each call site of the facts, -1 where it is external
 * @param callName the called name of each call site, as qualified as it is known where external
 * @param resolution ordinal of {@link dev.orrery.api.Resolution} of each call site, as in {@link dev.orrery.api.GraphColumns}
 * @param candidates further possible callees of each call site, best first; may hold one shared empty array
 * @param supertypes pairs: a type of this unit, a direct supertype
 * @param overrides pairs: a method, a method of this unit that overrides it
 * @param dependencies the slots of the units whose declarations were looked at
 * @param asked sorted names that were asked of the whole repository rather than of a known type
 */
@SuppressWarnings("ArrayRecordComponent")
public record UnitLinks(
        int[] callee,
        int[] callName,
        byte[] resolution,
        int[][] candidates,
        int[] supertypes,
        int[] overrides,
        Slots dependencies,
        int[] asked) {
    /** Shared by all call sites without candidates. */
    public static final int[] EMPTY = {};

    static final UnitLinks NONE =
            new UnitLinks(EMPTY, EMPTY, new byte[0], new int[0][], EMPTY, EMPTY, new Slots(EMPTY), EMPTY);
}
