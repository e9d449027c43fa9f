package dev.orrery.indexer.link.java;

import dev.orrery.indexer.library.ClassPath;
import dev.orrery.indexer.link.unit.LinkStrategy;
import dev.orrery.indexer.link.unit.Names;
import dev.orrery.indexer.link.unit.Slots;
import dev.orrery.indexer.link.unit.SourceUnit;
import dev.orrery.indexer.link.unit.UnitChange;
import dev.orrery.indexer.link.unit.UnitLinks;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Links Java by types. Whom a change concerns follows from what was read. A unit whose structure changed (types came or
 * went, or inherit otherwise) changes what the heads of its readers mean, theirs those of their readers, and so on; the
 * links of all readers of these are found anew. A unit of which only members changed concerns those readers that mention
 * one of the members' names, or all of them where lambdas and patterns can use the members without naming them.
 */
public final class JavaStrategy implements LinkStrategy {
    private final Names names;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final AtomicInteger version = new AtomicInteger();
    private final JavaModel model;
    private final LiveTypes live;
    private final boolean readsJars;
    private final Map<Integer, SourceUnit> units = new TreeMap<>();
    private final Map<Integer, UnitDigest> digests = new HashMap<>();

    /** @param libraries those of the repository's build */
    public JavaStrategy(Names names, ClassPath libraries) {
        this.names = names;
        this.model = new JavaModel(JdkTypes.ofRunning(), libraries);
        this.live = new LiveTypes(model, lock, version::get);
        this.readsJars = !libraries.isEmpty();
    }

    @Override
    public boolean handles(SourceUnit unit) {
        return unit.language().id().equals("java");
    }

    /** What changes mean for others. */
    private static final class Impact {
        final BitSet structure = new BitSet();
        final BitSet functions = new BitSet();
        final Map<Integer, BitSet> members = new HashMap<>();
        final BitSet typeNames = new BitSet();
        final BitSet methodNames = new BitSet();
        final Set<String> types = new HashSet<>();
        final Set<SourceUnit> changed = new LinkedHashSet<>();

        /** Whether nobody but the changed units themselves is concerned. */
        boolean isEmpty() {
            return structure.isEmpty()
                    && functions.isEmpty()
                    && members.isEmpty()
                    && typeNames.isEmpty()
                    && methodNames.isEmpty();
        }
    }

    /** Types of buffers against these units, whatever they change to. */
    public LiveTypes live() {
        return live;
    }

    @Override
    public Set<SourceUnit> apply(List<UnitChange> changes) {
        lock.writeLock().lock();
        try {
            version.incrementAndGet();
            return change(changes);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private Set<SourceUnit> change(List<UnitChange> changes) {
        boolean first = units.isEmpty();
        Impact impact = new Impact();
        for (UnitChange change : changes) {
            take(change, impact);
        }
        boolean renewed = model.renewLibrary(impact.types);
        if (first || impact.isEmpty()) {
            return impact.changed;
        }
        if (renewed) {
            units.keySet().forEach(impact.structure::set);
        }
        spread(impact);
        Set<SourceUnit> affected = new LinkedHashSet<>(impact.changed);
        for (SourceUnit unit : units.values()) {
            if (concerns(impact, unit)) {
                affected.add(unit);
            }
        }
        return affected;
    }

    private void take(UnitChange change, Impact impact) {
        SourceUnit before = change.before();
        SourceUnit after = change.after();
        UnitDigest old = UnitDigest.ABSENT;
        Map<Integer, SourceClass> known = Map.of();
        if (before != null) {
            old = digests.getOrDefault(before.slot(), UnitDigest.ABSENT);
            known = model.classesByHandle(before);
            model.remove(before);
            units.remove(before.slot());
            digests.remove(before.slot());
            if (after == null) {
                impact.structure.set(before.slot());
            }
        }
        UnitDigest now = UnitDigest.ABSENT;
        if (after != null) {
            now = UnitDigest.of(after);
            model.add(after, known);
            units.put(after.slot(), after);
            digests.put(after.slot(), now);
            impact.changed.add(after);
            if (before != null && old.structure() != now.structure()) {
                impact.structure.set(after.slot());
            }
            if (old.functions() != now.functions()) {
                impact.functions.set(after.slot());
            }
            BitSet members = differences(old.members(), now.members());
            if (!members.isEmpty()) {
                impact.members.put(after.slot(), members);
            }
        }
        BitSet types = differences(old.types(), now.types());
        impact.typeNames.or(types);
        if (readsJars) {
            types.stream().forEach(name -> {
                note(impact, before, names.get(name));
                note(impact, after, names.get(name));
            });
        }
        impact.methodNames.or(differences(old.methods(), now.methods()));
    }

    private static void note(Impact impact, @Nullable SourceUnit unit, String type) {
        if (unit != null) {
            String packageName = unit.facts().packageName();
            impact.types.add(packageName.isEmpty() ? type : packageName.replace('.', '/') + "/" + type);
        }
    }

    private static BitSet differences(Map<Integer, Long> before, Map<Integer, Long> after) {
        BitSet names = new BitSet();
        before.forEach((name, digest) -> {
            if (!digest.equals(after.get(name))) {
                names.set(name);
            }
        });
        after.forEach((name, digest) -> {
            if (!before.containsKey(name)) {
                names.set(name);
            }
        });
        return names;
    }

    /** Finds all units whose heads may mean something else and lets them forget what they found out. */
    private void spread(Impact impact) {
        int[] typeNames = impact.typeNames.stream().toArray();
        if (typeNames.length > 0) {
            for (SourceUnit unit : units.values()) {
                if (unit.mentionsAny(typeNames)) {
                    impact.structure.set(unit.slot());
                }
            }
        }
        if (impact.structure.isEmpty()) {
            return;
        }
        int size;
        do {
            size = impact.structure.cardinality();
            for (SourceUnit unit : units.values()) {
                UnitClasses classes = model.unit(unit);
                if (!impact.structure.get(unit.slot())
                        && classes != null
                        && classes.headReads().intersects(impact.structure)) {
                    impact.structure.set(unit.slot());
                }
            }
        } while (impact.structure.cardinality() > size);
        for (SourceUnit unit : List.copyOf(units.values())) {
            if (impact.structure.get(unit.slot())) {
                Map<Integer, SourceClass> known = model.classesByHandle(unit);
                model.remove(unit);
                model.add(unit, known);
            }
        }
    }

    private static boolean concerns(Impact impact, SourceUnit unit) {
        UnitLinks links = unit.links();
        Slots read = links.dependencies();
        if (impact.structure.get(unit.slot()) || read.meets(impact.structure) || read.meets(impact.functions)) {
            return true;
        }
        for (int name : links.asked()) {
            if (impact.methodNames.get(name)) {
                return true;
            }
        }
        for (Map.Entry<Integer, BitSet> changed : impact.members.entrySet()) {
            if (read.has(changed.getKey())
                    && unit.mentionsAny(changed.getValue().stream().toArray())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void resolve(SourceUnit unit) {
        UnitClasses classes = model.unit(unit);
        if (classes != null) {
            unit.links(new JavaResolver(model, classes, names).resolve());
        }
    }
}
