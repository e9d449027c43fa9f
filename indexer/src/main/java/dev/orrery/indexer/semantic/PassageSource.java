package dev.orrery.indexer.semantic;

import dev.orrery.api.OrreryException;

/** Gives the text of a file of the repository, by its path. Safe from any thread. */
@FunctionalInterface
public interface PassageSource {
    String read(String path) throws OrreryException;
}
