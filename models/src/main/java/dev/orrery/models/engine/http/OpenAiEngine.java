package dev.orrery.models.engine.http;

import dev.orrery.api.Cancellation;
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
 * Models behind any server that speaks OpenAI's interface: OpenAI, Mistral, vLLM, llama.cpp's server, LM Studio and others, each
 * in its {@link Dialect}. Chat, completions with and without fill-in-the-middle, embeddings.
 */
public final class OpenAiEngine implements Engine {
    private final Servers servers;

    /**
     * @param proxies the way to servers elsewhere
     * @param clock for how long servers are left alone
     * @param random draws the pauses between attempts
     */
    public OpenAiEngine(Accounts accounts, ProxySelector proxies, InstantSource clock, RandomGenerator random) {
        servers = new Servers("openai", accounts, proxies, clock, random);
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
        OpenAiProtocol protocol = new OpenAiProtocol(server.address(), server.source(), server.access());
        return servers.open(server, protocol, 0, closed -> {});
    }

    @Override
    public void close() {
        servers.close();
    }
}
