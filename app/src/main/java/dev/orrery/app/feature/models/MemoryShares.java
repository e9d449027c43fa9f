package dev.orrery.app.feature.models;

import dev.orrery.models.Models;
import dev.orrery.models.pool.PooledModel;
import java.util.Optional;

/**
 * Who holds how much of the memory that Orrery may hold, in bytes.
 *
 * @param machine all of the machine
 * @param free that can be had without swapping
 * @param ceiling for models, index and map together
 * @param models held by loaded models
 * @param predicted for the same models before they were loaded; 0 where none is loaded
 * @param rest held by everything else in Orrery: index, map, window
 * @param added by the selected model if it were loaded; 0 where it is, or nobody knows
 * @param addedName its name
 */
record MemoryShares(
        long machine, long free, long ceiling, long models, long predicted, long rest, long added, String addedName) {

    static MemoryShares of(Models models, ModelRows.Look look, Optional<ModelRow> selected) {
        long held = 0;
        long predicted = 0;
        for (PooledModel model : look.pooled()) {
            if (model.state() == PooledModel.State.LOADED) {
                held += models.pool().holding(model.id()).bytes();
                predicted += look.shelf()
                        .installed(model.id())
                        .flatMap(there -> there.fit())
                        .map(fit -> fit.predictedBytes())
                        .orElse(0L);
            }
        }
        Runtime runtime = Runtime.getRuntime();
        Optional<ModelRow> unloaded = selected.filter(row -> !(row.state() instanceof ModelRow.State.Loaded));
        return new MemoryShares(
                look.shelf().machine().memoryBytes(),
                look.shelf().machine().availableBytes(),
                models.ceilingBytes(),
                held,
                predicted,
                runtime.totalMemory() - runtime.freeMemory(),
                unloaded.flatMap(ModelRow::fit).map(fit -> fit.predictedBytes()).orElse(0L),
                unloaded.map(ModelRow::name).orElse(""));
    }
}
