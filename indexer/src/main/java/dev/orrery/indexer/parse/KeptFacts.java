package dev.orrery.indexer.parse;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The facts of one file, ready to be read or packed: see {@link FactsMemory}. Safe from any thread. */
public final class KeptFacts {
    private final @Nullable FactsMemory memory;
    private volatile @Nullable FileFacts ready;
    private byte @Nullable [] packed;
    private volatile boolean asked = true;

    KeptFacts(@Nullable FactsMemory memory, FileFacts facts) {
        this.memory = memory;
        this.ready = facts;
    }

    /** Facts that are never packed. */
    public static KeptFacts of(FileFacts facts) {
        return new KeptFacts(null, facts);
    }

    /** Facts by path that are never packed. */
    public static Map<String, KeptFacts> of(Map<String, FileFacts> facts) {
        Map<String, KeptFacts> kept = new TreeMap<>();
        facts.forEach((path, one) -> kept.put(path, of(one)));
        return kept;
    }

    public FileFacts get() {
        FileFacts facts = ready;
        if (facts == null) {
            return unpacked();
        }
        if (!asked) {
            asked = true;
        }
        return facts;
    }

    private FileFacts unpacked() {
        FileFacts facts;
        synchronized (this) {
            if (ready != null) {
                return ready;
            }
            facts = packed == null ? null : FactsMemory.unpacked(packed);
            ready = facts;
        }
        if (facts == null) {
            throw new IllegalStateException("neither ready nor packed");
        }
        if (memory != null) {
            memory.add(this, facts);
        }
        return facts;
    }

    /** Whether it was asked for since the last time that this was called. */
    boolean wasAsked() {
        boolean was = asked;
        asked = false;
        return was;
    }

    /** Gives up the readable form. */
    synchronized void pack() {
        FileFacts facts = ready;
        if (facts != null) {
            if (packed == null) {
                packed = FactsMemory.packed(facts);
            }
            ready = null;
        }
    }
}
