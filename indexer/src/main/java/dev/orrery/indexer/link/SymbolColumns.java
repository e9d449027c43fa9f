package dev.orrery.indexer.link;

import dev.orrery.indexer.parse.Declarations;

/** The symbol table of a graph while it is filled, row after row. */
final class SymbolColumns {
    final byte[] kind;
    final int[] name;
    final int[] parameters;
    final int[] parent;
    final int[] file;
    final int[] line;
    final int[] column;
    final int[] startLine;
    final int[] endLine;
    final int[] modifiers;
    final int[] firstCall;
    int count;

    SymbolColumns(int symbols) {
        kind = new byte[symbols];
        name = new int[symbols];
        parameters = new int[symbols];
        parent = new int[symbols];
        file = new int[symbols];
        line = new int[symbols];
        column = new int[symbols];
        startLine = new int[symbols];
        endLine = new int[symbols];
        modifiers = new int[symbols];
        firstCall = new int[symbols + 1];
    }

    /** Adds a declaration of a file whose first symbol is {@code base}. */
    void add(Declarations from, int row, int itsName, int itsParameters, int base, int itsFile, int itsFirstCall) {
        kind[count] = (byte) from.kind(row).ordinal();
        name[count] = itsName;
        parameters[count] = itsParameters;
        int enclosing = from.parent(row);
        parent[count] = enclosing < 0 ? -1 : base + enclosing;
        file[count] = itsFile;
        line[count] = from.line(row);
        column[count] = from.column(row);
        startLine[count] = from.startLine(row);
        endLine[count] = from.endLine(row);
        modifiers[count] = from.modifiers(row);
        firstCall[count] = itsFirstCall;
        count++;
    }
}
