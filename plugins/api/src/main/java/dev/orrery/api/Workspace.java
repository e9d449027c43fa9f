package dev.orrery.api;

import java.util.List;
import java.util.Optional;

/**
 * A base snapshot and the layers over it, bottom first: what every reader sees.
 *
 * @param base the graph of the files on disk
 * @param layers the differences, later ones cover earlier ones
 */
public record Workspace(CodeGraph base, List<Layer> layers) {
    public Workspace {
        layers = List.copyOf(layers);
    }

    /** The topmost layered text of {@code path}, or empty where the base is what counts. */
    public Optional<Document> document(String path) {
        for (int i = layers.size() - 1; i >= 0; i--) {
            Layer layer = layers.get(i);
            Document document = layer.documents().get(path);
            if (document != null) {
                return Optional.of(document);
            }
            if (layer.removed().contains(path)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
