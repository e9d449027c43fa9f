package dev.orrery.models.keys;

import dev.orrery.base.AppFolders;
import dev.orrery.base.Platform;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Chooses where keys are kept on this machine. */
public final class KeyStores {
    private KeyStores() {}

    /**
     * The system's keyring where one answers, else an encrypted file in the configuration folder; {@link KeyStore#place} says
     * which. Asking a keyring whether it answers may take a moment.
     */
    public static KeyStore choose(AppFolders folders) {
        return choose(Platform.current(), System.getenv().getOrDefault("PATH", ""), folders);
    }

    static KeyStore choose(Platform platform, String path, AppFolders folders) {
        Path folder = folders.config().resolve("keys");
        return switch (platform) {
            case LINUX ->
                program(path, "secret-tool")
                        .map(SecretServiceKeys::new)
                        .filter(SecretServiceKeys::answers)
                        .<KeyStore>map(keys -> keys)
                        .orElseGet(() -> new EncryptedKeys(folder));
            case MACOS ->
                program("/usr/bin", "security")
                        .<KeyStore>map(KeychainKeys::new)
                        .orElseGet(() -> new EncryptedKeys(folder));
            case WINDOWS ->
                program(path, "powershell.exe")
                        .<KeyStore>map(shell -> new DpapiKeys(shell, folder))
                        .orElseGet(() -> new EncryptedKeys(folder));
        };
    }

    private static Optional<KeyProgram> program(String path, String name) {
        return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
                .map(folder -> new File(folder, name))
                .filter(program -> program.isAbsolute() && program.isFile() && program.canExecute())
                .findFirst()
                .map(program -> new KeyProgram(program.getPath(), KeyProgram.PATIENCE));
    }
}
