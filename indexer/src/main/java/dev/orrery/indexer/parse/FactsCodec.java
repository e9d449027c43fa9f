package dev.orrery.indexer.parse;

import dev.orrery.api.Language;
import java.util.ArrayList;
import java.util.List;

/**
 * Facts of many files as few bytes and back. Cells are told as differences from what is to be expected, in streams of their like
 * (see {@link FactsWalk}), by a {@link FactsCoder}. The first byte is the version, the first number the count of files. Stateless,
 * safe from any thread.
 *
 * <p>Reading believes nothing: every count is bounded by the bytes that are left, and every cell by what it points to,
 * so that damaged bytes end in a {@link FactsFormatException} and never in a huge allocation or a row that is not there.
 */
public final class FactsCodec {
    /** Grows with every change of the binary form or of what {@link FactsBuilder} leaves out. */
    public static final int VERSION = 5;

    private static final int COUNT = FactsWalk.STREAMS;
    private static final int STREAMS = COUNT + 1;
    private static final FileFacts NOTHING = new FactsBuilder(new Language(""), new byte[0]).build();

    private FactsCodec() {}

    /** @param files facts as {@link FactsBuilder} makes them */
    public static byte[] encode(List<FileFacts> files) {
        FactsCoder coder = FactsCoder.writing(STREAMS);
        try {
            coder.count(COUNT, files.size());
            BlockStrings strings = FactsWalk.strings(coder);
            for (FileFacts facts : files) {
                FactsWalk.walk(facts, coder, strings);
            }
        } catch (FactsFormatException notPruned) {
            throw new IllegalArgumentException(notPruned);
        }
        byte[] coded = coder.toBytes();
        byte[] bytes = new byte[1 + coded.length];
        bytes[0] = VERSION;
        System.arraycopy(coded, 0, bytes, 1, coded.length);
        return bytes;
    }

    /**
     * @throws FactsFormatException where the bytes are damaged or of another version
     */
    public static List<FileFacts> decode(byte[] bytes) throws FactsFormatException {
        if (bytes.length == 0 || bytes[0] != VERSION) {
            throw new FactsFormatException("version");
        }
        FactsCoder coder = FactsCoder.reading(bytes, 1, STREAMS);
        int count = coder.count(COUNT, 0);
        BlockStrings strings = FactsWalk.strings(coder);
        List<FileFacts> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            FileFacts facts = FactsWalk.walk(NOTHING, coder, strings);
            FactsCheck.check(facts);
            files.add(facts);
        }
        coder.end();
        return files;
    }
}
