package dev.orrery.indexer.store;

import dev.orrery.indexer.coding.DamagedCodeException;
import dev.orrery.indexer.coding.ItemCoder;
import dev.orrery.indexer.coding.NumberCoder;
import dev.orrery.indexer.coding.RangeCoder;
import java.util.HashMap;
import java.util.Map;

/**
 * Cells of columns as bytes: numbers through an arithmetic coder, each stream of like cells in the context of what came last in
 * it and of what stands beside; texts one after the other, deflated. The same walk over columns writes them and reads them
 * back: each method is given the value to write, and returns the value that was read or written.
 */
final class CellCoder {
    /** What may stand beside a cell. */
    static final int BESIDE = 16;

    private static final int LAST = 24;
    private static final int EXACT = 12;
    private static final int BEFORE = 4;
    private static final int MOST = 1 << 26;

    private final RangeCoder coder;
    private final NumberCoder numbers;
    private final ItemCoder items;
    private final ColumnWriter written = new ColumnWriter();
    private final ColumnReader texts;
    private final int[] last;
    private final int[] before;
    private final Map<Integer, Map<Integer, Integer>> labels = new HashMap<>();

    private CellCoder(RangeCoder coder, ColumnReader texts, int streams) {
        this.coder = coder;
        this.numbers = new NumberCoder(coder, streams, BESIDE * LAST * BEFORE);
        this.items = new ItemCoder(coder, streams);
        this.texts = texts;
        this.last = new int[streams];
        this.before = new int[streams];
    }

    static CellCoder writing(int streams) {
        return new CellCoder(RangeCoder.writing(), new ColumnReader(new byte[0]), streams);
    }

    static CellCoder reading(byte[] bytes, int streams) throws DamagedException {
        ColumnReader in = new ColumnReader(bytes);
        byte[] deflated = in.bytes();
        byte[] coded = in.bytes();
        if (in.remaining() != 0) {
            throw new DamagedException("trailing bytes");
        }
        return new CellCoder(RangeCoder.reading(coded, 0, coded.length), ColumnReader.inflated(deflated), streams);
    }

    /** The texts, deflated, and the numbers, each behind its length. */
    byte[] toBytes() {
        ColumnWriter all = new ColumnWriter();
        all.column(written.toDeflated());
        all.column(coder.toBytes());
        return all.toBytes();
    }

    boolean isReading() {
        return coder.isReading();
    }

    /** How many rows a column has. Those that are read take at least a part of a bit each. */
    int count(int stream, int given) throws DamagedException {
        int count = unsigned(stream, given, 0);
        if (isReading() && (count < 0 || count > MOST || count > (8L + coder.remaining()) * RangeCoder.MOST_BITS)) {
            throw new DamagedException("count");
        }
        return count;
    }

    /** A cell that is mostly near what is expected. */
    int near(int stream, int given, int expected, int beside) throws DamagedException {
        int distance = given - expected;
        int folded = unsigned(stream, distance << 1 ^ distance >> 31, beside);
        return expected + (folded >>> 1 ^ -(folded & 1));
    }

    /** A cell that is mostly small. */
    int unsigned(int stream, int given, int beside) throws DamagedException {
        int was = last[stream];
        int size = was >= 0 && was < EXACT
                ? was
                : Math.min(LAST - 1, EXACT + (Integer.SIZE - 4 - Integer.numberOfLeadingZeros(was)) / 2);
        int context = (Math.min(BESIDE - 1, beside & 0xff) * LAST + size) * BEFORE + Math.clamp(before[stream], 0, 3);
        try {
            int coded = numbers.unsigned(stream, context, given);
            before[stream] = was;
            last[stream] = coded;
            return coded;
        } catch (DamagedCodeException damaged) {
            throw new DamagedException("number");
        }
    }

    /** One of so many items that were there before. */
    int item(int stream, int given, int count) throws DamagedException {
        try {
            return items.item(stream, given, count);
        } catch (DamagedCodeException damaged) {
            throw new DamagedException("item");
        }
    }

    /** A number that means something as a whole: told by when it came first, and itself, in the next stream, when it is new. */
    int label(int stream, int given, int beside) throws DamagedException {
        Map<Integer, Integer> known = labels.computeIfAbsent(stream, s -> new HashMap<>());
        int code = unsigned(stream, isReading() ? 0 : known.getOrDefault(given, 0), beside);
        if (code != 0 && isReading()) {
            Integer label = known.get(code);
            if (label == null) {
                throw new DamagedException("label");
            }
            return label;
        }
        if (code == 0) {
            int fresh = unsigned(stream + 1, given, 0);
            known.put(isReading() ? known.size() + 1 : fresh, isReading() ? fresh : known.size() + 1);
            return fresh;
        }
        return given;
    }

    String text(String given) throws DamagedException {
        if (isReading()) {
            return texts.text();
        }
        written.text(given);
        return given;
    }

    /** @throws DamagedException where there is more than was read */
    void end() throws DamagedException {
        if (texts.remaining() != 0 || coder.remaining() != 0 || coder.isExhausted()) {
            throw new DamagedException("trailing bytes");
        }
    }
}
