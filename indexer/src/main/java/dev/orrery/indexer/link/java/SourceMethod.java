package dev.orrery.indexer.link.java;

import dev.orrery.indexer.parse.Declarations;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A method or constructor that the repository declares. */
final class SourceMethod implements JavaMethod {
    /** What is found out about the types of its head. */
    private record Signature(List<Type> parameters, Type result) {}

    private final SourceClass owner;
    private final UnitClasses unit;
    private final int row;
    private volatile @Nullable Signature signature;

    SourceMethod(SourceClass owner, UnitClasses unit, int row) {
        this.owner = owner;
        this.unit = unit;
        this.row = row;
    }

    int row() {
        return row;
    }

    @Override
    public String name() {
        return unit.source().facts().name(row);
    }

    @Override
    public SourceClass owner() {
        return owner;
    }

    @Override
    public int modifiers() {
        return unit.declarations().modifiers(row);
    }

    @Override
    public int parameterCount() {
        return unit.declarations().parameterCount(row);
    }

    @Override
    public List<TypeVariable> typeParameters() {
        return unit.typeVariables(row);
    }

    @Override
    public Type parameterType(Reads reads, int index) {
        return signature(reads).parameters().get(index);
    }

    @Override
    public Type returnType(Reads reads) {
        return signature(reads).result();
    }

    private Signature signature(Reads reads) {
        reads.add(unit.source());
        Signature known = signature;
        if (known != null) {
            return known;
        }
        Reads nested = reads.nested();
        Declarations declarations = unit.declarations();
        TypeReader reader = new TypeReader(unit, nested);
        List<Type> parameters = new ArrayList<>();
        for (int i = 0; i < declarations.parameterCount(row); i++) {
            int type = unit.source().facts().variables().type(declarations.firstParameter(row) + i);
            parameters.add(type < 0 ? UNKNOWN : reader.type(type, row));
        }
        int result = declarations.type(row);
        Signature found = new Signature(List.copyOf(parameters), result < 0 ? UNKNOWN : reader.type(result, row));
        if (unit.settles(nested, reads)) {
            signature = found;
        }
        return found;
    }

    private static final Type UNKNOWN = Type.UNKNOWN;

    @Override
    public int handle() {
        return unit.source().handle(row);
    }

    @Override
    public String parametersText() {
        return "";
    }

    @Override
    public String toString() {
        return owner + "." + name() + "/" + parameterCount();
    }
}
