package dev.orrery.models.store;

import dev.orrery.api.ModelTask;
import dev.orrery.models.catalog.ModelShape;
import java.util.Optional;
import java.util.Set;

/**
 * What is said of a model when it is put into the store.
 *
 * @param id lower-case letters, digits, {@code . _ -}; the one that the rest of the application knows it by
 * @param name for the user's eyes
 * @param card the catalogue's id; empty for a model that is not in it
 * @param engine the id of the engine that runs it
 * @param quantisation how its numbers are stored
 * @param tasks what it is good for
 * @param infill whether it was trained to fill in the middle
 * @param shape what decides its memory, where it is known
 * @param origin where it came from
 * @param terms under which licence it is here
 */
public record ModelDraft(
        String id,
        String name,
        String card,
        String engine,
        String quantisation,
        Set<ModelTask> tasks,
        boolean infill,
        Optional<ModelShape> shape,
        Origin origin,
        Terms terms) {
    public ModelDraft {
        tasks = Set.copyOf(tasks);
    }

    public ModelDraft withId(String other) {
        return new ModelDraft(other, name, card, engine, quantisation, tasks, infill, shape, origin, terms);
    }
}
