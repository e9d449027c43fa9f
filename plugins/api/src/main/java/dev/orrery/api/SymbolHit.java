package dev.orrery.api;

/**
 * A symbol that a query found.
 *
 * @param key the symbol
 * @param line line of its name
 * @param score greater is better; comparable within one answer only
 */
public record SymbolHit(SymbolKey key, int line, double score) {}
