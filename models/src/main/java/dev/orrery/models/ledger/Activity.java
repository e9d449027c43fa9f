package dev.orrery.models.ledger;

import dev.orrery.api.ModelTask;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What happened in a period.
 *
 * @param from its start
 * @param to its end, the moment of the question
 * @param all requests together
 * @param models by the id of the model that had them last, the busiest first; requests that no model had are under the empty id
 * @param tasks by task; those without a request are absent
 * @param slices the points of a chart, oldest first, without gaps; the last one ends with the period
 */
public record Activity(
        Period period,
        Instant from,
        Instant to,
        Summary all,
        List<Share> models,
        Map<ModelTask, Summary> tasks,
        List<Slice> slices) {
    public Activity {
        models = List.copyOf(models);
        slices = List.copyOf(slices);
    }

    /**
     * One model's part.
     *
     * @param model its id
     * @param engine the id of its engine
     */
    public record Share(String model, String engine, Summary summary) {}

    /**
     * One point of a chart.
     *
     * @param from its start
     * @param microDollars spent, in millionths of a US dollar
     * @param p95Millis latency of the answered ones; 0 where there are none
     */
    public record Slice(Instant from, long requests, long failed, long microDollars, long p95Millis) {}
}
