package dev.orrery.models.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orrery.api.Cancellation;
import dev.orrery.api.ModelTask;
import dev.orrery.base.Progress;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.LoadOptions;
import dev.orrery.models.engine.LoadedModel;
import dev.orrery.models.engine.http.HttpModel.Document;
import java.net.ProxySelector;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;

/**
 * Models of an Ollama server. Loading one here makes the server load it, closing it makes the server let it go; it says itself
 * how much memory that takes. Chat, completions with and without fill-in-the-middle, embeddings.
 */
public final class OllamaEngine extends ServerEngine {
    private static final System.Logger LOG = System.getLogger(OllamaEngine.class.getName());
    private static final Duration LOADING = Duration.ofMinutes(10);
    private static final Duration UNLOADING = Duration.ofSeconds(3);

    /** As {@link ServerEngine} says. */
    public OllamaEngine(Accounts accounts, ProxySelector proxies, InstantSource clock, RandomGenerator random) {
        super("ollama", accounts, proxies, clock, random);
    }

    /** Unlike the other servers, this one is asked to load the model, so it must answer. */
    @Override
    LoadedModel load(Server server, LoadOptions options, Progress progress, Cancellation cancellation)
            throws EngineException {
        int longest = server.source().capabilities().contextTokens();
        int context = options.contextTokens() > 0 ? Math.min(longest, options.contextTokens()) : longest;
        OllamaProtocol protocol = new OllamaProtocol(server.address(), server.source(), server.access(), context);
        progress.at("models.http.stage.loading", 0, 0);
        Watch watch = new Watch(server.address().host(), cancellation, () -> false, LOADING);
        boolean embedder = server.source().capabilities().tasks().equals(Set.of(ModelTask.EMBEDDING));
        try {
            ask(server, protocol.loading(embedder), watch);
            long memory = protocol.memory(ask(server, protocol.running(), watch));
            return open(
                    server, protocol, server.address().isLoopback() ? memory : 0, model -> unload(server, protocol));
        } catch (CancellationException cancelled) {
            // The server may go on loading, and who cancelled shall not wait for it to answer.
            Thread.startVirtualThread(() -> unload(server, protocol));
            throw cancelled;
        }
    }

    private JsonNode ask(Server server, Outgoing outgoing, Watch watch) throws EngineException {
        return sender().send(server.address(), outgoing, watch, Document.json());
    }

    /** A server that is gone has nothing loaded; one that does not hear lets the model go when its time is up. */
    private void unload(Server server, OllamaProtocol protocol) {
        try {
            ask(
                    server,
                    protocol.unloading(),
                    new Watch(server.address().host(), Cancellation.NEVER, () -> false, UNLOADING));
        } catch (EngineException unheard) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "Ollama was not told to unload {0}: {1}",
                    server.source().id(),
                    unheard.kind());
        }
    }
}
