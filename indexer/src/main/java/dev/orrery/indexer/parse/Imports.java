package dev.orrery.indexer.parse;

import java.util.List;

/**
 * What a file makes known under which name: one row an import.
 *
 * @param rows one row an import
 */
public record Imports(IntRows rows) {
    static final List<Domain> DOMAINS =
            List.of(Domain.NUMBER, Domain.STRING, Domain.OPTIONAL_STRING, Domain.OPTIONAL_STRING, Domain.LINE);

    public int count() {
        return rows.rows();
    }

    /** Bits of the constants of this type. */
    public int flags(int row) {
        return rows.cell(row, 0);
    }

    /** String of the package, type or module that is imported from. */
    public int path(int row) {
        return rows.cell(row, 1);
    }

    /** String of the imported name; -1 where the whole of {@code path} is imported. */
    public int name(int row) {
        return rows.cell(row, 2);
    }

    /** String of the name it gets here; -1 where it keeps its own. */
    public int alias(int row) {
        return rows.cell(row, 3);
    }

    public int line(int row) {
        return rows.cell(row, 4);
    }

    /** Imports static members ({@code import static}). */
    public static final int STATIC = 1;

    /** Imports all names of {@code path}: {@code import a.*}, {@code from a import *}, {@code #include}. */
    public static final int ON_DEMAND = 1 << 1;

    /** The names are also made known to those who import this file: {@code export … from}, {@code pub use}. */
    public static final int EXPORTED = 1 << 2;
}
