package dev.orrery.models.pool;

import dev.orrery.models.catalog.Price;
import dev.orrery.models.engine.Capabilities;
import dev.orrery.models.engine.Engine;
import dev.orrery.models.engine.LoadOptions;
import dev.orrery.models.engine.ModelSource;
import java.util.Optional;

/**
 * A model that the pool may load.
 *
 * @param source whose id is the model's; where a later entry of the same id differs, the model is loaded anew
 * @param name for the user's eyes
 * @param engine that runs it
 * @param place where its work is done
 * @param capabilities what it can do, as far as is known before it is loaded
 * @param options how to load it
 * @param predictedBytes it will hold on this machine; 0 for a server elsewhere
 * @param price of its tokens; empty where they cost nothing
 */
public record PoolEntry(
        ModelSource source,
        String name,
        Engine engine,
        PooledModel.Place place,
        Capabilities capabilities,
        LoadOptions options,
        long predictedBytes,
        Optional<Price> price) {

    public String id() {
        return source.id();
    }

    boolean loadsLike(PoolEntry other) {
        return source.equals(other.source) && options.equals(other.options) && engine == other.engine;
    }
}
