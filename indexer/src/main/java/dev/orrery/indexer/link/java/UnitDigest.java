package dev.orrery.indexer.link.java;

import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.link.unit.SourceUnit;
import dev.orrery.indexer.parse.Declarations;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.Imports;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * What others can see of a unit, in three layers that concern others in different ways.
 *
 * @param structure package, imports and the heads of its types: what names mean and who inherits from whom
 * @param functions its abstract methods and record components, which lambdas and patterns use without naming them
 * @param members by name: methods and fields, whatever they look like
 * @param types the simple names of its types with a digest of where they stand
 * @param methods the names of all its methods with a digest of their handles, those in bodies among them
 */
record UnitDigest(
        long structure,
        long functions,
        Map<Integer, Long> members,
        Map<Integer, Long> types,
        Map<Integer, Long> methods) {
    static final UnitDigest ABSENT = new UnitDigest(0, 0, Map.of(), Map.of(), Map.of());

    static UnitDigest of(SourceUnit unit) {
        return new Computation(unit).digest();
    }

    /** Computes one digest. */
    private static final class Computation {
        private final SourceUnit unit;
        private final FileFacts facts;
        private final Declarations declarations;
        private final long[] typeRefs;
        private long structure;
        private long functions;
        private final Map<Integer, Long> members = new HashMap<>();
        private final Map<Integer, Long> types = new HashMap<>();
        private final Map<Integer, Long> methods = new HashMap<>();

        Computation(SourceUnit unit) {
            this.unit = unit;
            this.facts = unit.facts();
            this.declarations = facts.declarations();
            typeRefs = new long[facts.types().count()];
            for (int ref = 0; ref < typeRefs.length; ref++) {
                int name = facts.types().name(ref);
                long digest = mix(name < 0 ? -1 : unit.name(name), facts.types().dimensions(ref));
                digest = mix(digest, facts.types().form(ref).ordinal());
                typeRefs[ref] = mix(digest, list(facts.types().arguments(ref)));
            }
        }

        private long ref(int ref) {
            return ref < 0 ? -1 : typeRefs[ref];
        }

        private long list(int list) {
            long digest = 1;
            for (int i = 0; i < facts.lists().size(list); i++) {
                digest = mix(digest, ref(facts.lists().get(list, i)));
            }
            return digest;
        }

        UnitDigest digest() {
            structure = facts.packageName().hashCode();
            Imports imports = facts.imports();
            for (int row = 0; row < imports.count(); row++) {
                structure = mix(structure, imports.flags(row));
                structure = mix(structure, unit.name(imports.path(row)));
                structure = mix(structure, imports.name(row) < 0 ? -1 : unit.name(imports.name(row)));
            }
            BitSet hidden = new BitSet();
            for (int row = 0; row < declarations.count(); row++) {
                int parent = declarations.parent(row);
                boolean type = declarations.kind(row).isType();
                boolean inBody = parent >= 0
                        && (hidden.get(parent) || !declarations.kind(parent).isType());
                hidden.set(row, inBody);
                if (declarations.kind(row) == SymbolKind.METHOD) {
                    methods.merge(name(row), (long) unit.handle(row), Computation::mix);
                }
                if (inBody) {
                    continue;
                }
                if (type) {
                    type(row);
                } else if (declarations.kind(row) != SymbolKind.INITIALIZER) {
                    member(row);
                }
            }
            return new UnitDigest(structure, functions, members, types, methods);
        }

        private int name(int row) {
            return unit.name(declarations.name(row));
        }

        private void type(int row) {
            long digest = mix(unit.handle(row), declarations.kind(row).ordinal());
            digest = mix(digest, declarations.modifiers(row) & ~Modifiers.TEST);
            digest = mix(digest, typeParameters(row));
            digest = mix(digest, ref(declarations.superclass(row)));
            digest = mix(digest, list(declarations.interfaces(row)));
            structure = mix(structure, digest);
            types.merge(name(row), mix(unit.handle(row), facts.packageName().hashCode()), Computation::mix);
        }

        private long typeParameters(int row) {
            long digest = 1;
            int first = declarations.firstTypeParameter(row);
            for (int i = first; i < first + declarations.typeParameterCount(row); i++) {
                digest = mix(digest, unit.name(facts.typeParameters().name(i)));
                digest = mix(digest, list(facts.typeParameters().bounds(i)));
            }
            return digest;
        }

        private void member(int row) {
            long digest = mix(unit.handle(row), declarations.modifiers(row) & ~Modifiers.TEST);
            digest = mix(digest, ref(declarations.type(row)));
            digest = mix(digest, typeParameters(row));
            for (int i = 0; i < declarations.parameterCount(row); i++) {
                digest = mix(digest, ref(facts.variables().type(declarations.firstParameter(row) + i)));
            }
            int parent = declarations.parent(row);
            // In broken code a constructor can have any name; callers name its class.
            boolean constructor = parent >= 0 && declarations.kind(row) == SymbolKind.CONSTRUCTOR;
            members.merge(name(constructor ? parent : row), digest, Computation::mix);
            boolean component = parent >= 0
                    && declarations.kind(parent) == SymbolKind.RECORD
                    && declarations.kind(row) == SymbolKind.FIELD;
            if (component || Modifiers.has(declarations.modifiers(row), Modifiers.ABSTRACT)) {
                functions = mix(functions, digest);
            }
        }

        private static long mix(long digest, long value) {
            long mixed = (digest ^ value) * 0x9E3779B97F4A7C15L;
            return mixed ^ mixed >>> 31;
        }
    }
}
