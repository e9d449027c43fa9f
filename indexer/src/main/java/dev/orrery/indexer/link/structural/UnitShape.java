package dev.orrery.indexer.link.structural;

import dev.orrery.indexer.link.unit.SourceUnit;
import dev.orrery.indexer.parse.Declarations;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.Imports;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * What other files can see of a unit: for each declared name a digest of everything declared under it.
 *
 * @param context a digest of what the written names depend on: package and imports
 * @param byName digest by number of the name
 */
record UnitShape(long context, Map<Integer, Long> byName) {
    static UnitShape of(SourceUnit unit) {
        FileFacts facts = unit.facts();
        long context = facts.packageName().hashCode();
        Imports imports = facts.imports();
        for (int row = 0; row < imports.count(); row++) {
            context = mix(context, imports.flags(row));
            context = mix(context, unit.name(imports.path(row)));
            context = mix(context, imports.name(row) < 0 ? -1 : unit.name(imports.name(row)));
            context = mix(context, imports.alias(row) < 0 ? -1 : unit.name(imports.alias(row)));
        }
        Map<Integer, Long> byName = new HashMap<>();
        Declarations declarations = facts.declarations();
        for (int row = 0; row < declarations.count(); row++) {
            long digest = digest(unit, row);
            byName.merge(unit.name(declarations.name(row)), digest, UnitShape::mix);
        }
        return new UnitShape(context, byName);
    }

    private static long digest(SourceUnit unit, int row) {
        Declarations declarations = unit.facts().declarations();
        long digest = unit.handle(row);
        digest = mix(digest, declarations.kind(row).ordinal());
        digest = mix(digest, declarations.modifiers(row));
        digest = mix(digest, unit.parameters(row));
        digest = mix(digest, declarations.parameterCount(row));
        digest = mix(digest, type(unit, declarations.type(row)));
        digest = mix(digest, type(unit, declarations.superclass(row)));
        int interfaces = declarations.interfaces(row);
        for (int i = 0; i < unit.facts().lists().size(interfaces); i++) {
            digest = mix(digest, type(unit, unit.facts().lists().get(interfaces, i)));
        }
        return digest;
    }

    private static long type(SourceUnit unit, int type) {
        int name = type < 0 ? -1 : unit.facts().types().name(type);
        return name < 0
                ? type < 0 ? -1 : -2
                : mix(unit.name(name), unit.facts().types().dimensions(type));
    }

    private static long mix(long digest, long value) {
        return (digest ^ value) * 0x9E3779B97F4A7C15L + (digest >>> 29);
    }

    /** Adds the names that differ; all of both where the names in them mean something else. */
    void differences(UnitShape other, BitSet names) {
        boolean all = context != other.context;
        byName.forEach((name, digest) -> {
            if (all || !digest.equals(other.byName.get(name))) {
                names.set(name);
            }
        });
        other.byName.forEach((name, digest) -> {
            if (all || !byName.containsKey(name)) {
                names.set(name);
            }
        });
    }
}
