package dev.orrery.models;

import java.util.Optional;

/**
 * What the user chose for one model.
 *
 * @param contextTokens prompt and answer together
 * @param threads of the processor; 0 for as many as pay
 * @param gpuLayers layers given to a graphics processor
 * @param idleMinutes after which it is unloaded; empty for the usual time
 * @param keptLoaded whether it stays once it is loaded
 */
public record ModelChoice(
        int contextTokens, int threads, int gpuLayers, Optional<Integer> idleMinutes, boolean keptLoaded) {
    /** What holds where nothing was chosen. */
    public static final ModelChoice USUAL = new ModelChoice(4096, 0, 0, Optional.empty(), false);

    private static final int LEAST_TOKENS = 64;
    private static final int MOST_TOKENS = 1 << 20;
    private static final int MOST_THREADS = 1024;
    private static final int MOST_LAYERS = 1000;
    private static final int A_WEEK = 7 * 24 * 60;

    /** @throws IllegalArgumentException where a number is out of bounds */
    public ModelChoice {
        if (contextTokens < LEAST_TOKENS
                || contextTokens > MOST_TOKENS
                || threads < 0
                || threads > MOST_THREADS
                || gpuLayers < 0
                || gpuLayers > MOST_LAYERS
                || idleMinutes
                        .filter(minutes -> minutes < 1 || minutes > A_WEEK)
                        .isPresent()) {
            throw new IllegalArgumentException("a model's settings are out of bounds");
        }
    }

    /** The chosen context, or the model's own where that is shorter; 0 for a model that does not tell. */
    public int contextTokens(int ofModel) {
        return ofModel > 0 ? Math.min(contextTokens, Math.max(LEAST_TOKENS, ofModel)) : contextTokens;
    }

    public ModelChoice withContext(int tokens) {
        return new ModelChoice(tokens, threads, gpuLayers, idleMinutes, keptLoaded);
    }

    public ModelChoice withThreads(int count) {
        return new ModelChoice(contextTokens, count, gpuLayers, idleMinutes, keptLoaded);
    }

    public ModelChoice withIdleMinutes(Optional<Integer> minutes) {
        return new ModelChoice(contextTokens, threads, gpuLayers, minutes, keptLoaded);
    }

    public ModelChoice withKeptLoaded(boolean kept) {
        return new ModelChoice(contextTokens, threads, gpuLayers, idleMinutes, kept);
    }
}
