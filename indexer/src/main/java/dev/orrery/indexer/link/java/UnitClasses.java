package dev.orrery.indexer.link.java;

import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.link.unit.SourceUnit;
import dev.orrery.indexer.parse.Declarations;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The classes, methods and type variables that one file declares, by row, and what was read to make sense of their heads. */
final class UnitClasses {
    private final ClassFinder model;
    private final SourceUnit source;
    private final @Nullable SourceClass[] classes;
    private final @Nullable SourceMethod[] methods;
    private final Map<Integer, List<TypeVariable>> typeVariables = new HashMap<>();
    private final Map<String, List<SourceClass>> byName = new HashMap<>();
    private final Map<String, Type> imported = new ConcurrentHashMap<>();
    private final BitSet reads = new BitSet();
    private final @Nullable SourceClass unnamed;

    /**
     * @param known the classes that the file had before, by handle; those that are found again stay the same objects
     */
    UnitClasses(ClassFinder model, SourceUnit source, Map<Integer, SourceClass> known) {
        this.model = model;
        this.source = source;
        Declarations declarations = declarations();
        classes = new SourceClass[declarations.count()];
        methods = new SourceMethod[declarations.count()];
        for (int row = 0; row < classes.length; row++) {
            if (declarations.typeParameterCount(row) > 0) {
                typeVariables.put(row, variables(row));
            }
            if (declarations.kind(row).isType()) {
                SourceClass symbol = known.get(source.handle(row));
                classes[row] = symbol == null ? new SourceClass(this, row) : symbol;
            }
        }
        unnamed = hasUnnamedClass() ? new SourceClass(this, -1) : null;
        fill();
    }

    private boolean hasUnnamedClass() {
        for (int row = 0; row < classes.length; row++) {
            if (declarations().parent(row) < 0 && declarations().kind(row) == SymbolKind.METHOD) {
                return true;
            }
        }
        return false;
    }

    private void fill() {
        if (unnamed != null) {
            unnamed.become(this, -1);
        }
        for (int row = 0; row < classes.length; row++) {
            SourceClass symbol = classes[row];
            if (symbol != null) {
                symbol.become(this, row);
                byName.computeIfAbsent(symbol.simpleName(), key -> new ArrayList<>(1))
                        .add(symbol);
            }
        }
        Declarations declarations = declarations();
        for (int row = 0; row < classes.length; row++) {
            int parent = declarations.parent(row);
            SourceClass owner = parent < 0 ? unnamed : classes[parent];
            if (owner == null) {
                continue;
            }
            switch (declarations.kind(row)) {
                case METHOD, CONSTRUCTOR -> {
                    SourceMethod method = new SourceMethod(owner, this, row);
                    methods[row] = method;
                    owner.add(method);
                }
                case FIELD, ENUM_CONSTANT -> owner.add(source.facts().name(row), new SourceField(this, row));
                default -> {
                    SourceClass member = classes[row];
                    if (member != null && parent >= 0) {
                        owner.add(member);
                    }
                }
            }
        }
    }

    private List<TypeVariable> variables(int row) {
        List<TypeVariable> variables = new ArrayList<>();
        int first = declarations().firstTypeParameter(row);
        for (int i = first; i < first + declarations().typeParameterCount(row); i++) {
            String name = source.facts().string(source.facts().typeParameters().name(i));
            variables.add(new SourceTypeVariable(
                    name, this, source.facts().typeParameters().bounds(i), row));
        }
        return List.copyOf(variables);
    }

    ClassFinder model() {
        return model;
    }

    SourceUnit source() {
        return source;
    }

    Declarations declarations() {
        return source.facts().declarations();
    }

    @Nullable
    SourceClass classAt(int row) {
        return classes[row];
    }

    @Nullable
    SourceMethod methodAt(int row) {
        return methods[row];
    }

    /** All classes by row, those in bodies among them; rows that declare none hold null. */
    @Nullable
    SourceClass[] classes() {
        return classes;
    }

    List<TypeVariable> typeVariables(int row) {
        return typeVariables.getOrDefault(row, List.of());
    }

    /** The innermost class that a declaration is or stands in; null at the top of a file. */
    @Nullable
    SourceClass enclosingClass(int row) {
        for (int at = row; at >= 0; at = declarations().parent(at)) {
            SourceClass symbol = classes[at];
            if (symbol != null) {
                return symbol;
            }
        }
        return row < 0 ? null : unnamed;
    }

    /** The class around code that stands in no declared one, or null. */
    @Nullable
    SourceClass unnamed() {
        return unnamed;
    }

    /** The class of that name that the declaration at {@code parent} declares directly, or null. */
    @Nullable
    SourceClass declaredIn(int parent, String name) {
        for (SourceClass symbol : byName.getOrDefault(name, List.of())) {
            if (declarations().parent(symbol.row()) == parent) {
                return symbol;
            }
        }
        return null;
    }

    /** What simple names mean that are declared outside of the file, as far as that was asked. */
    Map<String, Type> imported() {
        return imported;
    }

    /**
     * Ends finding something out about a head of this file.
     *
     * @param nested what was read for it
     * @param reads on whose behalf it was found out
     * @return whether it may be kept
     */
    boolean settles(Reads nested, Reads reads) {
        reads.noteCut(nested);
        boolean lasts = nested.lastsFor(source);
        if (lasts) {
            synchronized (this.reads) {
                this.reads.or(nested.slots());
            }
        }
        if (!lasts || nested.wasCut()) {
            reads.slots().or(nested.slots());
        }
        return lasts && !nested.wasCut();
    }

    /** The slots of the units that the heads in this file depend on. */
    BitSet headReads() {
        synchronized (reads) {
            return (BitSet) reads.clone();
        }
    }
}
