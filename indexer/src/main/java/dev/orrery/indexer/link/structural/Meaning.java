package dev.orrery.indexer.link.structural;

import dev.orrery.indexer.link.unit.SourceUnit;
import dev.orrery.indexer.link.unit.Symbol;
import java.util.List;

/** What an expression stands for, as far as structure tells. */
sealed interface Meaning {
    /** Nobody knows. */
    record Unknown() implements Meaning {}

    /** An object of a type of the repository; the arguments are those of its type parameters, as far as known. */
    record Instance(Symbol type, List<Meaning> arguments) implements Meaning {
        Instance(Symbol type) {
            this(type, List.of());
        }
    }

    /** A declaration itself: a type, a function, a field whose value nobody needed yet. */
    record Named(Symbol symbol) implements Meaning {}

    /**
     * A module or package.
     *
     * @param units the files that show what it exports
     * @param folder where the modules in it lie; empty where it has none
     */
    record Module(List<SourceUnit> units, String folder) implements Meaning {}

    /** Something outside of the repository, or of a type outside of it, such as a list with the meaning of its elements. */
    record External(String name, List<Meaning> arguments) implements Meaning {
        External(String name) {
            this(name, List.of());
        }
    }

    /** One of several, most likely first. */
    record Several(List<Meaning> meanings) implements Meaning {}

    Meaning UNKNOWN = new Unknown();

    default boolean isKnown() {
        return !(this instanceof Unknown);
    }

    /** One of those that are known. */
    static Meaning several(List<Meaning> meanings) {
        List<Meaning> known =
                meanings.stream().filter(Meaning::isKnown).distinct().toList();
        return known.isEmpty() ? UNKNOWN : known.size() == 1 ? known.getFirst() : new Several(known);
    }
}
