package dev.orrery.indexer.context;

import dev.orrery.api.OrreryException;

/** Reads the text of a file of the repository. */
@FunctionalInterface
public interface SourceReader {
    /**
     * @param path relative to the root
     * @throws OrreryException where it cannot be read
     */
    String read(String path) throws OrreryException;
}
