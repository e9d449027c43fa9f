package dev.orrery.api;

/**
 * Where vectors live. Vectors of spaces that differ in anything are never compared.
 *
 * @param id what makes the vectors
 * @param version of the model and of what it was learned from
 * @param dimensions floats a vector
 */
public record EmbeddingSpace(String id, String version, int dimensions) {}
