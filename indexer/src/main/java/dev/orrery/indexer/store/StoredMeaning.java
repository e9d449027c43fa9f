package dev.orrery.indexer.store;

import dev.orrery.api.EmbeddingSpace;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What search by meaning keeps on disk.
 *
 * @param space learned from the repository
 * @param embedding the space of the codes
 * @param files by path, the codes of each file's declarations
 */
public record StoredMeaning(StoredSpace space, EmbeddingSpace embedding, Map<String, FileCodes> files) {

    /**
     * The codes of one file.
     *
     * @param content what the codes were made from: the first 32 bits of its hash. Other content passes for the same once in four
     *     thousand million changes, and then some of its declarations are ranked by what they were
     * @param codes one a declaration, in the order of the graph
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record FileCodes(int content, long[] codes) {
        public FileCodes(ContentHash hash, long[] codes) {
            this(content(hash), codes);
        }

        public static int content(ContentHash hash) {
            return (int) (hash.high() >>> Integer.SIZE);
        }
    }

    byte[] encode() {
        ColumnWriter head = new ColumnWriter();
        head.text(embedding.id());
        head.text(embedding.version());
        head.number(embedding.dimensions());
        head.number(space.declarations());
        head.number(space.averageLength());
        head.texts(space.stems());
        head.column(space.frequencies());
        head.column(space.means());
        head.column(space.vectors());
        head.number(files.size());
        Map<String, FileCodes> sorted = new TreeMap<>(files);
        sorted.forEach((path, file) -> {
            head.text(path);
            head.number(file.codes().length);
        });
        sorted.forEach((path, file) -> head.fourBytes(file.content()));
        sorted.forEach((path, file) -> {
            for (long code : file.codes()) {
                head.eightBytes(code);
            }
        });
        return head.toDeflated();
    }

    static StoredMeaning decode(byte[] bytes) throws DamagedException {
        ColumnReader in = ColumnReader.inflated(bytes);
        EmbeddingSpace embedding = new EmbeddingSpace(in.text(), in.text(), (int) in.number());
        int declarations = (int) in.number();
        int averageLength = (int) in.number();
        StoredSpace space = new StoredSpace(in.texts(), in.ints(), in.bytes(), in.bytes(), declarations, averageLength);
        int count = in.count();
        String[] paths = new String[count];
        int[] contents = new int[count];
        int[] sizes = new int[count];
        for (int i = 0; i < count; i++) {
            paths[i] = in.text();
            sizes[i] = in.count();
        }
        for (int i = 0; i < count; i++) {
            contents[i] = in.fourBytes();
        }
        Map<String, FileCodes> files = new HashMap<>();
        for (int i = 0; i < count; i++) {
            if (sizes[i] > in.remaining() / Long.BYTES) {
                throw new DamagedException("codes");
            }
            long[] codes = new long[sizes[i]];
            for (int k = 0; k < codes.length; k++) {
                codes[k] = in.eightBytes();
            }
            files.put(paths[i], new FileCodes(contents[i], codes));
        }
        if (in.remaining() != 0) {
            throw new DamagedException("trailing bytes");
        }
        return new StoredMeaning(space, embedding, files);
    }
}
