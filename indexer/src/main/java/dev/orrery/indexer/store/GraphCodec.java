package dev.orrery.indexer.store;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.GraphColumns;
import dev.orrery.api.Resolution;
import dev.orrery.api.SymbolKind;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A graph as bytes and back: its generation (eight bytes), then the columns of {@link GraphColumns} as {@link GraphWalk} tells them. */
final class GraphCodec {
    private GraphCodec() {}

    /** @param columns with canonical strings; others only take more bytes */
    static byte[] encode(long generation, GraphColumns columns) {
        CellCoder coder = CellCoder.writing(GraphWalk.STREAMS);
        try {
            new GraphWalk(coder).walk(columns);
        } catch (DamagedException impossible) {
            throw new AssertionError(impossible);
        }
        byte[] cells = coder.toBytes();
        return ByteBuffer.allocate(Long.BYTES + cells.length)
                .putLong(generation)
                .put(cells)
                .array();
    }

    static CodeGraph decode(byte[] bytes) throws DamagedException {
        if (bytes.length < Long.BYTES) {
            throw new DamagedException("cut off");
        }
        long generation = ByteBuffer.wrap(bytes).getLong();
        CellCoder coder = CellCoder.reading(Arrays.copyOfRange(bytes, Long.BYTES, bytes.length), GraphWalk.STREAMS);
        GraphColumns columns = new GraphWalk(coder).walk(GraphColumns.empty());
        coder.end();
        GraphCheck.check(columns, SymbolKind.values().length, Resolution.values().length);
        return new CodeGraph(generation, columns);
    }
}
