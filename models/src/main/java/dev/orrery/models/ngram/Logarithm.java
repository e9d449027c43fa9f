package dev.orrery.models.ngram;

/** Natural logarithms to three digits, from a table. */
final class Logarithm {
    private static final int BITS = 11;
    private static final float[] MANTISSAS = new float[1 << BITS];
    private static final float TWO = (float) Math.log(2);

    static {
        for (int at = 0; at < MANTISSAS.length; at++) {
            MANTISSAS[at] = (float) Math.log(1 + (at + 0.5) / MANTISSAS.length);
        }
    }

    private Logarithm() {}

    /** @param number above 0, no smaller than 1e-37 */
    static float of(float number) {
        int bits = Float.floatToRawIntBits(number);
        return ((bits >>> 23) - 127) * TWO + MANTISSAS[bits >>> 23 - BITS & MANTISSAS.length - 1];
    }
}
