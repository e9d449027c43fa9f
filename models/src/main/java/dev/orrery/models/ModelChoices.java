package dev.orrery.models;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the user chose for all models. Immutable.
 *
 * @param ceilingBytes that models, index and map may hold together; 0 for half of the machine's memory
 * @param idleMinutes after which a model is unloaded
 * @param quotaBytes that models may take on the disk; 0 for no limit
 * @param metricsPort of the loop-back address at which figures are told to Prometheus; 0 for off
 * @param models what was chosen for single ones, by id
 */
public record ModelChoices(
        long ceilingBytes, int idleMinutes, long quotaBytes, int metricsPort, Map<String, ModelChoice> models) {
    /** What holds where nothing was chosen. */
    public static final ModelChoices USUAL = new ModelChoices(0, 10, 0, 0, Map.of());

    /** @throws IllegalArgumentException where a number is out of bounds */
    public ModelChoices {
        models = Map.copyOf(models);
        if (ceilingBytes < 0
                || idleMinutes < 1
                || idleMinutes > 7 * 24 * 60
                || quotaBytes < 0
                || metricsPort < 0
                || metricsPort > 65_535) {
            throw new IllegalArgumentException("settings of models are out of bounds");
        }
    }

    public ModelChoice of(String model) {
        return models.getOrDefault(model, ModelChoice.USUAL);
    }

    public ModelChoices with(String model, ModelChoice choice) {
        Map<String, ModelChoice> all = new LinkedHashMap<>(models);
        all.put(model, choice);
        return new ModelChoices(ceilingBytes, idleMinutes, quotaBytes, metricsPort, all);
    }

    public ModelChoices withCeiling(long bytes) {
        return new ModelChoices(bytes, idleMinutes, quotaBytes, metricsPort, models);
    }

    public ModelChoices withQuota(long bytes) {
        return new ModelChoices(ceilingBytes, idleMinutes, bytes, metricsPort, models);
    }

    public ModelChoices withMetrics(int port) {
        return new ModelChoices(ceilingBytes, idleMinutes, quotaBytes, port, models);
    }
}
