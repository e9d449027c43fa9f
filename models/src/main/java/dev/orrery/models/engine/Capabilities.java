package dev.orrery.models.engine;

import dev.orrery.api.ModelTask;
import java.util.Set;

/**
 * What a loaded model can do.
 *
 * @param tasks what it may be asked; {@link ModelTask#COMPLETION} includes filling in the middle only with {@code infill}
 * @param infill whether a completion's suffix is read
 * @param contextTokens prompt and answer together
 */
public record Capabilities(Set<ModelTask> tasks, boolean infill, int contextTokens) {
    public Capabilities {
        tasks = Set.copyOf(tasks);
    }
}
