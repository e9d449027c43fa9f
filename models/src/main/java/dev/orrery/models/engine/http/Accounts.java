package dev.orrery.models.engine.http;

import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.ModelSource;
import dev.orrery.models.keys.ApiKey;
import java.util.Optional;

/** What the user told about servers. Safe from any thread. */
public interface Accounts {
    /** How many servers are configured for an engine; quick. */
    int count(String engine);

    /** How to get into a server; may wait for the keyring. */
    Access access(ModelSource.Server source) throws EngineException;

    /**
     * How to get into a server.
     *
     * @param key empty where the server wants none
     * @param dialect of no meaning but to {@link OpenAiEngine}
     */
    record Access(Optional<ApiKey> key, Dialect dialect) {}
}
