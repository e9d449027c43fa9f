package dev.orrery.indexer.store;

import dev.orrery.api.UserMessage;
import dev.orrery.base.Folders;
import dev.orrery.base.SetAside;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.store.FactsPack.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Facts of file contents, shared by all worktrees of one repository and by all their processes. What is put is kept in
 * memory until enough for a block has come together, then appended to the pack under a lock. Safe from any thread.
 */
public final class FactsStore implements AutoCloseable {
    private static final String PACK = "facts.pack";
    private static final int MANY_BLOCKS = 64;
    private static final System.Logger LOG = System.getLogger(FactsStore.class.getName());

    private final Path file;
    private final FileMutex mutex;
    private final Consumer<UserMessage> onTrouble;
    private final Map<ContentHash, FileFacts> waiting = new LinkedHashMap<>();
    private final ReentrantLock flushing = new ReentrantLock();
    private volatile FactsBlocks blocks;

    private FactsStore(Path folder, Consumer<UserMessage> onTrouble) throws IOException {
        this.file = folder.resolve(PACK);
        this.mutex = new FileMutex(folder.resolve("facts.lock"));
        this.onTrouble = onTrouble;
        this.blocks = reopened();
    }

    /** @param onTrouble hears where a pack was moved that could not be used, and why */
    public static FactsStore open(Path folder, Consumer<UserMessage> onTrouble) throws IOException {
        Folders.createPrivate(folder);
        return new FactsStore(folder, onTrouble);
    }

    /** Forgets all facts. Stores that are open notice it when they next write. */
    public static void discard(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(PACK));
    }

    /** A pack that cannot be used is moved away; what was in it is made again from the files. */
    private FactsBlocks reopened() throws IOException {
        try {
            return new FactsBlocks(mutex.hold(() -> FactsPack.open(file)));
        } catch (DamagedException damaged) {
            return afresh(damaged);
        }
    }

    private FactsBlocks afresh(DamagedException why) throws IOException {
        String message = why instanceof OtherVersionException ? "indexer.store.version" : "indexer.store.damaged";
        try {
            return new FactsBlocks(mutex.hold(() -> {
                SetAside.move(file, 1).ifPresent(aside -> onTrouble.accept(UserMessage.of(message, file, aside)));
                return FactsPack.open(file);
            }));
        } catch (DamagedException impossible) {
            throw new IOException(impossible);
        }
    }

    /** The facts under {@code key}, or null where there are none. */
    public @Nullable FileFacts get(ContentHash key) throws IOException {
        synchronized (waiting) {
            FileFacts fresh = waiting.get(key);
            if (fresh != null) {
                return fresh;
            }
        }
        FactsBlocks from = blocks;
        Place place;
        synchronized (from.pack()) {
            place = from.pack().place(key);
        }
        return place == null ? null : from.get(place);
    }

    private boolean contains(ContentHash key) {
        FactsPack pack = blocks.pack();
        synchronized (pack) {
            return pack.place(key) != null;
        }
    }

    public void put(ContentHash key, FileFacts facts) throws IOException {
        boolean full;
        synchronized (waiting) {
            if (!contains(key)) {
                waiting.put(key, facts);
            }
            full = waiting.size() >= FactsBlocks.FILES;
        }
        if (full && flushing.tryLock()) {
            try {
                flush();
            } finally {
                flushing.unlock();
            }
        }
    }

    /** Brings everything that was put into the pack. Where the disk is full, what was put stays readable from memory. */
    public void flush() throws IOException {
        flushing.lock();
        try {
            Map<ContentHash, FileFacts> batch;
            synchronized (waiting) {
                batch = new LinkedHashMap<>(waiting);
            }
            if (batch.isEmpty()) {
                return;
            }
            ByteBuffer encoded = FactsBlocks.encoded(batch);
            try {
                mutex.hold(() -> {
                    append(encoded);
                    return encoded;
                });
            } catch (DamagedException damaged) {
                blocks.pack().close();
                blocks = afresh(damaged);
                return;
            }
            synchronized (waiting) {
                waiting.keySet().removeAll(batch.keySet());
            }
        } finally {
            flushing.unlock();
        }
    }

    private void append(ByteBuffer encoded) throws IOException, DamagedException {
        FactsPack pack = blocks.pack();
        synchronized (pack) {
            if (!pack.isReplaced()) {
                pack.readOn();
                pack.append(encoded);
                return;
            }
            pack.close();
        }
        FactsPack fresh = FactsPack.open(file);
        fresh.append(encoded);
        blocks = new FactsBlocks(fresh);
    }

    public long bytes() {
        return blocks.pack().bytes();
    }

    /** Whether so many small blocks came together over time that it pays to write the pack anew. */
    boolean isFragmented() {
        FactsPack pack = blocks.pack();
        return pack.blocks() > MANY_BLOCKS && pack.keys().size() / pack.blocks() < FactsBlocks.FILES / 8;
    }

    /** Writes the pack anew with the same facts. */
    void defragment() throws IOException {
        compact(blocks.pack().keys(), -1);
    }

    /**
     * Writes the pack anew with only those facts that are still needed, where others take more than {@code slack} bytes.
     *
     * @param needed the keys of all worktrees that share this store
     */
    public void compact(Set<ContentHash> needed, long slack) throws IOException {
        flush();
        flushing.lock();
        try {
            FactsPack old = blocks.pack();
            Set<ContentHash> kept = new HashSet<>(old.keys());
            long all = Math.max(1, kept.size());
            kept.retainAll(needed);
            if (old.bytes() - old.bytes() * kept.size() / all <= slack) {
                return;
            }
            mutex.hold(() -> {
                if (!old.isReplaced()) {
                    rewrite(old, kept);
                }
                return old;
            });
        } catch (DamagedException impossible) {
            throw new IOException(impossible);
        } finally {
            flushing.unlock();
        }
    }

    private void rewrite(FactsPack old, Set<ContentHash> kept) throws IOException, DamagedException {
        Path fresh = file.resolveSibling("facts.pack.new");
        Files.deleteIfExists(fresh);
        try (FactsPack next = FactsPack.open(fresh)) {
            blocks.copyTo(next, kept);
        }
        old.close();
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        blocks = new FactsBlocks(FactsPack.open(file));
    }

    /** Ends without bringing to disk what is still waiting. */
    public void abandon() {
        synchronized (waiting) {
            waiting.clear();
        }
        try {
            blocks.pack().close();
        } catch (IOException nothingToLose) {
            LOG.log(System.Logger.Level.DEBUG, "facts pack", nothingToLose);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            flush();
        } finally {
            blocks.pack().close();
        }
    }
}
