package dev.orrery.indexer.link.java;

import dev.orrery.indexer.link.unit.SourceUnit;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Notes which units were looked at to find something out. Belongs to one thread. */
final class Reads {
    private final BitSet slots = new BitSet();
    private final Set<Object> active;
    private final @Nullable LiveClasses live;
    private boolean cut;

    Reads() {
        this(new HashSet<>(), null);
    }

    /** Reads in a buffer, whose classes go before those that its file has in the index. */
    Reads(LiveClasses live) {
        this(new HashSet<>(), live);
    }

    private Reads(Set<Object> active, @Nullable LiveClasses live) {
        this.active = active;
        this.live = live;
    }

    /** Notes apart what is read on behalf of something that is kept; cycles are still seen across both. */
    Reads nested() {
        return new Reads(active, live);
    }

    void add(SourceUnit unit) {
        slots.set(unit.slot());
    }

    /** Notes a look at what a class consists of, and returns its newest state. */
    SourceClass look(SourceClass symbol) {
        SourceClass now = live == null ? symbol : live.newest(symbol);
        add(now.source());
        return now;
    }

    /** Whether what was found out holds for a file for as long as it and the index stay what they are, whatever happens to a buffer. */
    boolean lastsFor(SourceUnit unit) {
        return live == null || live.isBuffer(unit) || !slots.get(live.slot());
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
