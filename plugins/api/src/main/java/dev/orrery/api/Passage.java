package dev.orrery.api;

/**
 * A declaration as an {@link Embedder} reads it.
 *
 * @param language of the text
 * @param path the file, relative to the repository's root
 * @param enclosing names of the enclosing declarations joined by dots, empty at the top of a file
 * @param name the declared name
 * @param parameters erased parameter types joined by commas
 * @param text the declaration's source behind its documentation
 */
public record Passage(Language language, String path, String enclosing, String name, String parameters, String text) {}
