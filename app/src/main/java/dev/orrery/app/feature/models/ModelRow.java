package dev.orrery.app.feature.models;

import dev.orrery.api.ModelTask;
import dev.orrery.api.UserMessage;
import dev.orrery.models.catalog.Fit;
import dev.orrery.models.catalog.Licence;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * A model as the list shows it.
 *
 * @param id its stable id
 * @param name for the user's eyes
 * @param tasks what it is good for
 * @param infill whether it reads the code behind the caret
 * @param contextTokens prompt and answer together
 * @param licence as its maker says; empty where it has none to tell
 * @param engine the id of the engine that runs it
 * @param quantisation how its numbers are stored; empty where nobody knows
 * @param bytes on disk, or that would be
 * @param size how these are known
 * @param fit into what is free; empty where nobody can tell
 * @param speed as it was measured here
 * @param state where it stands
 */
record ModelRow(
        String id,
        String name,
        Set<ModelTask> tasks,
        boolean infill,
        int contextTokens,
        Optional<Licence> licence,
        String engine,
        String quantisation,
        long bytes,
        Size size,
        Optional<Fit> fit,
        Optional<Speed> speed,
        State state) {

    ModelRow with(State other) {
        return new ModelRow(
                id, name, tasks, infill, contextTokens, licence, engine, quantisation, bytes, size, fit, speed, other);
    }

    /** How a number of bytes is known. */
    enum Size {
        SEEN,
        /** From the number of parameters; the hub tells the real one when it is asked. */
        ESTIMATED
    }

    /** As measured here. */
    record Speed(double firstTokenMillis, double tokensPerSecond, double lineMillis) {}

    /** Where a model stands. */
    sealed interface State {
        /** It can be loaded. */
        record OnDisk() implements State {}

        record Loading() implements State {}

        /**
         * It answers.
         *
         * @param bytes that it holds
         * @param idle since when nobody asked it; empty while somebody does
         * @param unloadsIn until it goes; empty where it stays
         */
        record Loaded(long bytes, Optional<Duration> idle, Optional<Duration> unloadsIn) implements State {}

        /**
         * Long work on it, with the share that is done; negative while nobody knows.
         *
         * @param stageKey bundle key of what is done
         */
        record Busy(String stageKey, double share) implements State {}

        /** A part of it is here. */
        record Paused(double share) implements State {}

        /** It could be fetched. */
        record NotHere() implements State {}

        /** It could be fetched, and nothing here would run it. */
        record TooNew(UserMessage why) implements State {}

        /** It must not be loaded. */
        record Damaged(UserMessage why) implements State {}

        /** It cannot answer now. */
        record Unable(UserMessage why) implements State {}

        /** It is part of Orrery. */
        record BuiltIn() implements State {}

        /** It stands behind an address. */
        record Remote() implements State {}
    }
}
