package dev.orrery.models.store;

import java.io.IOException;

/** Where the tensors of a GGUF file end, from the list that stands behind its metadata. */
final class GgufTensors {
    private static final int MOST_DIMENSIONS = 8;
    private static final int LONGEST_NAME = 1024;
    /** By the number of the type: values in a block, bytes of a block; 0 for types that are not known here. */
    private static final int[][] BLOCKS = {
        {1, 4},
        {1, 2},
        {32, 18},
        {32, 20},
        {0, 0},
        {0, 0},
        {32, 22},
        {32, 24},
        {32, 34},
        {32, 36},
        {256, 84},
        {256, 110},
        {256, 144},
        {256, 176},
        {256, 210},
        {256, 292},
        {256, 66},
        {256, 74},
        {256, 98},
        {256, 50},
        {32, 18},
        {256, 110},
        {256, 82},
        {256, 136},
        {1, 1},
        {1, 2},
        {1, 4},
        {1, 8},
        {1, 8},
        {256, 56},
        {1, 2},
        {0, 0},
        {0, 0},
        {0, 0},
        {256, 54},
        {256, 66},
        {0, 0},
        {0, 0},
        {0, 0},
        {32, 17}
    };

    private GgufTensors() {}

    /** Bytes that the file must have at least. */
    static long requiredSize(GgufReader in, long tensors, long alignment) throws IOException {
        long end = 0;
        for (long i = 0; i < tensors; i++) {
            in.string(LONGEST_NAME);
            int dimensions = (int) in.count(4, MOST_DIMENSIONS);
            long values = 1;
            for (int d = 0; d < dimensions; d++) {
                values = multiplied(values, in.count(8, Long.MAX_VALUE));
            }
            int type = (int) in.count(4, 1000);
            long offset = in.count(8, Long.MAX_VALUE);
            end = Math.max(end, added(offset, bytes(values, type)));
        }
        long data = Math.ceilDiv(in.position(), alignment) * alignment;
        return tensors == 0 ? in.position() : added(data, end);
    }

    private static long bytes(long values, int type) throws IOException {
        if (type >= BLOCKS.length || BLOCKS[type][0] == 0) {
            return 0;
        }
        return multiplied(Math.ceilDiv(values, BLOCKS[type][0]), BLOCKS[type][1]);
    }

    private static long multiplied(long one, long other) throws IOException {
        try {
            return Math.multiplyExact(one, other);
        } catch (ArithmeticException lie) {
            throw new IOException("a tensor that no disk can hold", lie);
        }
    }

    private static long added(long one, long other) throws IOException {
        try {
            return Math.addExact(one, other);
        } catch (ArithmeticException lie) {
            throw new IOException("a tensor that no disk can hold", lie);
        }
    }
}
