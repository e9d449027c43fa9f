package dev.orrery.indexer.link.java;

import java.util.List;

/** A type parameter of a class or method; equal only to itself. */
abstract non-sealed class TypeVariable implements Type {
    private final String name;

    TypeVariable(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** The declared bounds; empty where there are none. */
    abstract List<Type> bounds(Reads reads);

    @Override
    public String toString() {
        return name;
    }
}
