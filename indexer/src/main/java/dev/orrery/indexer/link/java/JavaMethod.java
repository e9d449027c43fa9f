package dev.orrery.indexer.link.java;

import java.util.List;

/** A method or constructor. */
interface JavaMethod {
    String name();

    JavaClass owner();

    /** Bits of {@link dev.orrery.api.Modifiers}. */
    int modifiers();

    int parameterCount();

    List<TypeVariable> typeParameters();

    Type parameterType(Reads reads, int index);

    /** The result type; the class itself for a constructor. */
    Type returnType(Reads reads);

    /** The handle of a method of the repository, -1 for others. */
    int handle();

    /** The erased parameters as they stand in a qualified name. */
    String parametersText();
}
