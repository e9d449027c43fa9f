package dev.orrery.indexer.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.indexer.scan.GitEnvironment;
import dev.orrery.indexer.scan.IgnoreRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptFoldersTest {
    @TempDir
    Path folder;

    /** Rules that were read before the root was watched could change without anybody hearing of it. */
    @Test
    void rulesThatChangeWhileTheRootIsBeingWatchedHold() throws Exception {
        Path root = Files.createDirectories(folder.resolve("in")).toRealPath();
        Files.createDirectories(root.resolve("kept/below"));
        Files.createDirectories(root.resolve("target"));
        Files.writeString(root.resolve(".gitignore"), "kept/\n");
        GitEnvironment environment =
                new GitEnvironment(folder, Map.of("GIT_CONFIG_NOSYSTEM", "1"), folder.resolve("none"));
        IgnoreRules old = IgnoreRules.of(root, environment);
        List<Path> watched = new ArrayList<>();
        new KeptFolders(root, old, old::reread)
                .recursiveVisitFiles(
                        root,
                        entered -> {
                            watched.add(root.relativize(entered));
                            if (entered.equals(root)) {
                                Files.writeString(root.resolve(".gitignore"), "target/\n");
                            }
                        },
                        file -> {});
        assertEquals(List.of(Path.of(""), Path.of("kept"), Path.of("kept/below")), watched);
    }
}
