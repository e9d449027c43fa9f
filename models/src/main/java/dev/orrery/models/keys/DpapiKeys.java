package dev.orrery.models.keys;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.models.keys.KeyProgram.Answer;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keys sealed by Windows for this user of this machine (DPAPI, through PowerShell) and kept in a file: copied elsewhere it is
 * of no use. The Credential Manager's program {@code cmdkey} takes secrets as an argument only and never gives them back, so
 * it is not used.
 */
final class DpapiKeys implements KeyStore, KeyFile.Sealer {
    private static final String PRELUDE = "$ErrorActionPreference='Stop'; Add-Type -AssemblyName System.Security;"
            + " $in=[Console]::In.ReadToEnd().Trim() -split ' ';"
            + " $name=[Convert]::FromBase64String($in[0]); $data=[Convert]::FromBase64String($in[1]);"
            + " $user=[Security.Cryptography.DataProtectionScope]::CurrentUser;"
            + " [Console]::Out.Write([Convert]::ToBase64String([Security.Cryptography.ProtectedData]::";

    private final KeyProgram powerShell;
    private final KeyFile file;

    DpapiKeys(KeyProgram powerShell, Path folder) {
        this.powerShell = powerShell;
        file = new KeyFile(folder);
    }

    @Override
    public UserMessage place() {
        return UserMessage.of("models.keys.place.dpapi");
    }

    @Override
    public Optional<ApiKey> find(String name) throws OrreryException {
        return file.find(name, this);
    }

    @Override
    public void put(String name, ApiKey key) throws OrreryException {
        file.put(name, key, this);
    }

    @Override
    public void remove(String name) throws OrreryException {
        file.remove(name);
    }

    @Override
    public String seal(String name, ApiKey key) throws OrreryException {
        return ask("Protect", name, Base64Text.of(key.reveal()));
    }

    @Override
    public ApiKey open(String name, String sealed) throws OrreryException {
        String plain = Base64Text.read(ask("Unprotect", name, sealed));
        if (!ApiKey.isOne(plain)) {
            throw new OrreryException(UserMessage.of("models.keys.damaged", name));
        }
        return new ApiKey(plain);
    }

    /** Both the name and the data go in on standard input, in base 64. */
    private String ask(String method, String name, String data) throws OrreryException {
        Answer answer = powerShell.run(
                Base64Text.of(name) + " " + data,
                "-NoProfile",
                "-NonInteractive",
                "-Command",
                PRELUDE + method + "($data,$name,$user)))");
        if (answer.status() != 0 || answer.output().isBlank()) {
            throw powerShell.failure(answer);
        }
        return answer.output().strip();
    }
}
