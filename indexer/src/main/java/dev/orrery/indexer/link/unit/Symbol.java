package dev.orrery.indexer.link.unit;

import dev.orrery.api.SymbolKind;

/** A declaration of one unit. */
public record Symbol(SourceUnit unit, int row) implements Comparable<Symbol> {
    public SymbolKind kind() {
        return unit.heads().kind(row);
    }

    public String name() {
        return unit.facts().name(row);
    }

    public int handle() {
        return unit.handle(row);
    }

    /** The row of the enclosing declaration, or -1. */
    public int parent() {
        return unit.heads().parent(row);
    }

    public boolean isMemberOf(Symbol type) {
        return unit == type.unit() && parent() == type.row();
    }

    @Override
    public int compareTo(Symbol other) {
        int byPath = unit.path().compareTo(other.unit.path());
        return byPath != 0 ? byPath : Integer.compare(row, other.row);
    }
}
