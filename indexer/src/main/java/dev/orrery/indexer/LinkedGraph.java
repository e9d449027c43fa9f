package dev.orrery.indexer;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.indexer.library.ClassPath;
import dev.orrery.indexer.link.Linker;
import dev.orrery.indexer.link.java.LiveTypes;
import dev.orrery.indexer.parse.KeptFacts;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The linker and the graph that it made. The linker wants the facts of all files, so it is filled only when something
 * changed; until then the graph is the stored one. One thread at a time.
 */
final class LinkedGraph {
    private final int threads;
    private @Nullable Linker linker;
    private volatile @Nullable LiveTypes types;

    LinkedGraph(int threads) {
        this.threads = threads;
    }

    boolean isFilled() {
        return linker != null;
    }

    /** Types against the files that were linked; null where none were yet. From any thread. */
    @Nullable
    LiveTypes types() {
        return types;
    }

    /** Links all files from the beginning. */
    CodeGraph fill(Map<String, KeptFacts> facts, ClassPath libraries, long generation, Cancellation cancellation) {
        linker = new Linker(threads, libraries);
        return update(facts, List.of(), generation, cancellation);
    }

    /** Links all files from the beginning, for the sake of later changes: the graph is known already. */
    void warm(Map<String, KeptFacts> facts, ClassPath libraries, Cancellation cancellation) {
        Linker fresh = new Linker(threads, libraries);
        if (fresh.update(new HashMap<>(facts), List.of(), cancellation).fileCount() == facts.size()) {
            linker = fresh;
            types = fresh.live();
        }
    }

    /** The files whose calls the newest update or filling resolved. */
    Set<String> relinked() {
        return linker == null ? Set.of() : linker.relinked();
    }

    /** What a file is linked by; null where it is not. */
    @Nullable
    KeptFacts facts(String path) {
        return linker == null ? null : linker.facts(path);
    }

    /** Links what changed. */
    CodeGraph update(
            Map<String, KeptFacts> changed, Collection<String> removed, long generation, Cancellation cancellation) {
        Linker working = linker;
        if (working == null) {
            throw new IllegalStateException("not filled");
        }
        linker = null;
        CodeGraph linked = working.update(new HashMap<>(changed), removed, cancellation);
        linker = working;
        types = working.live();
        return linked.withGeneration(generation);
    }
}
