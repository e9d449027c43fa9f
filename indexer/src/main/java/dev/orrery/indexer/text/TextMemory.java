package dev.orrery.indexer.text;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Texts of files that searches have read, so that the next search reads them from memory. What changes is forgotten by
 * those who learn of the change; who finds something in a kept text still looks whether the file is the same. It fills up
 * to a limit and stays so, and the virtual machine may take it back. Safe from any thread.
 */
final class TextMemory {
    private static final long MOST_BYTES =
            Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 16);

    private final AtomicLong changes = new AtomicLong();
    private volatile SoftReference<Kept> kept = new SoftReference<>(new Kept());

    /** The texts by path, and how many bytes they are. */
    private record Kept(Map<String, KeptText> texts, AtomicLong bytes) {
        Kept() {
            this(new ConcurrentHashMap<>(), new AtomicLong());
        }

        void remove(String path) {
            KeptText text = texts.remove(path);
            if (text != null) {
                bytes.addAndGet(-size(text));
            }
        }
    }

    private static long size(KeptText text) {
        return text.blocks().stream().mapToLong(block -> block.bytes().length()).sum();
    }

    @Nullable
    KeptText get(String path) {
        Kept now = kept.get();
        return now == null ? null : now.texts.get(path);
    }

    /** To be asked for before a file is looked at that is to be kept. */
    long ticket() {
        return changes.get();
    }

    /** Keeps a text if there is room and nothing changed since {@code ticket}. */
    void keep(String path, KeptText text, long ticket) {
        Kept now = kept.get();
        if (now == null) {
            now = new Kept();
            kept = new SoftReference<>(now);
        }
        long size = size(text);
        if (changes.get() != ticket || now.bytes.get() + size > MOST_BYTES) {
            return;
        }
        KeptText before = now.texts.put(path, text);
        now.bytes.addAndGet(size - (before == null ? 0 : size(before)));
        if (changes.get() != ticket) {
            now.remove(path);
        }
    }

    void forget(String path) {
        changes.incrementAndGet();
        Kept now = kept.get();
        if (now != null) {
            now.remove(path);
        }
    }

    void forgetAll() {
        changes.incrementAndGet();
        kept = new SoftReference<>(new Kept());
    }
}
