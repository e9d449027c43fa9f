package dev.orrery.models;

import dev.orrery.api.ModelTask;
import dev.orrery.base.Proxies;
import dev.orrery.models.catalog.Fit;
import dev.orrery.models.catalog.MachineProbe;
import dev.orrery.models.engine.Capabilities;
import dev.orrery.models.engine.Engine;
import dev.orrery.models.engine.Engines;
import dev.orrery.models.engine.LoadOptions;
import dev.orrery.models.engine.ModelSource;
import dev.orrery.models.pool.PoolEntry;
import dev.orrery.models.pool.PooledModel;
import dev.orrery.models.server.ServerAccount;
import dev.orrery.models.server.ServerAccounts;
import dev.orrery.models.store.InstalledModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the pool may load, made from what is here and what the user chose. */
record PoolSources(Engines engines, ServerAccounts servers, ModelChoices choices, Predictions predictions) {
    /** All of them: the built-in one, those on disk, those behind an address. */
    List<PoolEntry> of(List<InstalledModel> known) {
        List<PoolEntry> entries = new ArrayList<>();
        engines.find("ngram").ifPresent(engine -> entries.add(builtIn(engine)));
        for (InstalledModel model : known) {
            engines.find(model.engine())
                    .flatMap(engine -> model.source().map(source -> entry(model, source, engine)))
                    .ifPresent(entries::add);
        }
        for (ServerAccount account : servers.all()) {
            engines.find(account.kind().engine())
                    .ifPresent(engine -> account.models().forEach(model -> entries.add(entry(account, model, engine))));
        }
        return entries;
    }

    private PoolEntry builtIn(Engine engine) {
        return new PoolEntry(
                new ModelSource.BuiltIn(Models.BUILT_IN),
                "Orrery n-gram",
                engine,
                PooledModel.Place.THIS_MACHINE,
                new Capabilities(Set.of(ModelTask.COMPLETION), true, ModelChoice.USUAL.contextTokens()),
                options(ModelChoice.USUAL),
                0,
                Optional.empty());
    }

    private PoolEntry entry(InstalledModel model, ModelSource source, Engine engine) {
        ModelChoice chosen = choices.of(model.id());
        int longest = model.draft().shape().map(shape -> shape.contextTokens()).orElse(0);
        ModelChoice choice = chosen.withContext(chosen.contextTokens(longest));
        long predicted = predictions
                .of(model, choice, MachineProbe.look())
                .map(Fit::predictedBytes)
                .orElse(model.bytes());
        return new PoolEntry(
                source,
                model.name(),
                engine,
                PooledModel.Place.THIS_MACHINE,
                new Capabilities(model.draft().tasks(), model.draft().infill(), choice.contextTokens()),
                options(choice),
                predicted,
                Optional.empty());
    }

    private PoolEntry entry(ServerAccount account, ServerAccount.ServerModel model, Engine engine) {
        ModelSource.Server source = account.source(model);
        return new PoolEntry(
                source,
                model.name(),
                engine,
                Proxies.isLoopback(account.address().getHost())
                        ? PooledModel.Place.THIS_MACHINE
                        : PooledModel.Place.ELSEWHERE,
                model.capabilities(),
                options(ModelChoice.USUAL),
                0,
                model.price());
    }

    private static LoadOptions options(ModelChoice choice) {
        int threads = choice.threads() > 0
                ? choice.threads()
                : Math.max(1, Runtime.getRuntime().availableProcessors());
        return new LoadOptions(choice.contextTokens(), threads, choice.gpuLayers());
    }
}
