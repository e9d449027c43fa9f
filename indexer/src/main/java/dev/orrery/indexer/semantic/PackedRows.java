package dev.orrery.indexer.semantic;

/**
 * Rows of floats in four bits a number: a scale of two bytes in front of each row's numbers, which are -7 to 7 times a seventh of
 * it. Also single probabilities in a byte, in steps of a logarithm.
 */
final class PackedRows {
    private static final int LEVELS = 7;
    private static final double STEPS_A_DOUBLING = 8;

    private PackedRows() {}

    static int bytes(int rows, int width) {
        return Math.multiplyExact(rows, 2 + (width + 1) / 2);
    }

    static byte[] pack(float[] values, int width) {
        int rows = values.length / width;
        byte[] packed = new byte[bytes(rows, width)];
        int at = 0;
        for (int row = 0; row < rows; row++) {
            float largest = 0;
            for (int i = 0; i < width; i++) {
                largest = Math.max(largest, Math.abs(values[row * width + i]));
            }
            short scale = Float.floatToFloat16(largest);
            float unit = Math.max(Float.float16ToFloat(scale), 1e-7f) / LEVELS;
            packed[at++] = (byte) (scale >> 8);
            packed[at++] = (byte) scale;
            for (int i = 0; i < width; i += 2) {
                int low = level(values[row * width + i], unit);
                int high = i + 1 < width ? level(values[row * width + i + 1], unit) : 0;
                packed[at++] = (byte) (high << 4 | low);
            }
        }
        return packed;
    }

    private static int level(float value, float unit) {
        return Math.clamp(Math.round(value / unit), -LEVELS, LEVELS) + 8;
    }

    static float[] unpack(byte[] packed, int width) {
        int rows = packed.length / bytes(1, width);
        float[] values = new float[rows * width];
        int at = 0;
        for (int row = 0; row < rows; row++) {
            float unit = Float.float16ToFloat((short) (packed[at] << 8 | packed[at + 1] & 0xff)) / LEVELS;
            at += 2;
            for (int i = 0; i < width; i += 2) {
                byte both = packed[at++];
                values[row * width + i] = ((both & 15) - 8) * unit;
                if (i + 1 < width) {
                    values[row * width + i + 1] = ((both >> 4 & 15) - 8) * unit;
                }
            }
        }
        return values;
    }

    static int level(double probability) {
        return (int) Math.clamp(Math.round(-STEPS_A_DOUBLING * Math.log(probability) / Math.log(2)), 0, 255);
    }

    static double value(int level) {
        return Math.pow(2, -level / STEPS_A_DOUBLING);
    }
}
