package dev.orrery.models.keys;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import java.util.Optional;

/** A safe place for keys, each under a name. Safe from any thread; methods block. */
public interface KeyStore {
    /** Where keys are, and what that protects them from, for the user's eyes. */
    UserMessage place();

    /**
     * The key of that name.
     *
     * @throws OrreryException where the place cannot be reached or is damaged
     */
    Optional<ApiKey> find(String name) throws OrreryException;

    /** Keeps a key, in place of the one of that name. */
    void put(String name, ApiKey key) throws OrreryException;

    /** Forgets the key of that name, if there is one. */
    void remove(String name) throws OrreryException;
}
