package dev.orrery.app.feature.models;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.app.session.Threads;
import dev.orrery.models.Models;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.hub.HubClient;
import dev.orrery.models.hub.HubInstall;
import dev.orrery.models.hub.HubPlan;
import dev.orrery.models.pool.BenchResult;
import dev.orrery.models.pool.LocalPool;
import dev.orrery.models.pool.ModelBench;
import dev.orrery.models.pool.ModelPool;
import dev.orrery.models.store.InstalledModel;
import dev.orrery.models.store.LocalImport;
import dev.orrery.models.store.ModelStore;
import dev.orrery.models.store.Quantisation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Everything that is done to models and takes long, each as a task with progress and cancel. UI thread only. */
final class ModelJobs {
    private static final Duration BENCH = Duration.ofSeconds(10);

    private final Models models;
    private final Threads threads;
    private final ModelWork work;
    private final Runnable begins;

    /** @param begins hears that something is begun */
    ModelJobs(Models models, Threads threads, ModelWork work, Runnable begins) {
        this.models = models;
        this.threads = threads;
        this.work = work;
        this.begins = begins;
    }

    private <T> void run(String id, String stageKey, ModelWork.Job<T> job) {
        begins.run();
        work.start(id, stageKey, job);
    }

    /** Loads a model; it stays until it is idle for too long. */
    void load(String id, LocalPool.Room room) {
        run(id, "app.models.loading", (progress, cancellation) -> {
            try (ModelPool.Lease lease = models.pool().lease(id, room, progress, cancellation)) {
                return lease.model().capabilities();
            } catch (EngineException failed) {
                throw new OrreryException(failed.userMessage(), failed);
            }
        });
    }

    void unload(String id) {
        threads.background().execute(() -> models.pool().unload(id));
    }

    /** Measures for ten seconds. */
    void bench(String id) {
        run(id, "app.models.benching", (progress, cancellation) -> {
            try (ModelPool.Lease lease = models.pool().lease(id, cancellation)) {
                BenchResult result = new ModelBench(InstantSource.system(), System::nanoTime)
                        .run(id, lease.model(), BENCH, cancellation);
                models.benches().add(result);
                return result;
            } catch (EngineException failed) {
                throw new OrreryException(failed.userMessage(), failed);
            } catch (IOException unkept) {
                throw new OrreryException(
                        UserMessage.of("app.models.speeds.unkept", String.valueOf(unkept.getMessage())), unkept);
            }
        });
    }

    void verify(String id) {
        run(id, "app.models.verifying", (progress, cancellation) -> {
            Optional<UserMessage> wrong = models.store().verify(id, progress, cancellation);
            if (wrong.isPresent()) {
                throw new OrreryException(wrong.get());
            }
            return id;
        });
    }

    void remove(String id) {
        run(id, "app.models.removing", (progress, cancellation) -> {
            models.pool().unload(id);
            if (models.store().model(id).isPresent()) {
                models.store().remove(id);
            } else {
                HubInstall.discard(models.store(), id);
            }
            return id;
        });
    }

    /** Copies a file or folder into the store. */
    void importFrom(Path file) {
        run(file.getFileName().toString(), "app.models.importing", (progress, cancellation) -> new LocalImport(
                        models.store())
                .run(file, LocalImport.Mode.COPY, progress, cancellation));
    }

    /** Fetches what was planned; the user has seen the licence and said yes where that was needed. */
    void fetch(HubPlan plan) {
        run(plan.id(), "app.models.fetching", (progress, cancellation) -> {
            try (HubClient hub = models.hub()) {
                return models.install(hub).run(plan, Optional.of(Instant.now()), progress, cancellation);
            }
        });
    }

    /** Makes a copy with fewer bits; the original stays. */
    void quantise(String id, Quantisation.Bits bits) {
        run(id, "app.models.quantising", (progress, cancellation) -> {
            ModelStore store = models.store();
            InstalledModel whole =
                    store.model(id).orElseThrow(() -> new OrreryException(UserMessage.of("models.store.unknown", id)));
            return new Quantisation(store).run(whole, bits, progress, cancellation);
        });
    }

    /** Takes over a newer catalogue from a file or address. */
    void updateCatalog(String from) {
        run("", "app.models.catalogue.updating", (progress, cancellation) -> models.updateCatalog(from, cancellation));
    }

    /** Stops what is done to a model; a download can be gone on with. */
    void stop(String id) {
        work.stop(id);
    }
}
