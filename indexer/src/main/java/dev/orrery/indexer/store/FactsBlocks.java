package dev.orrery.indexer.store;

import dev.orrery.indexer.parse.FactsCodec;
import dev.orrery.indexer.parse.FactsFormatException;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.store.FactsPack.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Facts as the blocks of one pack and back. Keeps the few blocks that were read last, because neighbours are asked for together. */
final class FactsBlocks {
    /** Files a block: more make it smaller, fewer make a single file's facts come faster. */
    static final int FILES = 1024;

    private static final int KEPT = 4;

    private final FactsPack pack;
    private final Map<Long, Optional<List<FileFacts>>> read = new ConcurrentHashMap<>();
    private final Deque<Long> order = new ArrayDeque<>();

    FactsBlocks(FactsPack pack) {
        this.pack = pack;
    }

    FactsPack pack() {
        return pack;
    }

    /** The facts at a place of the pack, or null where they are damaged. Safe from any thread. */
    @Nullable
    FileFacts get(Place place) throws IOException {
        Optional<List<FileFacts>> known = read.get(place.block());
        if (known == null) {
            byte[] payload;
            synchronized (pack) {
                payload = pack.read(place.block());
            }
            known = read.computeIfAbsent(place.block(), block -> decoded(payload));
            forget(place.block());
        }
        return known.isPresent() && place.index() < known.get().size()
                ? known.get().get(place.index())
                : null;
    }

    private static Optional<List<FileFacts>> decoded(byte @Nullable [] payload) {
        try {
            return payload == null ? Optional.empty() : Optional.of(FactsCodec.decode(payload));
        } catch (FactsFormatException damaged) {
            return Optional.empty();
        }
    }

    private void forget(long newest) {
        synchronized (order) {
            if (!order.contains(newest)) {
                order.addLast(newest);
            }
            while (order.size() > KEPT) {
                read.remove(order.removeFirst());
            }
        }
    }

    /** All facts as blocks in their binary form. */
    static ByteBuffer encoded(Map<ContentHash, FileFacts> facts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<ContentHash, FileFacts> block = new LinkedHashMap<>();
        facts.forEach((key, value) -> {
            block.put(key, value);
            if (block.size() == FILES) {
                writeBlock(block, out);
            }
        });
        if (!block.isEmpty()) {
            writeBlock(block, out);
        }
        return ByteBuffer.wrap(out.toByteArray());
    }

    private static void writeBlock(Map<ContentHash, FileFacts> block, ByteArrayOutputStream out) {
        byte[] payload = FactsCodec.encode(List.copyOf(block.values()));
        out.writeBytes(PackBlock.of(List.copyOf(block.keySet()), payload)
                .toBytes(payload)
                .array());
        block.clear();
    }

    /** Copies facts into an empty pack, as many at a time as make a block. */
    void copyTo(FactsPack next, Collection<ContentHash> keys) throws IOException, DamagedException {
        Map<ContentHash, FileFacts> group = new LinkedHashMap<>();
        for (ContentHash key : inOrder(keys)) {
            Place place = pack.place(key);
            FileFacts facts = place == null ? null : get(place);
            if (facts != null) {
                group.put(key, facts);
            }
            if (group.size() == FILES) {
                next.append(encoded(group));
                group.clear();
            }
        }
        next.append(encoded(group));
    }

    private List<ContentHash> inOrder(Collection<ContentHash> keys) {
        List<ContentHash> ordered = new ArrayList<>(keys);
        ordered.removeIf(key -> pack.place(key) == null);
        ordered.sort((a, b) -> {
            Place one = place(a);
            Place other = place(b);
            int byBlock = Long.compare(one.block(), other.block());
            return byBlock != 0 ? byBlock : Integer.compare(one.index(), other.index());
        });
        return ordered;
    }

    private Place place(ContentHash key) {
        Place place = pack.place(key);
        return place == null ? new Place(0, 0) : place;
    }
}
