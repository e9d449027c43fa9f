package dev.orrery.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.api.Cancellation;
import dev.orrery.base.AppFolders;
import dev.orrery.base.Progress;
import dev.orrery.indexer.CodeIndex;
import dev.orrery.indexer.CodeIndexes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UntouchedTest {
    @TempDir
    Path folder;

    @Test
    void neitherIndexingNorWatchingNorSearchingWritesIntoTheRepository() throws Exception {
        Path root = Files.createDirectories(folder.resolve("tree")).toRealPath();
        OwnSources.copy(root, 1);
        Path config = Files.writeString(folder.resolve("gitconfig"), "[user]\nname = a\nemail = a@b\n");
        git(config, root, "init", "-q");
        git(config, root, "add", ".");
        git(config, root, "commit", "-q", "-m", "first");
        Map<String, String> before = state(root);

        Path home = folder.resolve("home");
        AppFolders folders = new AppFolders(home, home, home.resolve("cache"));
        try (CodeIndex index = CodeIndexes.open(root, folders)) {
            index.refresh(Progress.SILENT, Cancellation.NEVER);
            index.watch();
        }
        Orrery orrery = new Orrery(home);
        assertEquals(0, orrery.run("index", root.toString(), "--fresh").status());
        assertEquals(0, orrery.run("search", root.toString(), "class").status());
        assertEquals(0, orrery.run("graph", root.toString()).status());
        assertEquals(1, orrery.run("impact", root.toString(), "--diff", "HEAD").status(), "nothing differs");

        assertEquals(before, state(root));
    }

    /** Everything that a write would change, {@code .git} included. */
    private static Map<String, String> state(Path root) throws IOException {
        Map<String, String> state = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path path : walk.toList()) {
                Map<String, Object> attributes = Files.readAttributes(
                        path, "unix:ino,size,lastModifiedTime,ctime,mode,nlink", LinkOption.NOFOLLOW_LINKS);
                state.put(root.relativize(path).toString(), new TreeMap<>(attributes).toString());
            }
        }
        return state;
    }

    private static void git(Path config, Path root, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of("git"), Stream.of(arguments)).toList());
        builder.environment().put("GIT_CONFIG_GLOBAL", config.toString());
        assertEquals(0, builder.directory(root.toFile()).inheritIO().start().waitFor());
    }
}
