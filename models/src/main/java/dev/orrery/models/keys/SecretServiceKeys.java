package dev.orrery.models.keys;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.models.keys.KeyProgram.Answer;
import java.util.Optional;

/**
 * Keys in the desktop's keyring (GNOME Keyring, KWallet and others that speak the Secret Service interface), through the
 * program {@code secret-tool} of libsecret.
 */
final class SecretServiceKeys implements KeyStore {
    private static final String SERVICE = "dev.orrery";

    private final KeyProgram tool;

    SecretServiceKeys(KeyProgram tool) {
        this.tool = tool;
    }

    /** Whether a keyring answers: it is asked for a key that nobody has. */
    boolean answers() {
        try {
            Answer answer = tool.run("", "lookup", "service", SERVICE, "account", "is-there-a-keyring");
            return answer.status() == 0
                    || answer.status() == 1 && answer.complaint().isEmpty();
        } catch (OrreryException absent) {
            return false;
        }
    }

    @Override
    public UserMessage place() {
        return UserMessage.of("models.keys.place.secretservice");
    }

    @Override
    public Optional<ApiKey> find(String name) throws OrreryException {
        Answer answer = tool.run("", "lookup", "service", SERVICE, "account", name);
        if (answer.status() == 0 && ApiKey.isOne(answer.output())) {
            return Optional.of(new ApiKey(answer.output()));
        }
        if (answer.status() <= 1 && answer.complaint().isEmpty()) {
            return Optional.empty();
        }
        throw tool.failure(answer);
    }

    @Override
    public void put(String name, ApiKey key) throws OrreryException {
        Answer answer = tool.run(key.reveal(), "store", "--label=Orrery: " + name, "service", SERVICE, "account", name);
        if (answer.status() != 0) {
            throw tool.failure(answer);
        }
    }

    @Override
    public void remove(String name) throws OrreryException {
        Answer answer = tool.run("", "clear", "service", SERVICE, "account", name);
        if (answer.status() > 1 || answer.status() == 1 && !answer.complaint().isEmpty()) {
            throw tool.failure(answer);
        }
    }
}
