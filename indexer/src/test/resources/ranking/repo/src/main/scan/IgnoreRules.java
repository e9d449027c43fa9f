package dev.orrery.indexer.scan;

import dev.orrery.indexer.scan.IgnorePattern.Dialect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a repository are left out: by git's rules (nested {@code .gitignore}, {@code info/exclude}, the user's
 * excludes file, rules of the folders above up to the work tree's top) and by ripgrep's ({@code .ignore},
 * {@code .rgignore}). {@code .git} is always left out, hidden files are not. The rules of a folder are read when first
 * asked for and kept; {@link #reread} starts over. Safe from any thread. Paths are relative to the root, with slashes.
 */
public final class IgnoreRules {
    private final Path root;
    private final GitEnvironment environment;
    private final String prefix;
    private final IgnoreFile everywhere;
    private final List<Path> outside;
    private final FolderRules top;
    private final Map<String, FolderRules> folders = new ConcurrentHashMap<>();

    private IgnoreRules(Path root, GitEnvironment environment) {
        this.root = root;
        this.environment = environment;
        this.prefix = ByteText.of(slashed(root));
        this.outside = new ArrayList<>();
        Path workTree = workTree(root);
        Optional<GitFolder> git = GitFolder.of(workTree);
        Path excludes = environment.excludesFile(git);
        outside.add(excludes);
        outside.addAll(environment.configurations(git));
        git.ifPresent(folder -> outside.add(folder.common().resolve("info").resolve("exclude")));
        this.everywhere = readExcludes(excludes, baseOf(workTree));
        this.top = readFolder(root, above(root));
    }

    /** The rules for {@code root}, an absolute path without links in it. */
    public static IgnoreRules of(Path root, GitEnvironment environment) {
        return new IgnoreRules(root, environment);
    }

    /** Rules for the same root, read again from disk. */
    public IgnoreRules reread() {
        return new IgnoreRules(root, environment);
    }

    public Path root() {
        return root;
    }

    /** Whether a change of the entry {@code path} may change the rules, so that they must be {@link #reread}. */
    public boolean dependOn(String path) {
        return FolderRules.FILE_NAMES.contains(path.substring(path.lastIndexOf('/') + 1))
                || path.equals(".git")
                || path.equals(".git/info/exclude")
                || path.equals(".git/config");
    }

    /** Files on which the rules also depend; they may be absent and mostly lie outside the root. */
    public List<Path> outsideSources() {
        return List.copyOf(outside);
    }

    /** Whether {@code path} or a folder above it is left out. */
    public boolean isIgnored(String path, EntryKind kind) {
        FolderRules rules = top;
        int at = 0;
        while (true) {
            int slash = path.indexOf('/', at);
            String entry = slash < 0 ? path : path.substring(0, slash);
            if (leavesOut(rules, entry, slash < 0 ? kind : EntryKind.FOLDER)) {
                return true;
            }
            if (slash < 0) {
                return false;
            }
            rules = inside(entry, rules);
            at = slash + 1;
        }
    }

    /** The rules inside the root itself. */
    FolderRules top() {
        return top;
    }

    /** The rules of the folder that holds {@code folder}. */
    FolderRules rulesAbove(String folder) {
        FolderRules rules = top;
        for (int slash = folder.indexOf('/'); slash >= 0; slash = folder.indexOf('/', slash + 1)) {
            rules = inside(folder.substring(0, slash), rules);
        }
        return rules;
    }

    /** The rules inside {@code folder}, whose parent folder has {@code rules}. */
    FolderRules inside(String folder, FolderRules rules) {
        FolderRules known = folders.get(folder);
        if (known == null) {
            known = readFolder(root.resolve(folder), rules);
            folders.put(folder, known);
        }
        return known;
    }

    /** Notes that {@code folder} has no ignore files and so keeps {@code rules}, and returns them. */
    FolderRules inherit(String folder, FolderRules rules) {
        folders.put(folder, rules);
        return rules;
    }

    /** Whether the entry, whose folder has {@code rules} and is not left out, is left out itself. */
    boolean leavesOut(FolderRules rules, String path, EntryKind kind) {
        int name = path.lastIndexOf('/') + 1;
        if (path.startsWith(".git", name) && path.length() == name + 4) {
            return true;
        }
        String absolute = prefix + ByteText.of(path);
        return rules.verdict(absolute, absolute.lastIndexOf('/') + 1, kind, everywhere) == Verdict.IGNORE;
    }

    private static Path workTree(Path root) {
        for (Path folder = root; folder != null; folder = folder.getParent()) {
            if (GitFolder.of(folder).isPresent()) {
                return folder;
            }
        }
        return root;
    }

    private static @Nullable FolderRules above(Path root) {
        List<Path> parents = new ArrayList<>();
        for (Path folder = root.getParent(); folder != null; folder = folder.getParent()) {
            parents.add(folder);
        }
        FolderRules rules = null;
        for (Path folder : parents.reversed()) {
            rules = readFolder(folder, rules);
        }
        return rules;
    }

    private static FolderRules readFolder(Path folder, @Nullable FolderRules parent) {
        try {
            return FolderRules.read(folder, baseOf(folder), parent);
        } catch (IOException unreadable) {
            log(folder, unreadable);
            return parent != null ? parent : FolderRules.EMPTY;
        }
    }

    private static IgnoreFile readExcludes(Path file, int base) {
        try {
            return IgnoreFile.readLinked(file, Dialect.GIT, base);
        } catch (IOException unreadable) {
            log(file, unreadable);
            return IgnoreFile.EMPTY;
        }
    }

    private static void log(Path path, IOException unreadable) {
        System.getLogger(IgnoreRules.class.getName())
                .log(System.Logger.Level.WARNING, "ignore rules of {0} are not used: {1}", path, unreadable);
    }

    private static int baseOf(Path folder) {
        return ByteText.of(slashed(folder)).length();
    }

    /** The folder's path with a slash at the end, on every system. */
    private static String slashed(Path folder) {
        String text = folder.toString().replace(folder.getFileSystem().getSeparator(), "/");
        return text.endsWith("/") ? text : text + "/";
    }
}
