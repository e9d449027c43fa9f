package dev.orrery.indexer.link.structural;

import dev.orrery.indexer.link.unit.LinkStrategy;
import dev.orrery.indexer.link.unit.Names;
import dev.orrery.indexer.link.unit.SourceUnit;
import dev.orrery.indexer.link.unit.UnitChange;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Links by structure. A unit's links depend on nothing but what the names mean that it asked the index for, so a change
 * concerns those units that asked for a name which means something else now.
 */
public final class StructuralStrategy implements LinkStrategy {
    private final Names names;
    private final Map<String, StructuralIndex> indexes = new HashMap<>();

    public StructuralStrategy(Names names) {
        this.names = names;
    }

    @Override
    public boolean handles(SourceUnit unit) {
        return true;
    }

    @Override
    public Set<SourceUnit> apply(List<UnitChange> changes) {
        Map<String, List<UnitChange>> byFamily = new TreeMap<>();
        for (UnitChange change : changes) {
            SourceUnit before = change.before();
            SourceUnit after = change.after();
            if (before != null && after != null && !key(before).equals(key(after))) {
                list(byFamily, before).add(new UnitChange(before, null));
                list(byFamily, after).add(new UnitChange(null, after));
            } else if (before != null) {
                list(byFamily, before).add(change);
            } else if (after != null) {
                list(byFamily, after).add(change);
            }
        }
        Set<SourceUnit> affected = new LinkedHashSet<>();
        byFamily.forEach((family, list) -> affected.addAll(apply(family, list)));
        return affected;
    }

    private static List<UnitChange> list(Map<String, List<UnitChange>> byFamily, SourceUnit unit) {
        return byFamily.computeIfAbsent(key(unit), key -> new ArrayList<>());
    }

    private Set<SourceUnit> apply(String family, List<UnitChange> changes) {
        StructuralIndex index = indexes.computeIfAbsent(family, key -> new StructuralIndex(names));
        BitSet changed = index.apply(changes);
        BitSet slots = new BitSet();
        for (UnitChange change : changes) {
            SourceUnit before = change.before();
            if (before != null) {
                slots.set(before.slot());
            }
        }
        Set<SourceUnit> affected = new LinkedHashSet<>();
        if (family.equals(Family.C.name())) {
            affected.addAll(including(index, changes, changed));
        }
        for (SourceUnit unit : index.units()) {
            if (unit.links().dependencies().meets(slots)) {
                affected.add(unit);
            }
            for (int name : unit.links().asked()) {
                if (changed.get(name)) {
                    affected.add(unit);
                    break;
                }
            }
        }
        for (UnitChange change : changes) {
            SourceUnit after = change.after();
            if (after != null) {
                affected.add(after);
            }
        }
        return affected;
    }

    private static Set<SourceUnit> including(StructuralIndex index, List<UnitChange> changes, BitSet changed) {
        BitSet gone = new BitSet();
        List<SourceUnit> come = new ArrayList<>();
        for (UnitChange change : changes) {
            SourceUnit before = change.before();
            SourceUnit after = change.after();
            if (after != null) {
                come.add(after);
            } else if (before != null) {
                gone.set(before.slot());
            }
        }
        come.forEach(unit -> gone.clear(unit.slot()));
        return index.includes().update(gone, come, changed);
    }

    private static Family family(SourceUnit unit) {
        return Family.of(unit.language().id());
    }

    /** What names the index in which a file stands: its family's, or its language's where that has none. */
    private static String key(SourceUnit unit) {
        Family family = family(unit);
        return family == Family.OTHER ? unit.language().id() : family.name();
    }

    @Override
    public void resolve(SourceUnit unit) {
        Family family = family(unit);
        StructuralIndex index = indexes.get(key(unit));
        if (index != null) {
            unit.links(new StructuralResolver(unit, family, index).resolve());
        }
    }
}
