package dev.orrery.indexer.parse;

import dev.orrery.api.Language;
import java.util.ArrayList;
import java.util.List;

/**
 * Facts of many files as bytes and back, to be compressed as a whole. Cells are told as differences from what is to be
 * expected, in streams of their like (see {@link FactsWalk}): numbers of seven bits a byte, streams one after the other, each
 * behind its length. The first number is the version, the second the count of files. Stateless, safe from any thread.
 *
 * <p>Reading believes nothing: every count is bounded by the bytes that are left, and every cell by what it points to,
 * so that damaged bytes end in a {@link FactsFormatException} and never in a huge allocation or a row that is not there.
 */
public final class FactsCodec {
    /** Grows with every change of the binary form or of what {@link FactsBuilder} leaves out. */
    public static final int VERSION = 4;

    private static final int COUNTS = FactsWalk.END;
    private static final int STRINGS = COUNTS + 1;
    private static final FileFacts NOTHING = new FactsBuilder(new Language(""), new byte[0]).build();

    private FactsCodec() {}

    /** @param files facts as {@link FactsBuilder} makes them */
    public static byte[] encode(List<FileFacts> files) {
        FactsStreams.Writing streams = new FactsStreams.Writing();
        BlockStrings strings = new BlockStrings(STRINGS);
        streams.unsigned(COUNTS, VERSION);
        streams.unsigned(COUNTS, files.size());
        try {
            for (FileFacts facts : files) {
                FactsWalk.walk(facts, streams, strings);
            }
        } catch (FactsFormatException notPruned) {
            throw new IllegalArgumentException(notPruned);
        }
        return streams.toBytes();
    }

    /**
     * @throws FactsFormatException where the bytes are damaged or of another version
     */
    public static List<FileFacts> decode(byte[] bytes) throws FactsFormatException {
        FactsStreams streams = FactsStreams.of(bytes);
        if (streams.unsigned(COUNTS, 0) != VERSION) {
            throw new FactsFormatException("version");
        }
        BlockStrings strings = new BlockStrings(STRINGS);
        int count = streams.unsigned(COUNTS, 0);
        if (count < 0 || count > bytes.length) {
            throw new FactsFormatException("files");
        }
        List<FileFacts> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            FileFacts facts = FactsWalk.walk(NOTHING, streams, strings);
            FactsCheck.check(facts);
            files.add(facts);
        }
        return files;
    }
}
