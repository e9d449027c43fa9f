package dev.orrery.models.catalog;

/**
 * How much memory a loaded model is expected to hold: the weights as they lie in their files, the keys and values of the context,
 * and what the engine needs beside, which is mostly the buffer for the scores of all tokens of one batch.
 *
 * @param weightBytes of the files
 * @param cacheBytes for the chosen context
 * @param overheadBytes of the engine
 */
public record Footprint(long weightBytes, long cacheBytes, long overheadBytes) {
    private static final int BATCH = 512;
    private static final int FLOAT = 4;
    private static final int HALF = 2;
    /** A child process with its own Java runtime. */
    private static final long CHILD_PROCESS = 120_000_000;
    /** The tensor library, once a model needs it: the process grew by 136 MB where it was measured. */
    private static final long TENSOR_LIBRARY = 150_000_000;

    /**
     * What is expected before any experience.
     *
     * @param engine the id of the engine
     * @param contextTokens for which it will be loaded
     */
    public static Footprint of(String engine, long weightBytes, ModelShape shape, int contextTokens) {
        int tokens = Math.min(contextTokens, shape.contextTokens());
        return switch (engine) {
            case "gguf" ->
                new Footprint(
                        weightBytes,
                        shape.cacheBytes(tokens, HALF),
                        CHILD_PROCESS + (long) BATCH * FLOAT * shape.vocabulary());
            case "djl" -> new Footprint(weightBytes, shape.cacheBytes(tokens, FLOAT), TENSOR_LIBRARY);
            default -> new Footprint(weightBytes, shape.cacheBytes(tokens, HALF), 0);
        };
    }

    public long totalBytes() {
        return weightBytes + cacheBytes + overheadBytes;
    }
}
