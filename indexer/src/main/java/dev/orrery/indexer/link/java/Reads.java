package dev.orrery.indexer.link.java;

import dev.orrery.indexer.link.unit.SourceUnit;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** Notes which units were looked at to find something out. Belongs to one thread. */
final class Reads {
    private final BitSet slots = new BitSet();
    private final Set<Object> active;
    private boolean cut;

    Reads() {
        this(new HashSet<>());
    }

    private Reads(Set<Object> active) {
        this.active = active;
    }

    /** Notes apart what is read on behalf of something that is kept; cycles are still seen across both. */
    Reads nested() {
        return new Reads(active);
    }

    void add(SourceUnit unit) {
        slots.set(unit.slot());
    }

    BitSet slots() {
        return slots;
    }

    /** Begins to find out about {@code subject}; false where that is already under way, so that a cycle ends here. */
    boolean enter(Object subject) {
        boolean entered = active.add(subject);
        cut |= !entered;
        return entered;
    }

    void leave(Object subject) {
        active.remove(subject);
    }

    /** Whether a cycle was cut, so that what was found out depends on where one began and must not be kept. */
    boolean wasCut() {
        return cut;
    }

    void noteCut(Reads nested) {
        cut |= nested.cut;
    }
}
