package dev.orrery.indexer.link.java;

import java.util.List;

/** A Java type as far as the choice of methods needs it. */
sealed interface Type
        permits Type.Primitive,
                Type.ClassType,
                Type.Array,
                TypeVariable,
                Type.Wildcard,
                Type.Intersection,
                Type.Null,
                Type.Unknown {
    /** The types that are no references, in the order of widening; {@code void} among them. */
    enum Primitive implements Type {
        BOOLEAN("boolean", "Boolean"),
        BYTE("byte", "Byte"),
        SHORT("short", "Short"),
        CHAR("char", "Character"),
        INT("int", "Integer"),
        LONG("long", "Long"),
        FLOAT("float", "Float"),
        DOUBLE("double", "Double"),
        VOID("void", "Void");

        private final String keyword;
        private final String box;

        Primitive(String keyword, String box) {
            this.keyword = keyword;
            this.box = box;
        }

        String keyword() {
            return keyword;
        }

        /** The simple name of the class in {@code java.lang} that boxes it. */
        String box() {
            return box;
        }

        boolean isNumeric() {
            return this != BOOLEAN && this != VOID;
        }
    }

    /**
     * A class or interface.
     *
     * @param arguments empty for a raw or plain type
     */
    record ClassType(JavaClass symbol, List<Type> arguments) implements Type {
        ClassType(JavaClass symbol) {
            this(symbol, List.of());
        }
    }

    record Array(Type element) implements Type {}

    /** Which way a wildcard is bounded. */
    enum Bound {
        NONE,
        EXTENDS,
        SUPER
    }

    /** {@code ?}, with its bound; the bound of an unbounded one is {@link #UNKNOWN}. */
    record Wildcard(Bound kind, Type bound) implements Type {}

    /** All of several types at once; never empty. */
    record Intersection(List<Type> parts) implements Type {}

    /** The type of {@code null}. */
    record Null() implements Type {}

    /** What could not be found out. */
    record Unknown() implements Type {}

    Type NULL = new Null();

    Type UNKNOWN = new Unknown();
}
