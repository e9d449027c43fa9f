package dev.orrery.models;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the user chose for all models. Immutable.
 *
 * @param ceilingBytes that models, index and map may hold together; 0 for half of the machine's memory
 * @param idleMinutes after which a model is unloaded
 * @param models what was chosen for single ones, by id
 */
public record ModelChoices(long ceilingBytes, int idleMinutes, Map<String, ModelChoice> models) {
    /** What holds where nothing was chosen. */
    public static final ModelChoices USUAL = new ModelChoices(0, 10, Map.of());

    /** @throws IllegalArgumentException where a number is out of bounds */
    public ModelChoices {
        models = Map.copyOf(models);
        if (ceilingBytes < 0 || idleMinutes < 1 || idleMinutes > 7 * 24 * 60) {
            throw new IllegalArgumentException("settings of models are out of bounds");
        }
    }

    public ModelChoice of(String model) {
        return models.getOrDefault(model, ModelChoice.USUAL);
    }

    public ModelChoices with(String model, ModelChoice choice) {
        Map<String, ModelChoice> all = new LinkedHashMap<>(models);
        all.put(model, choice);
        return new ModelChoices(ceilingBytes, idleMinutes, all);
    }

    public ModelChoices withCeiling(long bytes) {
        return new ModelChoices(bytes, idleMinutes, models);
    }
}
