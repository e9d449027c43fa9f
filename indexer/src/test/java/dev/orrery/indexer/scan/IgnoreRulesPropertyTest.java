package dev.orrery.indexer.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.api.Cancellation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On random trees we keep exactly the files that git and ripgrep keep. */
class IgnoreRulesPropertyTest {
    private static final int TREES = Integer.getInteger("orrery.test.trees", 25);

    @TempDir
    Path folder;

    @Test
    void keepsWhatGitKeeps() throws Exception {
        Outside.require("git");
        List<String> pieces = Stream.concat(RandomTree.SHARED.stream(), RandomTree.GIT_ONLY.stream())
                .toList();
        long first = Long.getLong("orrery.test.seed", System.nanoTime());
        for (long seed = first; seed < first + TREES; seed++) {
            Path home = Files.createDirectories(folder.resolve("home" + seed));
            Path root = Files.createDirectories(folder.resolve("git" + seed));
            RandomTree tree = new RandomTree(new Random(seed), root);
            Outside git = new Outside(root, home);
            git.run("git", "init", "-q");
            tree.grow(root, 3);
            tree.sprinkle(List.of(".gitignore"), pieces);
            Files.createDirectories(root.resolve(".git/info"));
            Files.writeString(root.resolve(".git/info/exclude"), tree.patterns(pieces));
            Files.writeString(home.resolve(".gitconfig"), "[core]\n\texcludesFile = ~/mine # all\n");
            Files.writeString(home.resolve("mine"), tree.patterns(pieces));
            List<String> expected = git.names("git", "ls-files", "-z", "--others", "--exclude-standard");
            assertSame(seed, git, expected, kept(root, git));
        }
    }

    @Test
    void keepsWhatRipgrepKeeps() throws Exception {
        Outside.require("rg");
        long first = Long.getLong("orrery.test.seed", System.nanoTime());
        for (long seed = first; seed < first + TREES; seed++) {
            Path home = Files.createDirectories(folder.resolve("home" + seed));
            Path root = Files.createDirectories(folder.resolve("rg" + seed).resolve("in/a"));
            RandomTree tree = new RandomTree(new Random(seed), root);
            Outside ripgrep = new Outside(root, home);
            tree.grow(root, 3);
            tree.sprinkle(List.of(".gitignore", ".ignore", ".rgignore"), RandomTree.SHARED);
            Files.writeString(root.resolveSibling(".gitignore"), tree.patterns(RandomTree.SHARED));
            Files.createDirectories(home.resolve(".config/git"));
            String everywhere = tree.patterns(RandomTree.SHARED);
            if (seed % 2 == 0) {
                Files.createDirectories(root.resolveSibling(".git"));
                // Below a work tree's top git anchors the user's own rules at the top, ripgrep at the current folder.
                everywhere = everywhere
                        .lines()
                        .filter(line -> line.indexOf('/') < 0)
                        .collect(Collectors.joining("\n", "", "\n"));
            }
            Files.writeString(home.resolve(".config/git/ignore"), everywhere);
            List<String> expected = ripgrep.names("rg", "--files", "-0", "--hidden", "--no-require-git", "-g", "!.git");
            assertSame(seed, ripgrep, expected, kept(root, ripgrep));
        }
    }

    private static List<String> kept(Path root, Outside outside) throws Exception {
        IgnoreRules rules = IgnoreRules.of(root.toRealPath(), outside.environment());
        List<String> scanned = new RepositoryScanner(rules)
                .scan(Cancellation.NEVER).files().stream()
                        .map(ScannedFile::path)
                        .toList();
        assertEquals(new TreeSet<>(scanned), asked(rules.reread()), "walked and asked one by one");
        return scanned;
    }

    /** The same answer by the way the watcher asks. */
    private static TreeSet<String> asked(IgnoreRules rules) throws Exception {
        TreeSet<String> kept = new TreeSet<>();
        try (var entries = Files.walk(rules.root())) {
            for (Path entry : entries.filter(Files::isRegularFile).toList()) {
                String path = rules.root().relativize(entry).toString();
                if (!rules.isIgnored(path, EntryKind.FILE)) {
                    kept.add(path);
                }
            }
        }
        return kept;
    }

    private static void assertSame(long seed, Outside outside, List<String> expected, List<String> actual)
            throws Exception {
        List<String> ignores = new ArrayList<>();
        Path root = outside.folder();
        try (var entries = Stream.concat(Files.walk(root.getParent()), Files.walk(outside.home()))) {
            for (Path entry : entries.filter(Files::isRegularFile).toList()) {
                if (entry.toString().endsWith("ignore") || entry.endsWith("exclude") || entry.endsWith("mine")) {
                    ignores.add(root.relativize(entry) + ":\n" + Files.readString(entry));
                }
            }
        }
        assertEquals(
                String.join("\n", new TreeSet<>(expected)),
                String.join("\n", new TreeSet<>(actual)),
                () -> "seed " + seed + "\n" + String.join("\n", ignores));
    }
}
