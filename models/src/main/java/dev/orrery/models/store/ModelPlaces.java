package dev.orrery.models.store;

import dev.orrery.base.AppFolders;
import java.nio.file.Path;

/**
 * Where what has to do with models is kept.
 *
 * @param store the models themselves
 * @param settings the catalogue's files that the user may change
 * @param fit what loaded models really took
 */
public record ModelPlaces(Path store, Path settings, Path fit) {
    public static ModelPlaces of(AppFolders folders) {
        Path data = folders.data().resolve("models");
        return new ModelPlaces(data, folders.config().resolve("models"), data.resolve("fit"));
    }
}
