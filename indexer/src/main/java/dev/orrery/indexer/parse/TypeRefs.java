package dev.orrery.indexer.parse;

import java.util.List;

/**
 * The types that a file mentions, each distinct one once. Primitive types are named types.
 *
 * @param rows one row a distinct type
 */
public record TypeRefs(IntRows rows) {
    static final List<Domain> DOMAINS = List.of(Domain.FORM, Domain.OPTIONAL_STRING, Domain.COUNT, Domain.TYPE_LIST);

    public int count() {
        return rows.rows();
    }

    public TypeForm form(int row) {
        return TypeForm.of(rows.cell(row, 0));
    }

    /** String of the name as written, without arguments, parts joined by dots; -1 where the form has none. */
    public int name(int row) {
        return rows.cell(row, 1);
    }

    /** Array dimensions. */
    public int dimensions(int row) {
        return rows.cell(row, 2);
    }

    /** List of the type arguments; -1 where there are none. */
    public int arguments(int row) {
        return rows.cell(row, 3);
    }
}
