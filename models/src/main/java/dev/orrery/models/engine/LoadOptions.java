package dev.orrery.models.engine;

/**
 * How a model is loaded.
 *
 * @param contextTokens prompt and answer together; decides the size of the cache
 * @param threads of the processor
 * @param gpuLayers layers given to a graphics processor; 0 for none
 */
public record LoadOptions(int contextTokens, int threads, int gpuLayers) {}
