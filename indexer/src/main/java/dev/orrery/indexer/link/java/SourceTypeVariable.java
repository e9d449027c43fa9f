package dev.orrery.indexer.link.java;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type parameter that the repository declares. */
final class SourceTypeVariable extends TypeVariable {
    private final UnitClasses unit;
    private final int list;
    private final int scope;
    private volatile @Nullable List<Type> bounds;

    /**
     * @param list the bounds in the unit's facts
     * @param scope the declaration that has the parameter
     */
    SourceTypeVariable(String name, UnitClasses unit, int list, int scope) {
        super(name);
        this.unit = unit;
        this.list = list;
        this.scope = scope;
    }

    /** The file that declares it. */
    UnitClasses unit() {
        return unit;
    }

    @Override
    List<Type> bounds(Reads reads) {
        reads.add(unit.source());
        List<Type> known = bounds;
        if (known != null) {
            return known;
        }
        if (!reads.enter(this)) {
            return List.of();
        }
        Reads nested = reads.nested();
        List<Type> found = new TypeReader(unit, nested).headerTypes(list, scope);
        reads.leave(this);
        if (unit.settles(nested, reads)) {
            bounds = found;
        }
        return found;
    }
}
