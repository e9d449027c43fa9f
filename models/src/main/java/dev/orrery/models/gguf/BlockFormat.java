package dev.orrery.models.gguf;

import java.nio.ByteBuffer;

/**
 * Stores 32 numbers of a row in one block: a scale of 16 bits and 8 or 4 bits for each number. A number comes back within half a step of
 * the scale, rounding of the scale beside. Pure.
 *
 * @see <a href="https://github.com/ggml-org/ggml/blob/master/docs/gguf.md">GGUF specification, the types Q8_0 and Q4_0</a>
 */
final class BlockFormat {
    static final int BLOCK = 32;

    private static final float EIGHT_BITS = 127;
    private static final int FOUR_BITS = 8;

    private BlockFormat() {}

    /** Whether numbers can be stored so here. */
    static boolean writes(TensorType type) {
        return type == TensorType.Q8_0 || type == TensorType.Q4_0;
    }

    /**
     * Adds one block to {@code to}, little-endian.
     *
     * @param numbers 32 of them from {@code from} on
     */
    static void write(TensorType type, float[] numbers, int from, ByteBuffer to) {
        switch (type) {
            case Q8_0 -> eightBits(numbers, from, to);
            case Q4_0 -> fourBits(numbers, from, to);
            default -> throw new IllegalArgumentException(type + " is not written here");
        }
    }

    /** The scale takes the largest number to ±127; each number is a signed byte. */
    private static void eightBits(float[] numbers, int from, ByteBuffer to) {
        float largest = Math.abs(farthest(numbers, from));
        float scale = largest / EIGHT_BITS;
        to.putShort(Float.floatToFloat16(scale));
        for (int i = 0; i < BLOCK; i++) {
            to.put((byte) (scale == 0 ? 0 : Math.round(numbers[from + i] / scale)));
        }
    }

    /**
     * The scale takes the number that is farthest from 0 to -8, whatever its sign, so that one of the sixteen steps, -8 to 7, is not
     * lost; a byte holds a number of the first half in its lower bits and one of the second half in its upper bits, both plus 8.
     */
    private static void fourBits(float[] numbers, int from, ByteBuffer to) {
        float scale = -farthest(numbers, from) / FOUR_BITS;
        to.putShort(Float.floatToFloat16(scale));
        for (int i = 0; i < BLOCK / 2; i++) {
            int low = step(numbers[from + i], scale);
            int high = step(numbers[from + BLOCK / 2 + i], scale);
            to.put((byte) (low | high << 4));
        }
    }

    private static int step(float number, float scale) {
        return scale == 0 ? FOUR_BITS : Math.clamp(Math.round(number / scale) + FOUR_BITS, 0, 2 * FOUR_BITS - 1);
    }

    /** The number with the largest absolute value, with its sign. */
    private static float farthest(float[] numbers, int from) {
        float farthest = 0;
        for (int i = from; i < from + BLOCK; i++) {
            if (Math.abs(numbers[i]) > Math.abs(farthest)) {
                farthest = numbers[i];
            }
        }
        return farthest;
    }
}
