package dev.orrery.models.server;

import dev.orrery.models.catalog.Price;
import dev.orrery.models.engine.Capabilities;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.ModelSource;
import dev.orrery.models.engine.http.Dialect;
import dev.orrery.models.engine.http.ServerAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A server and the models that may be asked of it.
 *
 * @param id what the user calls it: small letters, digits, dots, dashes
 * @param kind what it speaks
 * @param dialect of what it speaks; of no meaning but to {@link Kind#OPENAI}
 * @param address such as {@code https://api.mistral.ai/v1}; HTTPS, or HTTP on this machine
 * @param models at least one would be of use
 */
public record ServerAccount(String id, Kind kind, Dialect dialect, URI address, List<ServerModel> models) {
    static final int MOST_MODELS = 256;

    private static final String ID = "[a-z0-9][a-z0-9._-]{0,63}";
    private static final int LONGEST_NAME = 200;

    /** @throws IllegalArgumentException where something of it is out of bounds */
    public ServerAccount {
        models = List.copyOf(models);
        if (!id.matches(ID) || models.size() > MOST_MODELS) {
            throw new IllegalArgumentException("an account's id, or too many models");
        }
        models.forEach(ServerAccount::check);
        try {
            ServerAddress.of(address);
        } catch (EngineException refused) {
            throw new IllegalArgumentException("an account's address", refused);
        }
    }

    private static void check(ServerModel model) {
        Capabilities can = model.capabilities();
        boolean sensible = !model.name().isBlank()
                && model.name().length() <= LONGEST_NAME
                && model.name().chars().noneMatch(Character::isISOControl)
                && !can.tasks().isEmpty()
                && can.contextTokens() > 0
                && model.price()
                        .map(price -> price.promptMicroDollars() >= 0 && price.answerMicroDollars() >= 0)
                        .orElse(true);
        if (!sensible) {
            throw new IllegalArgumentException("a model of an account");
        }
    }

    /** What a server speaks; the engine of that id asks it. */
    public enum Kind {
        OPENAI("openai"),
        ANTHROPIC("anthropic"),
        OLLAMA("ollama");

        private final String engine;

        Kind(String engine) {
            this.engine = engine;
        }

        /** The engine's id. */
        public String engine() {
            return engine;
        }
    }

    /**
     * A model of a server.
     *
     * @param name that the server knows it by
     * @param capabilities as the catalogue or the user says
     * @param price empty where it costs nothing
     */
    public record ServerModel(String name, Capabilities capabilities, Optional<Price> price) {}

    /** The id that the rest of the application knows a model by, such as {@code anthropic/claude-sonnet-4-5}. */
    public String modelId(ServerModel model) {
        return id + "/" + model.name();
    }

    public ModelSource.Server source(ServerModel model) {
        return new ModelSource.Server(modelId(model), address, model.name(), model.capabilities());
    }

    /** The name of its key: bound to the server, so that a changed address never gets the key of the one before. */
    public String keyName() {
        try {
            return id + "@" + ServerAddress.of(address).origin();
        } catch (EngineException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
