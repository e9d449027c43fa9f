package dev.orrery.models.server;

import dev.orrery.base.Proxies;
import dev.orrery.models.engine.Engine;
import dev.orrery.models.engine.http.AnthropicEngine;
import dev.orrery.models.engine.http.OllamaEngine;
import dev.orrery.models.engine.http.OpenAiEngine;
import java.net.ProxySelector;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

/** Makes the engines that ask configured servers. */
public final class ServerEngines {
    private ServerEngines() {}

    /** One of each kind; each costs nothing until a model of it is loaded, and must be closed. */
    public static List<Engine> of(ServerAccounts accounts) {
        InstantSource clock = InstantSource.system();
        ProxySelector proxies = Proxies.current();
        return List.of(
                new OpenAiEngine(accounts, proxies, clock, new Random()),
                new AnthropicEngine(accounts, proxies, clock, new Random()),
                new OllamaEngine(accounts, proxies, clock, new Random()));
    }
}
