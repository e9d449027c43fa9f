package dev.orrery.indexer;

import dev.orrery.indexer.library.ClassPath;
import dev.orrery.indexer.library.Libraries;
import dev.orrery.indexer.link.Linker;
import dev.orrery.indexer.link.java.LiveTypes;
import dev.orrery.indexer.parse.FactsMemory;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.KeptFacts;
import dev.orrery.indexer.store.ContentHash;
import dev.orrery.indexer.store.FactsStore;
import dev.orrery.indexer.store.FileRow;
import dev.orrery.indexer.store.IndexFolder;
import dev.orrery.indexer.store.IndexStore;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Types of Java that is being written, in a process that does not own the index: from the facts that the owner keeps on disk.
 * Files whose facts are not there are as if they were not there either. Safe from any thread; changes come one at a time.
 */
final class PublishedTypes {
    private static final int SHARE_OF_HEAP = 20;

    private final IndexFolder folder;
    private final Map<String, ContentHash> known = new HashMap<>();
    private final FactsMemory memory = new FactsMemory(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    private @Nullable Linker linker;
    private volatile @Nullable LiveTypes now;

    PublishedTypes(IndexFolder folder) {
        this.folder = folder;
    }

    /** Null until they were filled. */
    @Nullable
    LiveTypes now() {
        return now;
    }

    /** Takes over what changed, where anybody asked for types before. */
    synchronized void follow(Map<String, FileRow> rows) throws IOException {
        if (linker != null) {
            fill(rows);
        }
    }

    synchronized void fill(Map<String, FileRow> rows) throws IOException {
        Linker types = linker;
        if (types == null) {
            Libraries libraries =
                    new IndexStore(folder, damaged -> {}).libraries().orElse(Libraries.NONE);
            types = new Linker(1, new ClassPath(libraries.jars()));
        }
        Map<String, KeptFacts> changed = new HashMap<>();
        Set<String> gone = new HashSet<>(known.keySet());
        try (FactsStore facts = FactsStore.open(folder.facts(), damaged -> {})) {
            for (FileRow row : rows.values()) {
                gone.remove(row.path());
                boolean java = row.hasFacts() && row.language().equals("java");
                if (!java || row.hash().equals(known.get(row.path()))) {
                    continue;
                }
                FileFacts found = facts.get(row.factsKey());
                if (found != null) {
                    changed.put(row.path(), memory.keep(found));
                    known.put(row.path(), row.hash());
                } else {
                    gone.add(row.path());
                }
            }
        }
        known.keySet().removeAll(gone);
        types.declare(changed, gone);
        linker = types;
        now = types.live();
    }
}
