package dev.orrery.models.pool;

/**
 * How fast a model is on this machine.
 *
 * @param firstTokenMillis until the first token, median
 * @param tokensPerSecond that it makes, median
 */
public record Speed(double firstTokenMillis, double tokensPerSecond) {}
