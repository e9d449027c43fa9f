package dev.orrery.indexer.link.java;

import java.util.List;

/**
 * A method that may be meant.
 *
 * @param method the declaration
 * @param site the class that declares it with the type arguments that it has where it is called
 */
record Candidate(JavaMethod method, Type.ClassType site) {
    /** A parameter's type with the receiver's type arguments in it. */
    Type parameter(Reads reads, int index) {
        return Bindings.of(site, reads).apply(method.parameterType(reads, index));
    }

    /** The type that the {@code index}-th argument is given to; past the last one the element type of a variable arity. */
    Type parameterForArgument(Reads reads, int index, Arity arity) {
        int last = method.parameterCount() - 1;
        if (arity == Arity.VARIABLE && index >= last) {
            return parameter(reads, last) instanceof Type.Array(Type element) ? element : Type.UNKNOWN;
        }
        return index > last ? Type.UNKNOWN : parameter(reads, index);
    }

    /** How arguments meet parameters. */
    enum Arity {
        FIXED,
        VARIABLE
    }

    static List<JavaMethod> methods(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::method).toList();
    }
}
