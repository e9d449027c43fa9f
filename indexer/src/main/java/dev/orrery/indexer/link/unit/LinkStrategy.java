package dev.orrery.indexer.link.unit;

import java.util.List;
import java.util.Set;

/**
 * A way of resolving the calls of some languages. {@link #apply} is called by one thread, then {@link #resolve} by many,
 * each with other units.
 */
public interface LinkStrategy {
    boolean handles(SourceUnit unit);

    /**
     * Takes note of units that came and went and returns those known units whose links have to be found anew; the changed
     * ones are among them.
     *
     * @param changes units of this strategy only
     */
    Set<SourceUnit> apply(List<UnitChange> changes);

    /** Finds a unit's links and stores them in it. */
    void resolve(SourceUnit unit);
}
