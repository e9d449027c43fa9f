package dev.orrery.indexer.store;

import dev.orrery.base.Folders;
import dev.orrery.base.SetAside;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Facts of file contents, shared by all worktrees of one repository and by all their processes. What is put is kept in
 * memory until a megabyte has come together, then appended to the pack under a lock. Safe from any thread.
 */
public final class FactsStore implements AutoCloseable {
    private static final String PACK = "facts.pack";
    private static final int BATCH = 1 << 20;
    private static final System.Logger LOG = System.getLogger(FactsStore.class.getName());

    private final Path file;
    private final FileMutex mutex;
    private final Consumer<Path> onDamage;
    private final Map<ContentHash, byte[]> waiting = new LinkedHashMap<>();
    private int waitingBytes;
    private FactsPack pack;

    private FactsStore(Path folder, Consumer<Path> onDamage) throws IOException {
        this.file = folder.resolve(PACK);
        this.mutex = new FileMutex(folder.resolve("facts.lock"));
        this.onDamage = onDamage;
        this.pack = reopened();
    }

    /** @param onDamage hears where a damaged pack was moved */
    public static FactsStore open(Path folder, Consumer<Path> onDamage) throws IOException {
        Folders.createPrivate(folder);
        return new FactsStore(folder, onDamage);
    }

    /** Forgets all facts. Stores that are open notice it when they next write. */
    public static void discard(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(PACK));
    }

    /** A damaged pack is moved away; what can still be read in it is made again from the files. */
    private FactsPack reopened() throws IOException {
        try {
            return mutex.hold(() -> FactsPack.open(file));
        } catch (DamagedException damaged) {
            return afresh();
        }
    }

    private FactsPack afresh() throws IOException {
        try {
            return mutex.hold(() -> {
                SetAside.move(file, 1).ifPresent(onDamage);
                return FactsPack.open(file);
            });
        } catch (DamagedException impossible) {
            throw new IOException(impossible);
        }
    }

    /** The facts under {@code key}, or null where there are none. */
    public byte @Nullable [] get(ContentHash key) throws IOException {
        byte[] packed;
        synchronized (this) {
            packed = waiting.get(key);
            if (packed == null) {
                packed = pack.read(key);
            }
        }
        if (packed == null) {
            return null;
        }
        try {
            return ColumnReader.inflate(packed);
        } catch (DamagedException damaged) {
            return null;
        }
    }

    public synchronized boolean contains(ContentHash key) {
        return waiting.containsKey(key) || pack.contains(key);
    }

    public void put(ContentHash key, byte[] facts) throws IOException {
        byte[] packed = ColumnWriter.deflate(facts, facts.length);
        synchronized (this) {
            if (!contains(key)) {
                waiting.put(key, packed);
                waitingBytes += packed.length + PackEntry.BYTES;
                if (waitingBytes >= BATCH) {
                    flush();
                }
            }
        }
    }

    /** Brings everything that was put into the pack. Where the disk is full, what was put stays readable from memory. */
    public synchronized void flush() throws IOException {
        if (waiting.isEmpty()) {
            return;
        }
        try {
            mutex.hold(() -> {
                if (pack.isReplaced()) {
                    pack.close();
                    pack = FactsPack.open(file);
                } else {
                    pack.readOn();
                }
                pack.append(entries(waiting));
                return pack;
            });
        } catch (DamagedException damaged) {
            pack.close();
            pack = afresh();
            return;
        }
        waiting.clear();
        waitingBytes = 0;
    }

    private static ByteBuffer entries(Map<ContentHash, byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        entries.forEach((key, payload) -> {
            ByteBuffer head = ByteBuffer.allocate(PackEntry.BYTES);
            PackEntry.of(key, payload).writeTo(head);
            out.writeBytes(head.array());
            out.writeBytes(payload);
        });
        return ByteBuffer.wrap(out.toByteArray());
    }

    public synchronized long bytes() {
        return pack.bytes();
    }

    /**
     * Writes the pack anew with only those entries that are still needed, where others take more than {@code slack} bytes.
     *
     * @param needed the keys of all worktrees that share this store
     */
    public synchronized void compact(Set<ContentHash> needed, long slack) throws IOException {
        flush();
        Map<ContentHash, byte[]> kept = new HashMap<>();
        long keptBytes = 0;
        for (ContentHash key : needed) {
            byte[] payload = pack.read(key);
            if (payload != null) {
                kept.put(key, payload);
                keptBytes += payload.length + PackEntry.BYTES;
            }
        }
        if (pack.bytes() - keptBytes <= slack) {
            return;
        }
        try {
            mutex.hold(() -> {
                if (pack.isReplaced()) {
                    return pack;
                }
                Path fresh = file.resolveSibling("facts.pack.new");
                Files.deleteIfExists(fresh);
                try (FactsPack next = FactsPack.open(fresh)) {
                    next.append(entries(kept));
                }
                pack.close();
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                pack = FactsPack.open(file);
                return pack;
            });
        } catch (DamagedException impossible) {
            throw new IOException(impossible);
        }
    }

    /** Ends without bringing to disk what is still waiting. */
    public synchronized void abandon() {
        waiting.clear();
        waitingBytes = 0;
        try {
            pack.close();
        } catch (IOException nothingToLose) {
            LOG.log(System.Logger.Level.DEBUG, "facts pack", nothingToLose);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            flush();
        } finally {
            pack.close();
        }
    }
}
