package dev.orrery.app.feature.models;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.models.ModelChoice;
import dev.orrery.models.ModelChoices;
import dev.orrery.models.Models;
import dev.orrery.models.Shelf;
import dev.orrery.models.pool.BenchResult;
import dev.orrery.models.pool.Holding;
import dev.orrery.models.pool.LocalPool;
import dev.orrery.models.pool.PooledModel;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks all parts at one moment. Reads the disk; loads nothing. */
final class ModelLook {
    private ModelLook() {}

    static ModelRows.Look of(Models models) throws OrreryException {
        Shelf shelf = models.shelf();
        LocalPool pool = models.pool();
        List<PooledModel> pooled = pool.models();
        Map<String, BenchResult> benches = new HashMap<>();
        Map<String, ModelRow.State.Loaded> loaded = new HashMap<>();
        Instant now = Instant.now();
        for (PooledModel model : pooled) {
            try {
                List<BenchResult> results = models.benches().of(model.id());
                if (!results.isEmpty()) {
                    benches.put(model.id(), results.getLast());
                }
            } catch (IOException unreadable) {
                throw new OrreryException(
                        UserMessage.of("app.models.speeds.unreadable", String.valueOf(unreadable.getMessage())),
                        unreadable);
            }
            if (model.state() == PooledModel.State.LOADED) {
                loaded.put(model.id(), loaded(models, model.id(), now));
            }
        }
        return new ModelRows.Look(shelf, pooled, benches, loaded);
    }

    private static ModelRow.State.Loaded loaded(Models models, String id, Instant now) {
        ModelChoices choices = models.choices();
        ModelChoice choice = choices.of(id);
        Holding holding = models.pool().holding(id);
        Optional<Duration> idle = holding.idleSince().map(since -> Duration.between(since, now));
        Duration limit = Duration.ofMinutes(choice.idleMinutes().orElse(choices.idleMinutes()));
        Optional<Duration> left = choice.keptLoaded() ? Optional.empty() : idle.map(limit::minus);
        return new ModelRow.State.Loaded(holding.bytes(), idle, left);
    }
}
