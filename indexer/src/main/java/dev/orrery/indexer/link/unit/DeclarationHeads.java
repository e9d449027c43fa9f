package dev.orrery.indexer.link.unit;

import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.parse.Declarations;
import dev.orrery.indexer.parse.FileFacts;

/**
 * What is asked of declarations when one of a name is looked for among thousands: never packed.
 *
 * @param parents by row: the enclosing declaration, or -1
 * @param heads by row: ordinal of the kind, two flags, and the count of parameters and one from {@link #PARAMETERS} on
 */
@SuppressWarnings("ArrayRecordComponent")
public record DeclarationHeads(int[] parents, int[] heads) {
    private static final SymbolKind[] KINDS = SymbolKind.values();
    private static final int KIND = 0xff;
    private static final int SUPERCLASS = 1 << 8;
    private static final int ABSTRACT = 1 << 9;
    private static final int PARAMETERS = 10;

    static DeclarationHeads of(FileFacts facts) {
        Declarations declarations = facts.declarations();
        int[] parents = new int[declarations.count()];
        int[] heads = new int[parents.length];
        for (int row = 0; row < parents.length; row++) {
            parents[row] = declarations.parent(row);
            heads[row] = declarations.kind(row).ordinal()
                    | (declarations.superclass(row) >= 0 ? SUPERCLASS : 0)
                    | (Modifiers.has(declarations.modifiers(row), Modifiers.ABSTRACT) ? ABSTRACT : 0)
                    | declarations.parameterCount(row) + 1 << PARAMETERS;
        }
        return new DeclarationHeads(parents, heads);
    }

    public int count() {
        return parents.length;
    }

    public SymbolKind kind(int row) {
        return KINDS[heads[row] & KIND];
    }

    /** The enclosing declaration, or -1. */
    public int parent(int row) {
        return parents[row];
    }

    /** Whether there is a superclass; of a function: whether it belongs to a type outside of which it stands. */
    public boolean hasSuperclass(int row) {
        return (heads[row] & SUPERCLASS) != 0;
    }

    /** Whether it has no body. */
    public boolean isAbstract(int row) {
        return (heads[row] & ABSTRACT) != 0;
    }

    /** -1 where the kind has no parameters. */
    public int parameterCount(int row) {
        return (heads[row] >> PARAMETERS) - 1;
    }
}
