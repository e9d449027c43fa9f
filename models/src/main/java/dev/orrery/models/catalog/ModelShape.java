package dev.orrery.models.catalog;

/**
 * What of a model's form decides how much memory it takes beside its weights.
 *
 * @param layers with attention
 * @param kvHeads heads whose keys and values are kept, in each layer
 * @param headSize numbers of one key or value
 * @param vocabulary tokens that it knows
 * @param contextTokens that it was trained to read and write together
 */
public record ModelShape(int layers, int kvHeads, int headSize, int vocabulary, int contextTokens) {
    private static final int KEY_AND_VALUE = 2;

    /** Bytes of the keys and values of so many tokens, {@code width} bytes a number. */
    public long cacheBytes(int tokens, int width) {
        return (long) KEY_AND_VALUE * width * layers * kvHeads * headSize * tokens;
    }
}
