package dev.orrery.models.catalog;

import dev.orrery.api.ModelTask;
import java.net.URI;
import java.util.Set;

/**
 * A model behind a provider's address. Knowing it sends nothing there.
 *
 * @param id such as {@code anthropic/claude-sonnet-4-6}
 * @param name for the user's eyes
 * @param engine the id of the engine that speaks the provider's language
 * @param address of the provider's interface
 * @param model what the provider calls it
 * @param tasks what it is good for
 * @param infill whether it reads the code behind the caret
 * @param contextTokens prompt and answer together
 * @param price of its tokens, with the day
 */
public record CloudModel(
        String id,
        String name,
        String engine,
        URI address,
        String model,
        Set<ModelTask> tasks,
        boolean infill,
        int contextTokens,
        Price price) {
    public CloudModel {
        tasks = Set.copyOf(tasks);
    }
}
