package dev.orrery.indexer.link.structural;

import dev.orrery.indexer.link.unit.SourceUnit;
import dev.orrery.indexer.link.unit.Symbol;
import java.util.List;

/** What an expression stands for, as far as structure tells. */
sealed interface Meaning {
    /** Nobody knows. */
    record Unknown() implements Meaning {}

    /** An object of a type of the repository. */
    record Instance(Symbol type) implements Meaning {}

    /** A declaration itself: a type, a function. */
    record Named(Symbol symbol) implements Meaning {}

    /** The files of a module or package. */
    record Module(List<SourceUnit> units) implements Meaning {}

    /** Something outside of the repository, or of it. */
    record External(String name) implements Meaning {}

    Meaning UNKNOWN = new Unknown();
}
