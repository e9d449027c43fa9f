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
import dev.orrery.models.store.InstalledModel;
import dev.orrery.models.store.Quantisation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks all parts at one moment. Reads the disk; loads nothing. */
final class ModelLook {
    private static final Set<String> WHOLE = Set.of("F32", "F16", "BF16");

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
        Map<String, List<ModelRows.Smaller>> smaller = new HashMap<>();
        for (Shelf.Installed there : shelf.installed()) {
            smaller.put(there.model().id(), smaller(there.model()));
        }
        return new ModelRows.Look(shelf, pooled, benches, loaded, smaller);
    }

    /** Reads the headers of models whose numbers are whole. */
    private static List<ModelRows.Smaller> smaller(InstalledModel model) throws OrreryException {
        List<ModelRows.Smaller> copies = new ArrayList<>();
        if (WHOLE.contains(model.draft().quantisation())) {
            for (Quantisation.Bits bits : Quantisation.Bits.values()) {
                Quantisation.bytes(model, bits).ifPresent(bytes -> copies.add(new ModelRows.Smaller(bits, bytes)));
            }
        }
        return copies;
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
