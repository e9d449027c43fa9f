package dev.orrery.api;

import java.util.Map;
import java.util.Set;

/**
 * A difference laid over a base snapshot: unsaved buffers, another commit, an agent's worktree.
 *
 * @param name what the user calls it
 * @param documents the texts that replace or add files, by path
 * @param removed the paths that do not exist in this layer
 */
public record Layer(String name, Map<String, Document> documents, Set<String> removed) {
    public Layer {
        documents = Map.copyOf(documents);
        removed = Set.copyOf(removed);
    }
}
