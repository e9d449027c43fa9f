package dev.orrery.app.session;

/**
 * A place in a file of the open repository.
 *
 * @param path relative to the root
 * @param line 1-based
 * @param column 1-based, in UTF-16 units
 */
public record Place(String path, int line, int column) {
    public static Place lineOf(String path, int line) {
        return new Place(path, Math.max(1, line), 1);
    }
}
