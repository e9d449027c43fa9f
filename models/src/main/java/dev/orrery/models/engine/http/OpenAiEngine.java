package dev.orrery.models.engine.http;

import dev.orrery.api.Cancellation;
import dev.orrery.base.Progress;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.LoadOptions;
import dev.orrery.models.engine.LoadedModel;
import java.net.ProxySelector;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Models behind any server that speaks OpenAI's interface: OpenAI, Mistral, vLLM, llama.cpp's server, LM Studio and others, each
 * in its {@link Dialect}. Chat, completions with and without fill-in-the-middle, embeddings.
 */
public final class OpenAiEngine extends ServerEngine {
    /** As {@link ServerEngine} says. */
    public OpenAiEngine(Accounts accounts, ProxySelector proxies, InstantSource clock, RandomGenerator random) {
        super("openai", accounts, proxies, clock, random);
    }

    @Override
    LoadedModel load(Server server, LoadOptions options, Progress progress, Cancellation cancellation)
            throws EngineException {
        OpenAiProtocol protocol = new OpenAiProtocol(server.address(), server.source(), server.access());
        return open(server, protocol, 0, closed -> {});
    }
}
