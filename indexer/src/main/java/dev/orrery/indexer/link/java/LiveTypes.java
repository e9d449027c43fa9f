package dev.orrery.indexer.link.java;

import dev.orrery.indexer.library.ClassPath;
import dev.orrery.indexer.link.unit.Handles;
import dev.orrery.indexer.link.unit.Names;
import dev.orrery.indexer.link.unit.SourceUnit;
import dev.orrery.indexer.parse.KeptFacts;
import dev.orrery.indexer.parse.LiveFacts;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.function.Function;
import java.util.function.IntSupplier;

/**
 * Types of Java that is being written, against the classes of an index. Safe from any thread: questions run beside each other
 * and beside the resolving of calls; a change of the index waits for those that run, and new ones wait for it.
 */
public final class LiveTypes {
    private final JavaModel model;
    private final ReadWriteLock lock;
    private final IntSupplier version;
    private volatile Listed listed = new Listed(-1, new FarTypes());

    private record Listed(int version, FarTypes types) {}

    /**
     * @param lock held for writing while the model changes
     * @param version another one after each change
     */
    LiveTypes(JavaModel model, ReadWriteLock lock, IntSupplier version) {
        this.model = model;
        this.lock = lock;
        this.version = version;
    }

    /** Against the classes of the running JDK alone. */
    public static LiveTypes ofJdk() {
        return new JavaStrategy(new Names(), ClassPath.EMPTY).live();
    }

    /**
     * Lays a buffer over the index and asks about it. Nothing of the unit may be used after the question is answered.
     *
     * @param path of the buffer's file, relative to the repository's root; the index need not know it
     * @param facts of the buffer's text
     */
    public <T> T ask(String path, LiveFacts facts, Function<LiveUnit, T> question) {
        lock.readLock().lock();
        try {
            UnitClasses before = model.unit(path);
            int slot = before == null ? model.slots() : before.source().slot();
            SourceUnit source = new SourceUnit(slot, path, KeptFacts.of(facts.facts()), new Names());
            new Handles().assign(null, source);
            return question.apply(new LiveUnit(new LiveClasses(model, source), facts, this::far));
        } finally {
            lock.readLock().unlock();
        }
    }

    private FarTypes far() {
        Listed known = listed;
        int now = version.getAsInt();
        if (known.version() != now) {
            known = new Listed(now, FarTypes.of(model));
            listed = known;
        }
        return known.types();
    }
}
