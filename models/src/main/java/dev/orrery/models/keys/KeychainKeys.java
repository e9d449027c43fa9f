package dev.orrery.models.keys;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.models.keys.KeyProgram.Answer;
import java.util.Optional;

/**
 * Keys in the login keychain of macOS, through its program {@code security}. A key is written by a command on the program's
 * standard input ({@code security -i}), since as an argument every other program could read it.
 */
final class KeychainKeys implements KeyStore {
    private static final String SERVICE = "dev.orrery";
    private static final int NOT_FOUND = 44;

    private final KeyProgram tool;

    KeychainKeys(KeyProgram tool) {
        this.tool = tool;
    }

    @Override
    public UserMessage place() {
        return UserMessage.of("models.keys.place.keychain");
    }

    @Override
    public Optional<ApiKey> find(String name) throws OrreryException {
        Answer answer = tool.run("", "find-generic-password", "-s", SERVICE, "-a", name, "-w");
        if (answer.status() == NOT_FOUND) {
            return Optional.empty();
        }
        if (answer.status() != 0 || !ApiKey.isOne(answer.output())) {
            throw tool.failure(answer);
        }
        return Optional.of(new ApiKey(answer.output()));
    }

    @Override
    public void put(String name, ApiKey key) throws OrreryException {
        String command =
                "add-generic-password -U -s " + SERVICE + " -a " + quoted(name) + " -w " + quoted(key.reveal()) + "\n";
        Answer answer = tool.run(command, "-i");
        // In this mode the program's status does not tell, so what is there now does.
        if (answer.status() != 0 || !find(name).equals(Optional.of(key))) {
            throw tool.failure(new Answer(answer.status(), "", key.hideIn(answer.complaint())));
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public void remove(String name) throws OrreryException {
        Answer answer = tool.run("", "delete-generic-password", "-s", SERVICE, "-a", name);
        if (answer.status() != 0 && answer.status() != NOT_FOUND) {
            throw tool.failure(answer);
        }
    }
}
