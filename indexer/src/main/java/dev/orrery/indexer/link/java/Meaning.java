package dev.orrery.indexer.link.java;

/** What an expression stands for: a name may be a value, a type or a package (chapter 6.5.2 of the specification). */
sealed interface Meaning {
    record Value(Type type) implements Meaning {}

    record TypeName(Type type) implements Meaning {}

    record PackageName(String name) implements Meaning {}
}
