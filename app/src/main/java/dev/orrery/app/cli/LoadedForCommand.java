package dev.orrery.app.cli;

import dev.orrery.api.Cancellation;
import dev.orrery.api.ModelTask;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.models.catalog.Fit;
import dev.orrery.models.catalog.FitHistory;
import dev.orrery.models.catalog.Machine;
import dev.orrery.models.engine.Capabilities;
import dev.orrery.models.engine.Engine;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.Engines;
import dev.orrery.models.engine.LoadOptions;
import dev.orrery.models.engine.LoadedModel;
import dev.orrery.models.engine.ModelSource;
import dev.orrery.models.pool.LocalPool;
import dev.orrery.models.pool.ModelPool;
import dev.orrery.models.pool.PoolEntry;
import dev.orrery.models.pool.PoolPorts;
import dev.orrery.models.pool.PoolRules;
import dev.orrery.models.pool.PooledModel;
import dev.orrery.models.pool.SystemMemory;
import dev.orrery.models.store.InstalledModel;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Loads one model for one command, by the pool that the window uses too; it is unloaded before the command ends. */
final class LoadedForCommand {
    /** The id of the model that is learned from the open repository. */
    static final String BUILT_IN = "orrery-ngram";

    private static final LoadOptions OPTIONS =
            new LoadOptions(ModelShelf.CONTEXT_TOKENS, Runtime.getRuntime().availableProcessors(), 0);

    private LoadedForCommand() {}

    /** What is done with the model. */
    interface Use {
        void with(LoadedModel model, Loading loading) throws EngineException, IOException;
    }

    /**
     * What loading took.
     *
     * @param predictedBytes before it was loaded; 0 where nothing was predicted
     * @param measuredBytes that it holds
     */
    record Loading(String id, String engine, double seconds, long predictedBytes, long measuredBytes) {}

    /** Does something with a model that is here; the exit status. */
    static int use(CliContext context, String id, Use use) throws OrreryException, IOException {
        ModelShelf shelf = ModelShelf.of(context);
        Optional<InstalledModel> model = shelf.store().model(id);
        if (model.isEmpty() && !id.equals(BUILT_IN)) {
            context.say(UserMessage.of("app.cli.models.nothere", id));
            return ExitStatus.NOTHING_FOUND;
        }
        try (Engines engines = new Engines(Diagnosis.allEngines(context))) {
            PoolEntry entry = model.isPresent()
                    ? entry(model.get(), shelf, engines)
                    : entry(new ModelSource.BuiltIn(id), id, "ngram", 0, engines);
            load(context, shelf, entry, use);
            return ExitStatus.DONE;
        } catch (EngineException failed) {
            throw new OrreryException(failed.userMessage(), failed);
        }
    }

    private static PoolEntry entry(InstalledModel model, ModelShelf shelf, Engines engines) throws OrreryException {
        if (model.damage().isPresent()) {
            throw new OrreryException(model.damage().get());
        }
        long predicted = shelf.row(model).fit().map(Fit::predictedBytes).orElse(model.bytes());
        return entry(model.source().orElseThrow(), model.name(), model.engine(), predicted, engines);
    }

    private static PoolEntry entry(ModelSource source, String name, String engine, long predicted, Engines engines)
            throws OrreryException {
        Engine runs = engines.find(engine)
                .orElseThrow(() -> new OrreryException(UserMessage.of("app.cli.models.noengine", source.id(), engine)));
        return new PoolEntry(
                source,
                name,
                runs,
                PooledModel.Place.THIS_MACHINE,
                new Capabilities(Set.of(ModelTask.COMPLETION), false, OPTIONS.contextTokens()),
                OPTIONS,
                predicted,
                Optional.empty());
    }

    private static void load(CliContext context, ModelShelf shelf, PoolEntry entry, Use use)
            throws EngineException, IOException {
        Machine machine = shelf.machine();
        PoolRules rules = new PoolRules(machine.memoryBytes(), Duration.ofDays(1), Map.of(), Set.of());
        PoolPorts ports = new PoolPorts(
                SystemMemory.ofMachine(),
                List.of(),
                (loaded, bytes, took) -> learn(context, shelf, loaded, bytes),
                model -> Optional.empty(),
                InstantSource.system());
        long began = System.nanoTime();
        try (LocalPool pool = new LocalPool(() -> List.of(entry), rules, ports);
                ModelPool.Lease lease = lease(context, pool, entry)) {
            double seconds = (System.nanoTime() - began) / 1e9;
            long measured = pool.holding(entry.id()).bytes();
            use.with(
                    lease.model(),
                    new Loading(entry.id(), entry.engine().id(), seconds, entry.predictedBytes(), measured));
        }
    }

    private static ModelPool.Lease lease(CliContext context, LocalPool pool, PoolEntry entry) throws EngineException {
        try (ProgressLine line = ProgressLine.of(context)) {
            return pool.lease(entry.id(), LocalPool.Room.WITHIN_LIMITS, line, Cancellation.NEVER);
        }
    }

    private static void learn(CliContext context, ModelShelf shelf, PoolEntry entry, long bytes) {
        try {
            Optional<ModelShelf.Row> row = shelf.row(entry.id());
            if (row.isPresent() && row.get().fit().isPresent()) {
                shelf.fits()
                        .add(new FitHistory.Observation(
                                entry.id(),
                                entry.engine().id(),
                                row.get().quantisation(),
                                row.get().fit().get().footprint().totalBytes(),
                                bytes,
                                InstantSource.system().instant()));
            }
            shelf.store().used(entry.id());
        } catch (IOException unkept) {
            context.say(UserMessage.of("app.cli.disk", String.valueOf(unkept.getMessage())));
        } catch (OrreryException unkept) {
            context.say(unkept.userMessage());
        }
    }
}
