package dev.orrery.models.engine.http;

import dev.orrery.api.Cancellation;
import dev.orrery.api.ModelTask;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Progress;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.LoadOptions;
import dev.orrery.models.engine.LoadedModel;
import java.net.ProxySelector;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Models of Anthropic, through its Messages API. Gaps are filled by asking for it in a conversation; there are no embeddings, so
 * a source that claims to give some is refused.
 */
public final class AnthropicEngine extends ServerEngine {
    /** As {@link ServerEngine} says. */
    public AnthropicEngine(Accounts accounts, ProxySelector proxies, InstantSource clock, RandomGenerator random) {
        super("anthropic", accounts, proxies, clock, random);
    }

    @Override
    LoadedModel load(Server server, LoadOptions options, Progress progress, Cancellation cancellation)
            throws EngineException {
        if (server.source().capabilities().tasks().contains(ModelTask.EMBEDDING)) {
            throw new EngineException(
                    EngineException.Kind.BAD_MODEL,
                    UserMessage.of("models.http.unable", server.source().name(), ModelTask.EMBEDDING.name()));
        }
        AnthropicProtocol protocol = new AnthropicProtocol(server.address(), server.source(), server.access());
        return open(server, protocol, 0, closed -> {});
    }
}
