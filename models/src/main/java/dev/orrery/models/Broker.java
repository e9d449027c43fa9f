package dev.orrery.models;

import dev.orrery.api.Cancellation;
import dev.orrery.api.ModelAnswer;
import dev.orrery.api.ModelRequest;
import dev.orrery.api.ModelTask;
import dev.orrery.api.OrreryException;
import dev.orrery.api.RequestBroker;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.ngram.NgramEngine;
import dev.orrery.models.policy.Allowance;
import dev.orrery.models.policy.Budget;
import dev.orrery.models.policy.Policy;
import dev.orrery.models.pool.PooledModel;
import dev.orrery.models.router.Choice;
import dev.orrery.models.router.PassedOver;
import dev.orrery.models.router.Route;
import dev.orrery.models.router.Router;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The way of every request: screened, routed, asked for where that is needed, paid, answered and written down, see {@link Inquiry}. Each
 * request has a virtual thread of its own; a model on this machine takes one after the other, urgent ones first. Equal requests for
 * vectors that come close together are one, see {@link SharedAnswers}.
 */
public final class Broker implements RequestBroker, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Broker.class.getName());
    private static final int AT_ONCE_ELSEWHERE = 16;

    private final BrokerParts parts;
    private final SharedAnswers shared;
    private final Map<String, Turnstile> turnstiles = new ConcurrentHashMap<>();
    private final Set<String> warming = ConcurrentHashMap.newKeySet();
    /** One question to the user at a time: the answer to one may make the next needless. */
    private final ReentrantLock asking = new ReentrantLock();

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("broker-", 0).factory());
    private volatile boolean closing;

    public Broker(BrokerParts parts) {
        this.parts = parts;
        this.shared = new SharedAnswers(parts.clock());
    }

    @Override
    public CompletableFuture<ModelAnswer> ask(
            ModelRequest request, Consumer<String> pieces, Cancellation cancellation) {
        RequestShape.check(request);
        if (closing) {
            return CompletableFuture.failedFuture(new CancellationException());
        }
        CompletableFuture<ModelAnswer> asked = new CompletableFuture<>();
        Cancellation any = () -> closing || cancellation.isRequested() || asked.isCancelled();
        if (request.task() == ModelTask.EMBEDDING) {
            SharedAnswers.Seat seat = shared.join(request, any);
            if (seat.isFirst()) {
                start(seat.answer(), request, pieces, seat.cancellation());
                threads.execute(() -> seat.await(asked, any));
            } else {
                threads.execute(() -> new Follower(parts, request).answer(seat, asked, any));
            }
        } else {
            start(asked, request, pieces, any);
        }
        return asked;
    }

    private void start(
            CompletableFuture<ModelAnswer> asked,
            ModelRequest request,
            Consumer<String> pieces,
            Cancellation cancellation) {
        threads.execute(() -> {
            try {
                asked.complete(new Inquiry(this, request, pieces, cancellation).answer());
            } catch (OrreryException | RuntimeException | Error failed) {
                asked.completeExceptionally(failed);
                if (!(failed instanceof OrreryException || failed instanceof CancellationException)) {
                    LOG.log(System.Logger.Level.ERROR, "a request failed unexpectedly", failed);
                }
            }
        });
    }

    /**
     * The model that would answer a request as things are now, without a question to the user and without one that is loaded first being waited
     * for; the built-in one does not count. A model that is wanted and not loaded is loaded, so that it is there the next time.
     */
    public Optional<String> ready(ModelRequest request) {
        List<PooledModel> others = parts.pool().models().stream()
                .filter(model -> !model.engine().equals(NgramEngine.ID))
                .toList();
        Policy policy = parts.policies().current();
        Route route = Router.route(RequestShape.facts(request), policy, budget(policy), others);
        route.passedOver().stream()
                .filter(model -> model.why() == PassedOver.Why.NOT_LOADED)
                .findFirst()
                .ifPresent(model -> warm(model.model().id()));
        if (!(route instanceof Route.Go go) || go.primary().permission() != Choice.Permission.GRANTED) {
            return Optional.empty();
        }
        PooledModel model = go.primary().model();
        if (model.state() == PooledModel.State.ON_DISK) {
            warm(model.id());
        }
        return model.state() == PooledModel.State.LOADED || model.state() == PooledModel.State.REMOTE
                ? Optional.of(model.id())
                : Optional.empty();
    }

    @Override
    public void settle(long request, Verdict verdict) {
        if (closing) {
            write(request, verdict);
        } else {
            threads.execute(() -> write(request, verdict));
        }
    }

    private void write(long request, Verdict verdict) {
        try {
            parts.ledger().settle(request, verdict);
        } catch (OrreryException unwritable) {
            LOG.log(System.Logger.Level.WARNING, "a verdict was not written down", unwritable);
        }
    }

    /** Where the ledger cannot be read nothing may be spent. */
    Budget budget(Policy policy) {
        try {
            return parts.ledger().budgets().current(policy.allowance());
        } catch (OrreryException unreadable) {
            LOG.log(System.Logger.Level.WARNING, "the budget is not known", unreadable);
            return new Budget(new Allowance(OptionalLong.of(0), OptionalLong.of(0), 100), 0, 0, 0);
        }
    }

    BrokerParts parts() {
        return parts;
    }

    ReentrantLock asking() {
        return asking;
    }

    Turnstile turnstile(PooledModel model) {
        int atOnce = model.place() == PooledModel.Place.ELSEWHERE ? AT_ONCE_ELSEWHERE : 1;
        return turnstiles.computeIfAbsent(model.id(), id -> new Turnstile(atOnce));
    }

    /** Loads a model that was wanted and not there, so that it is there the next time. */
    void warm(String model) {
        if (!warming.add(model)) {
            return;
        }
        threads.execute(() -> {
            try (var lease = parts.pool().lease(model, () -> closing)) {
                LOG.log(
                        System.Logger.Level.DEBUG,
                        "{0} is ready: {1}",
                        model,
                        lease.model().health().able());
            } catch (EngineException | CancellationException failed) {
                LOG.log(System.Logger.Level.WARNING, "{0} could not be loaded ahead: {1}", model, failed.getMessage());
            } finally {
                warming.remove(model);
            }
        });
    }

    /** Cancels what is under way and waits for it. */
    @Override
    public void close() {
        closing = true;
        threads.close();
    }
}
