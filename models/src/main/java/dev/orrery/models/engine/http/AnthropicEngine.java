package dev.orrery.models.engine.http;

import dev.orrery.api.Cancellation;
import dev.orrery.api.ModelTask;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Progress;
import dev.orrery.models.engine.Engine;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.EngineStatus;
import dev.orrery.models.engine.LoadOptions;
import dev.orrery.models.engine.LoadedModel;
import dev.orrery.models.engine.ModelSource;
import java.net.ProxySelector;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Models of Anthropic, through its Messages API. Gaps are filled by asking for it in a conversation; there are no embeddings, so
 * a source that claims to give some is refused.
 */
public final class AnthropicEngine implements Engine {
    private final Servers servers;

    /**
     * @param proxies the way to servers elsewhere
     * @param clock for how long servers are left alone
     * @param random draws the pauses between attempts
     */
    public AnthropicEngine(Accounts accounts, ProxySelector proxies, InstantSource clock, RandomGenerator random) {
        servers = new Servers("anthropic", accounts, proxies, clock, random);
    }

    @Override
    public String id() {
        return servers.id();
    }

    @Override
    public EngineStatus status() {
        return servers.status();
    }

    @Override
    public LoadedModel load(ModelSource source, LoadOptions options, Progress progress, Cancellation cancellation)
            throws EngineException {
        Servers.Server server = servers.check(source, cancellation);
        if (server.source().capabilities().tasks().contains(ModelTask.EMBEDDING)) {
            throw new EngineException(
                    EngineException.Kind.BAD_MODEL,
                    UserMessage.of("models.http.unable", server.source().name(), ModelTask.EMBEDDING.name()));
        }
        AnthropicProtocol protocol = new AnthropicProtocol(server.address(), server.source(), server.access());
        return servers.open(server, protocol, 0, closed -> {});
    }

    @Override
    public void close() {
        servers.close();
    }
}
