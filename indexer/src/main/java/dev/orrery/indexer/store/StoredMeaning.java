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
     * @param hash of the content that the codes were made from
     * @param codes one a declaration, in the order of the graph
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record FileCodes(ContentHash hash, long[] codes) {}

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
            head.hash(file.hash());
            head.number(file.codes().length);
        });
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
        ContentHash[] hashes = new ContentHash[count];
        int[] sizes = new int[count];
        for (int i = 0; i < count; i++) {
            paths[i] = in.text();
            hashes[i] = in.hash();
            sizes[i] = in.count();
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
            files.put(paths[i], new FileCodes(hashes[i], codes));
        }
        if (in.remaining() != 0) {
            throw new DamagedException("trailing bytes");
        }
        return new StoredMeaning(space, embedding, files);
    }
}
