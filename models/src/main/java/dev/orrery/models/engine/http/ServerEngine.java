package dev.orrery.models.engine.http;

import dev.orrery.api.Cancellation;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Progress;
import dev.orrery.models.engine.Engine;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.EngineException.Kind;
import dev.orrery.models.engine.EngineStatus;
import dev.orrery.models.engine.LoadOptions;
import dev.orrery.models.engine.LoadedModel;
import dev.orrery.models.engine.ModelSource;
import java.net.ProxySelector;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** What the engines behind an address share: who may be asked, how it is sent, and which models are open. Safe from any thread. */
public abstract sealed class ServerEngine implements Engine permits OpenAiEngine, AnthropicEngine, OllamaEngine {
    private final String id;
    private final Accounts accounts;
    private final Sender sender;
    private final Set<HttpModel> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * @param proxies the way to servers elsewhere
     * @param clock for how long servers are left alone
     * @param random draws the pauses between attempts
     */
    ServerEngine(String id, Accounts accounts, ProxySelector proxies, InstantSource clock, RandomGenerator random) {
        this.id = id;
        this.accounts = accounts;
        sender = new Sender(proxies, clock, random);
    }

    @Override
    public final String id() {
        return id;
    }

    final Sender sender() {
        return sender;
    }

    @Override
    public final EngineStatus status() {
        return new EngineStatus(id, true, UserMessage.of("models.http.status", accounts.count(id)));
    }

    /**
     * A server that requests may go to.
     *
     * @param access the key for it
     */
    record Server(ModelSource.Server source, ServerAddress address, Accounts.Access access) {}

    @Override
    public final LoadedModel load(ModelSource source, LoadOptions options, Progress progress, Cancellation cancellation)
            throws EngineException {
        return load(check(source, cancellation), options, progress, cancellation);
    }

    /** Loads a model of a server that may be asked. */
    abstract LoadedModel load(Server server, LoadOptions options, Progress progress, Cancellation cancellation)
            throws EngineException;

    /** Checks the source; asks no network. */
    private Server check(ModelSource source, Cancellation cancellation) throws EngineException {
        cancellation.throwIfRequested();
        if (closed) {
            throw new EngineException(Kind.UNAVAILABLE, UserMessage.of("models.http.closed"));
        }
        if (!(source instanceof ModelSource.Server server)) {
            throw new EngineException(Kind.BAD_MODEL, UserMessage.of("models.http.noserver", source.id()));
        }
        if (server.name().isBlank()
                || server.capabilities().tasks().isEmpty()
                || server.capabilities().contextTokens() <= 0) {
            throw new EngineException(Kind.BAD_MODEL, UserMessage.of("models.http.nomodel", source.id()));
        }
        ServerAddress address = ServerAddress.of(server.address());
        Accounts.Access access = accounts.access(server);
        cancellation.throwIfRequested();
        return new Server(server, address, access);
    }

    final HttpModel open(Server server, Protocol protocol, long memory, Consumer<HttpModel> onClose)
            throws EngineException {
        HttpModel model = new HttpModel(server.source(), server.address(), protocol, sender, memory, itself -> {
            open.remove(itself);
            onClose.accept(itself);
        });
        open.add(model);
        if (closed) {
            model.close();
            throw new EngineException(Kind.UNAVAILABLE, UserMessage.of("models.http.closed"));
        }
        return model;
    }

    @Override
    public final void close() {
        closed = true;
        List.copyOf(open).forEach(HttpModel::close);
        sender.close();
    }
}
