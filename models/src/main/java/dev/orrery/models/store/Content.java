package dev.orrery.models.store;

import java.nio.file.Path;

/**
 * A verified file that is to become part of a model.
 *
 * @param path in the model's folder, with slashes
 * @param file where it is now
 * @param size bytes
 * @param sha256 of its content, verified by the caller
 * @param taking what becomes of the file
 */
public record Content(String path, Path file, long size, String sha256, Taking taking) {
    /** What becomes of a file that is put into the store. */
    public enum Taking {
        /** It lies below the store's {@code incoming} folder and is moved. */
        MOVE,
        /** It stays where it is, and the model's folder holds a link to it. */
        REFERENCE
    }
}
