package dev.orrery.indexer;

import dev.orrery.api.Document;
import dev.orrery.indexer.parse.KeptFacts;
import dev.orrery.indexer.store.ContentHash;
import dev.orrery.indexer.text.UnsavedText;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Unsaved buffers over the files on disk, as the linker sees them: of a path with a buffer it is given the buffer's facts, and those
 * of the file stay here until the buffer is discarded or the graph of the disk alone is wanted. One thread at a time.
 */
final class BufferLayer {
    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, KeptFacts> disk = new HashMap<>();

    /**
     * One buffer, taken in.
     *
     * @param document what it was made of; the same object as long as nothing was typed
     * @param hash of the bytes that saving it would write
     * @param facts null where it has none
     * @param tooSlow whether parsing takes too long, so that it is not tried again after each edit
     * @param text what searches read
     */
    record Entry(
            Document document, ContentHash hash, @Nullable KeptFacts facts, boolean tooSlow, UnsavedText text) {}

    /**
     * What the linker is to be told.
     *
     * @param facts of files that are new or changed
     * @param gone files that have no facts any longer
     */
    record Relink(Map<String, KeptFacts> facts, Set<String> gone) {
        Relink() {
            this(new HashMap<>(), new HashSet<>());
        }

        void add(String path, @Nullable KeptFacts now) {
            if (now == null) {
                gone.add(path);
            } else {
                facts.put(path, now);
            }
        }

        boolean isEmpty() {
            return facts.isEmpty() && gone.isEmpty();
        }
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    Set<String> paths() {
        return Set.copyOf(entries.keySet());
    }

    @Nullable
    Entry get(String path) {
        return entries.get(path);
    }

    /** What searches read in place of files. */
    Map<String, UnsavedText> texts() {
        Map<String, UnsavedText> texts = new HashMap<>();
        entries.forEach((path, entry) -> texts.put(path, entry.text()));
        return texts;
    }

    /** Facts of a file on disk below a buffer; null where it has none. */
    @Nullable
    KeptFacts below(String path) {
        return disk.get(path);
    }

    /** @param below what the file on disk has, where this is the path's first buffer */
    void put(Entry entry, @Nullable KeptFacts below) {
        String path = entry.document().path();
        if (entries.put(path, entry) == null && below != null) {
            disk.put(path, below);
        }
    }

    void remove(Collection<String> paths) {
        entries.keySet().removeAll(paths);
        disk.keySet().removeAll(paths);
    }

    /** What of a change on disk can be seen. */
    Relink seen(RoundResult result) {
        Relink seen = new Relink(new HashMap<>(result.facts()), new HashSet<>(result.factsGone()));
        seen.facts().keySet().removeAll(entries.keySet());
        seen.gone().removeAll(entries.keySet());
        return seen;
    }

    /** Notes a change on disk for the time when it can be seen. */
    void changedBelow(RoundResult result) {
        result.factsGone().forEach(disk::remove);
        result.facts().forEach((path, facts) -> {
            if (entries.containsKey(path)) {
                disk.put(path, facts);
            }
        });
    }

    /** Puts what the buffers have in place of what the files have. */
    void cover(Map<String, KeptFacts> all) {
        entries.forEach((path, entry) -> {
            if (entry.facts() == null) {
                all.remove(path);
            } else {
                all.put(path, entry.facts());
            }
        });
    }

    /** What leads from the files with buffers to the files as they are on disk. */
    Relink lifted() {
        Relink lifted = new Relink();
        entries.keySet().forEach(path -> lifted.add(path, disk.get(path)));
        return lifted;
    }

    /** What leads back from there. */
    Relink laid() {
        Relink laid = new Relink();
        entries.forEach((path, entry) -> laid.add(path, entry.facts()));
        return laid;
    }
}
