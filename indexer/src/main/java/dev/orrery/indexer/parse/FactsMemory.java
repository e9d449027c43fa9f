package dev.orrery.indexer.parse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Bounds the memory that the facts of many files take: while there are too many, those that were not asked for lately are packed,
 * to a small part of their size, and unpacked when they are asked for again (the CLOCK page replacement of Corbató, 1968). A few
 * thousand files stay as they are; a repository of many millions of lines fits into a bounded heap. Safe from any thread.
 */
public final class FactsMemory {
    private static final int STRING_BYTES = 56;
    private static final int TABLE_BYTES = 400;

    private final long bound;
    private final Deque<Entry> clock = new ArrayDeque<>();
    private long bytes;

    private record Entry(KeptFacts facts, long bytes) {}

    /** @param bound how many bytes of facts may be ready to be read, roughly */
    public FactsMemory(long bound) {
        this.bound = bound;
    }

    public KeptFacts keep(FileFacts facts) {
        KeptFacts kept = new KeptFacts(this, facts);
        add(kept, facts);
        return kept;
    }

    /** Counts facts that became readable; once each time, by the thread that made them so. */
    void add(KeptFacts kept, FileFacts facts) {
        List<KeptFacts> leaving = new ArrayList<>();
        synchronized (clock) {
            Entry entry = new Entry(kept, bytes(facts));
            clock.addLast(entry);
            bytes += entry.bytes();
            int size = clock.size();
            for (int turn = 0; turn < 2 * size && bytes > bound && clock.size() > 1; turn++) {
                Entry oldest = clock.removeFirst();
                if (oldest.facts() == kept || turn < size && oldest.facts().wasAsked()) {
                    clock.addLast(oldest);
                } else {
                    bytes -= oldest.bytes();
                    leaving.add(oldest.facts());
                }
            }
        }
        leaving.forEach(KeptFacts::pack);
    }

    static byte[] packed(FileFacts facts) {
        byte[] plain = FactsCodec.encode(List.of(facts));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
            out.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    static FileFacts unpacked(byte[] packed) {
        Inflater inflater = new Inflater(true);
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed), inflater)) {
            return FactsCodec.decode(in.readAllBytes()).getFirst();
        } catch (IOException | FactsFormatException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            inflater.end();
        }
    }

    private static long bytes(FileFacts facts) {
        long cells = facts.lists().cells().length;
        for (IntRows rows : List.of(
                facts.imports().rows(),
                facts.types().rows(),
                facts.typeParameters().rows(),
                facts.declarations().rows(),
                facts.variables().rows(),
                facts.expressions().rows(),
                facts.calls().rows(),
                facts.lambdas().rows())) {
            cells += rows.cells().length;
        }
        return TABLE_BYTES + cells * Integer.BYTES + (long) facts.pool().count() * STRING_BYTES;
    }
}
