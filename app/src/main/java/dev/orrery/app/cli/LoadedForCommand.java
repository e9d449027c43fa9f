package dev.orrery.app.cli;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.models.Models;
import dev.orrery.models.Shelf;
import dev.orrery.models.catalog.Fit;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.LoadedModel;
import dev.orrery.models.pool.LocalPool;
import dev.orrery.models.pool.ModelPool;
import dev.orrery.models.pool.PooledModel;
import java.io.IOException;
import java.util.Optional;

/** Loads one model for one command, by the pool that the window uses too; it is unloaded before the command ends. */
final class LoadedForCommand {
    private LoadedForCommand() {}

    /** What is done with the model. */
    interface Use {
        void with(LoadedModel model, Loading loading, Models models) throws EngineException, IOException;
    }

    /**
     * What loading took.
     *
     * @param predictedBytes before it was loaded; 0 where nothing was predicted
     * @param measuredBytes that it holds
     */
    record Loading(String id, String engine, double seconds, long predictedBytes, long measuredBytes) {}

    /** Does something with a model that is here; the exit status. */
    static int use(CliContext context, String id, Use use) throws Exception {
        return ModelShelf.use(context, models -> {
            Optional<Shelf.Installed> here = models.shelf().installed(id);
            if (here.isEmpty() && !id.equals(Models.BUILT_IN)) {
                context.say(UserMessage.of("app.cli.models.nothere", id));
                return ExitStatus.NOTHING_FOUND;
            }
            Optional<UserMessage> damage = here.flatMap(found -> found.model().damage());
            if (damage.isPresent()) {
                throw new OrreryException(damage.get());
            }
            try {
                load(context, id, models, here, use);
                return ExitStatus.DONE;
            } catch (EngineException failed) {
                throw new OrreryException(failed.userMessage(), failed);
            }
        });
    }

    private static void load(CliContext context, String id, Models models, Optional<Shelf.Installed> here, Use use)
            throws EngineException, IOException, OrreryException {
        String engine = models.pool().models().stream()
                .filter(model -> model.id().equals(id))
                .map(PooledModel::engine)
                .findFirst()
                .orElseThrow(() -> new OrreryException(UserMessage.of(
                        "app.cli.models.noengine",
                        id,
                        here.map(found -> found.model().engine()).orElse("-"))));
        long predicted = here.map(found -> found.fit()
                        .map(Fit::predictedBytes)
                        .orElse(found.model().bytes()))
                .orElse(0L);
        long began = System.nanoTime();
        try (ModelPool.Lease lease = lease(context, models.pool(), id)) {
            double seconds = (System.nanoTime() - began) / 1e9;
            long measured = models.pool().holding(id).bytes();
            use.with(lease.model(), new Loading(id, engine, seconds, predicted, measured), models);
        }
    }

    private static ModelPool.Lease lease(CliContext context, LocalPool pool, String id) throws EngineException {
        try (ProgressLine line = ProgressLine.of(context)) {
            return pool.lease(id, LocalPool.Room.WITHIN_LIMITS, line, Cancellation.NEVER);
        }
    }
}
