package dev.orrery.indexer.parse;

import dev.orrery.indexer.coding.DamagedCodeException;
import dev.orrery.indexer.coding.ItemCoder;
import dev.orrery.indexer.coding.NumberCoder;
import dev.orrery.indexer.coding.RangeCoder;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The cells of facts as bytes: numbers through an arithmetic coder, each in the context of what came before it in its own stream
 * and in its row; texts one after the other, deflated. The same walk over facts writes them and reads them back: each method
 * is given the value to write, and returns the value that was read or written.
 *
 * <p>The bytes: lengths of the texts, of the deflated texts and of the numbers, seven bits a byte; the deflated texts; the numbers.
 */
final class FactsCoder {
    private static final int CONTEXTS = 512;
    private static final int EXACT = 24;
    private static final int GREATEST_RATIO = 1040;
    private static final int MOST = 1 << 24;
    private static final int MOST_LABELS = 256;

    private final RangeCoder coder;
    private final NumberCoder numbers;
    private final ItemCoder items;
    private final int[] last;
    private final PackedWriter written = new PackedWriter();
    private final PackedReader texts;
    private final Map<Integer, List<Integer>> labels = new HashMap<>();
    private int before;
    private int beforeThat;

    private FactsCoder(RangeCoder coder, PackedReader texts, int streams) {
        this.items = new ItemCoder(coder, streams);
        this.coder = coder;
        this.numbers = new NumberCoder(coder, streams, CONTEXTS);
        this.last = new int[streams];
        this.texts = texts;
    }

    static FactsCoder writing(int streams) {
        return new FactsCoder(RangeCoder.writing(), new PackedReader(new byte[0]), streams);
    }

    static FactsCoder reading(byte[] bytes, int from, int streams) throws FactsFormatException {
        PackedReader in = new PackedReader(bytes, from);
        int plain = in.unsigned();
        int deflated = in.unsigned();
        int coded = in.unsigned();
        if (deflated < 0
                || coded < 0
                || deflated != in.remaining() - coded
                || plain < 0
                || plain > (long) deflated * GREATEST_RATIO) {
            throw new FactsFormatException("texts");
        }
        int start = bytes.length - in.remaining();
        byte[] texts = new byte[plain];
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(bytes, start, deflated);
            for (int done = 0; done < plain; ) {
                int more = inflater.inflate(texts, done, plain - done);
                if (more == 0) {
                    throw new FactsFormatException("texts");
                }
                done += more;
            }
        } catch (DataFormatException damaged) {
            throw new FactsFormatException("texts");
        }
        RangeCoder coder = RangeCoder.reading(bytes, start + deflated, bytes.length);
        return new FactsCoder(coder, new PackedReader(texts), streams);
    }

    byte[] toBytes() {
        byte[] plain = written.toBytes();
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
            deflater.setInput(plain);
            deflater.finish();
            byte[] buffer = new byte[1 << 14];
            while (!deflater.finished()) {
                deflated.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        PackedWriter head = new PackedWriter();
        head.unsigned(plain.length);
        head.unsigned(deflated.size());
        byte[] coded = coder.toBytes();
        head.unsigned(coded.length);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.toBytes());
        all.writeBytes(deflated.toByteArray());
        all.writeBytes(coded);
        return all.toByteArray();
    }

    boolean isReading() {
        return coder.isReading();
    }

    /** A number that is mostly small, whatever its sign. */
    int signed(int stream, int value) throws FactsFormatException {
        return unfolded(unsigned(stream, folded(value)));
    }

    /** A number that is mostly small and seldom negative. */
    int unsigned(int stream, int value) throws FactsFormatException {
        return number(stream, (size(last[stream]) << 3 | size(before)) << 3 | size(beforeThat), value);
    }

    /** One of few numbers that mean something different each. */
    int kind(int stream, int value) throws FactsFormatException {
        return number(stream, Math.min(31, last[stream] & 0xff) << 4 | Math.min(15, before & 0xff), value);
    }

    /** A number that means something as a whole: told by when it came first, and itself when it is new. */
    int label(int stream, int value) throws FactsFormatException {
        List<Integer> known = labels.computeIfAbsent(stream, s -> new ArrayList<>());
        int place = kind(stream, isReading() ? 0 : known.indexOf(value) + 1);
        if (place < 0 || place > known.size()) {
            throw new FactsFormatException("label");
        }
        if (place > 0) {
            return known.get(place - 1);
        }
        int fresh = unsigned(stream + 1, value);
        if (known.size() < MOST_LABELS) {
            known.add(fresh);
        }
        return fresh;
    }

    /** A number that is mostly beside another one; -1 stands for none. */
    int near(int stream, int value, int next) throws FactsFormatException {
        int was = last[stream];
        int context = was >= 0 && was < EXACT ? was : EXACT + Integer.SIZE - Integer.numberOfLeadingZeros(was);
        int code = number(stream, context, value < 0 ? 0 : 1 + folded(next - value));
        return code == 0 ? -1 : next - unfolded(code - 1);
    }

    /** A count of things that are coded, too. */
    int count(int stream, int value) throws FactsFormatException {
        int count = unsigned(stream, value);
        if (isReading() && (count < 0 || count > MOST || count > (8L + coder.remaining()) * RangeCoder.MOST_BITS)) {
            throw new FactsFormatException("count");
        }
        return count;
    }

    /** One of so many items, of which each kind of place uses others. */
    int item(int kind, int item, int count) throws FactsFormatException {
        try {
            return items.item(kind, item, count);
        } catch (DamagedCodeException damaged) {
            throw new FactsFormatException("item");
        }
    }

    String text(String value) throws FactsFormatException {
        if (isReading()) {
            return texts.text();
        }
        written.text(value);
        return value;
    }

    /** @throws FactsFormatException where there is more than was read */
    void end() throws FactsFormatException {
        if (texts.remaining() != 0 || coder.remaining() != 0 || coder.isExhausted()) {
            throw new FactsFormatException("trailing bytes");
        }
    }

    private int number(int stream, int context, int value) throws FactsFormatException {
        try {
            int coded = numbers.unsigned(stream, context, value);
            last[stream] = coded;
            beforeThat = before;
            before = coded;
            return coded;
        } catch (DamagedCodeException damaged) {
            throw new FactsFormatException("number");
        }
    }

    /** How large a number is, in three bits. */
    private static int size(int value) {
        return value >= 0 && value < 5 ? value : value > 0 && value < 16 ? 5 : value > 0 && value < 128 ? 6 : 7;
    }

    private static int folded(int value) {
        return value << 1 ^ value >> 31;
    }

    private static int unfolded(int folded) {
        return folded >>> 1 ^ -(folded & 1);
    }
}
