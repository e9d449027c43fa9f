package dev.orrery.indexer.parse;

/**
 * What surrounds an expression, packed into the operands {@code b} and {@code c} of those kinds that need to know.
 *
 * @param kind what it is
 * @param index the position among a call's arguments, otherwise 0
 * @param row a row of the table that the kind names, otherwise 0
 */
public record Context(ContextKind kind, int index, int row) {
    /** No type is wanted. */
    public static final Context NONE = new Context(ContextKind.NONE, 0, 0);

    static Context unpack(int packed, int row) {
        int kind = packed & 0xf;
        return kind > ContextKind.ASSIGNMENT.ordinal() ? NONE : new Context(ContextKind.of(kind), packed >>> 4, row);
    }

    int packed() {
        return index << 4 | kind.ordinal();
    }
}
