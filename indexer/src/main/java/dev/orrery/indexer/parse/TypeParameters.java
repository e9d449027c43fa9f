package dev.orrery.indexer.parse;

import java.util.List;

/**
 * The type parameters that declarations introduce; those of one declaration are contiguous.
 *
 * @param rows one row a parameter
 */
public record TypeParameters(IntRows rows) {
    static final List<Domain> DOMAINS = List.of(Domain.STRING, Domain.TYPE_LIST);

    public int count() {
        return rows.rows();
    }

    public int name(int row) {
        return rows.cell(row, 0);
    }

    /** List of the bounds; -1 where there are none. */
    public int bounds(int row) {
        return rows.cell(row, 1);
    }
}
