package dev.orrery.indexer.link.java;

import org.jspecify.annotations.Nullable;

/** A field or enum constant that the repository declares. */
final class SourceField implements JavaField {
    private final UnitClasses unit;
    private final int row;
    private volatile @Nullable Type type;

    SourceField(UnitClasses unit, int row) {
        this.unit = unit;
        this.row = row;
    }

    @Override
    public Type type(Reads reads) {
        reads.add(unit.source());
        Type known = type;
        if (known != null) {
            return known;
        }
        int ref = unit.declarations().type(row);
        if (ref < 0) {
            return Type.UNKNOWN;
        }
        Reads nested = reads.nested();
        Type found = new TypeReader(unit, nested).type(ref, unit.declarations().parent(row));
        if (unit.settles(nested, reads)) {
            type = found;
        }
        return found;
    }

    @Override
    public int modifiers() {
        return unit.declarations().modifiers(row);
    }
}
