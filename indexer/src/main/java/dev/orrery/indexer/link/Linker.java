package dev.orrery.indexer.link;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.indexer.library.ClassPath;
import dev.orrery.indexer.link.java.JavaStrategy;
import dev.orrery.indexer.link.java.LiveTypes;
import dev.orrery.indexer.link.structural.StructuralStrategy;
import dev.orrery.indexer.link.unit.Handles;
import dev.orrery.indexer.link.unit.LinkStrategy;
import dev.orrery.indexer.link.unit.Names;
import dev.orrery.indexer.link.unit.SourceUnit;
import dev.orrery.indexer.link.unit.UnitChange;
import dev.orrery.indexer.parse.KeptFacts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the call graph of a set of files up to date. One owner at a time; the graphs that it returns are free to go
 * anywhere. It keeps the facts that it was given.
 */
public final class Linker {
    private final int threads;
    private final ClassPath libraries;
    private final Names names = new Names();
    private final Handles handles = new Handles();
    private final BitSet slots = new BitSet();
    private final TreeMap<String, SourceUnit> units = new TreeMap<>();
    private final JavaStrategy java;
    private final List<LinkStrategy> strategies;
    private CodeGraph graph = CodeGraph.empty();
    private Assembly assembly;
    private Set<String> relinked = Set.of();

    /** A linker that knows of no libraries. */
    public Linker(int threads) {
        this(threads, ClassPath.EMPTY);
    }

    /**
     * @param threads how many threads may resolve calls at the same time
     * @param libraries those of the repository's build; must stay the same
     */
    public Linker(int threads, ClassPath libraries) {
        this.threads = threads;
        this.libraries = libraries;
        this.java = new JavaStrategy(names, libraries);
        this.strategies = List.of(java, new StructuralStrategy(names));
        this.assembly = new Assembly(units, new GraphStrings(names));
    }

    /** Types of Java that is being written, against the files that the linker knows at that time; safe from any thread. */
    public LiveTypes live() {
        return java.live();
    }

    /** Takes over files for {@link #live} alone: nothing is linked, and the linker is good for nothing else from then on. */
    public void declare(Map<String, KeptFacts> changed, Collection<String> removed) {
        changes(changed, removed).forEach((strategy, list) -> strategy.apply(list));
    }

    /** The newest graph. */
    public CodeGraph graph() {
        return graph;
    }

    /** The facts that it has of a file; null where it has none. */
    public @Nullable KeptFacts facts(String path) {
        SourceUnit unit = units.get(path);
        return unit == null ? null : unit.kept();
    }

    /** The files whose links the newest update found anew; those of all others are what they were. */
    public Set<String> relinked() {
        return relinked;
    }

    /**
     * Takes over files that came, changed or went, and links anew whatever they touch. The result is the same as if all
     * files had been linked from the beginning; only the generation tells them apart.
     *
     * @param changed the facts of new and changed files by path
     * @param removed the paths of files that are gone; unknown ones are ignored
     * @throws java.util.concurrent.CancellationException where it was cancelled; the linker must then be given up
     */
    public CodeGraph update(Map<String, KeptFacts> changed, Collection<String> removed, Cancellation cancellation) {
        assembly.begin();
        Map<LinkStrategy, List<UnitChange>> changes = changes(changed, removed);
        Set<SourceUnit> affected = new LinkedHashSet<>();
        changes.forEach((strategy, list) -> affected.addAll(strategy.apply(list)));
        try {
            ResolvePool.run(List.copyOf(affected), unit -> strategy(unit).resolve(unit), threads, cancellation);
        } finally {
            libraries.rest();
        }
        relinked = affected.stream().map(SourceUnit::path).collect(Collectors.toUnmodifiableSet());
        assembly = assembly.isWorn() ? new Assembly(units, new GraphStrings(names)) : assembly;
        Set<String> touched = new HashSet<>(relinked);
        touched.addAll(changed.keySet());
        touched.addAll(removed);
        graph = assembly.next(graph.generation() + 1, touched, handles.limit());
        return graph;
    }

    private Map<LinkStrategy, List<UnitChange>> changes(Map<String, KeptFacts> changed, Collection<String> removed) {
        Map<LinkStrategy, List<UnitChange>> changes = new java.util.LinkedHashMap<>();
        for (String path : new TreeSet<>(removed)) {
            SourceUnit before = changed.containsKey(path) ? null : units.remove(path);
            if (before != null) {
                slots.clear(before.slot());
                note(changes, strategy(before), before, null);
            }
        }
        new TreeMap<>(changed).forEach((path, facts) -> {
            SourceUnit before = units.get(path);
            int slot = before == null ? slots.nextClearBit(0) : before.slot();
            slots.set(slot);
            SourceUnit after = new SourceUnit(slot, path, facts, names);
            units.put(path, after);
            if (before != null && strategy(before) != strategy(after)) {
                note(changes, strategy(before), before, null);
                before = null;
            }
            handles.assign(before, after);
            note(changes, strategy(after), before, after);
        });
        return changes;
    }

    private static void note(
            Map<LinkStrategy, List<UnitChange>> changes,
            LinkStrategy strategy,
            @Nullable SourceUnit before,
            @Nullable SourceUnit after) {
        changes.computeIfAbsent(strategy, key -> new ArrayList<>()).add(new UnitChange(before, after));
    }

    private LinkStrategy strategy(SourceUnit unit) {
        for (LinkStrategy strategy : strategies) {
            if (strategy.handles(unit)) {
                return strategy;
            }
        }
        return strategies.getLast();
    }
}
