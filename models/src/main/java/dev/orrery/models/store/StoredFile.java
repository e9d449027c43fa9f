package dev.orrery.models.store;

/**
 * A file of an installed model as it was when it was verified.
 *
 * @param path in the model's folder, with slashes
 * @param size bytes
 * @param sha256 of the content, lower-case hexadecimal
 * @param modified milliseconds since 1970, for the quick check
 */
public record StoredFile(String path, long size, String sha256, long modified) {}
