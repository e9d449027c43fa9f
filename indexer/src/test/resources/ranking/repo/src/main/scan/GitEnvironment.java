package dev.orrery.indexer.scan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where git looks for the user's own settings. A value of its own, so that tests see nothing of the machine they run on.
 *
 * @param home the user's home folder
 * @param variables the process's environment
 * @param system git's system-wide configuration file
 */
public record GitEnvironment(Path home, Map<String, String> variables, Path system) {
    public GitEnvironment {
        variables = Map.copyOf(variables);
    }

    /** The environment of this process. */
    public static GitEnvironment current() {
        return new GitEnvironment(Path.of(System.getProperty("user.home")), System.getenv(), Path.of("/etc/gitconfig"));
    }

    /** The file of ignore patterns that hold in all the user's repositories; it need not exist. */
    Path excludesFile(Optional<GitFolder> repository) {
        String setting = "";
        for (Path file : configurations(repository)) {
            setting = GitConfig.value(read(file), "core", "excludesfile").orElse(setting);
        }
        if (!setting.isEmpty()) {
            try {
                return setting.startsWith("~/") ? home.resolve(setting.substring(2)) : home.resolve(setting);
            } catch (InvalidPathException notAPath) {
                return folder().resolve("ignore");
            }
        }
        return folder().resolve("ignore");
    }

    /** Git's configuration files, weakest first. */
    List<Path> configurations(Optional<GitFolder> repository) {
        List<Path> files = new ArrayList<>();
        if (!variables.containsKey("GIT_CONFIG_NOSYSTEM")) {
            files.add(system);
        }
        files.add(folder().resolve("config"));
        files.add(home.resolve(".gitconfig"));
        repository.ifPresent(folder -> files.add(folder.common().resolve("config")));
        return files;
    }

    private Path folder() {
        String xdg = variables.getOrDefault("XDG_CONFIG_HOME", "");
        return (xdg.isEmpty() ? home.resolve(".config") : home.resolve(xdg)).resolve("git");
    }

    private static String read(Path file) {
        try {
            return Files.isRegularFile(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
        } catch (IOException unreadable) {
            return "";
        }
    }
}
