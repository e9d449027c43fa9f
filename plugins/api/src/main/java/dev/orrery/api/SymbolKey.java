package dev.orrery.api;

/**
 * The identity of a symbol that survives from one snapshot to the next, onto disk and into plugins.
 *
 * @param language the language of the declaring file
 * @param path the declaring file, relative to the repository's root
 * @param qualifiedName package, enclosing types and name joined by dots, without parameters
 * @param kind what the symbol is
 * @param parameters the erased parameter types joined by commas, empty where the kind has none
 * @param ordinal 0, or the position among symbols of the same file that agree in everything else
 */
public record SymbolKey(
        Language language, String path, String qualifiedName, SymbolKind kind, String parameters, int ordinal) {

    /** The key of the symbol that comes {@code ordinal} places behind the first of those alike. */
    public SymbolKey numbered(int ordinal) {
        return ordinal == this.ordinal ? this : new SymbolKey(language, path, qualifiedName, kind, parameters, ordinal);
    }
}
