package dev.orrery.models.pool;

import dev.orrery.models.catalog.Price;
import dev.orrery.models.engine.Capabilities;
import dev.orrery.models.engine.Health;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A model that could answer.
 *
 * @param id its stable id, such as {@code qwen2.5-coder-1.5b-q4_k_m} or {@code anthropic/claude-sonnet-4-5}
 * @param name for the user's eyes
 * @param engine the id of the engine that runs it
 * @param place where its work is done
 * @param state whether it is ready
 * @param capabilities what it can do
 * @param health whether it can take a request now
 * @param waiting requests that are under way or wait for it
 * @param price of its tokens; empty where they cost nothing
 * @param firstTokenMillis until its first token, the median of what was measured here; empty where nothing was
 * @param tokensPerSecond that it makes, measured here; empty where nothing was
 */
public record PooledModel(
        String id,
        String name,
        String engine,
        Place place,
        State state,
        Capabilities capabilities,
        Health health,
        int waiting,
        Optional<Price> price,
        OptionalDouble firstTokenMillis,
        OptionalDouble tokensPerSecond) {

    /** Where a model's work is done. */
    public enum Place {
        /** In a process of ours, or behind a loop-back address. */
        THIS_MACHINE,
        /** Behind an address elsewhere: what it is asked leaves the machine. */
        ELSEWHERE
    }

    /** Whether a model is ready. */
    public enum State {
        ON_DISK,
        LOADING,
        LOADED,
        /** Behind an address: nothing to load. */
        REMOTE
    }
}
