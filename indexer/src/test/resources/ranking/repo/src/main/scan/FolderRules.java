package dev.orrery.indexer.scan;

import dev.orrery.indexer.scan.IgnorePattern.Dialect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ignore files of one folder, linked to those of the folders above. Ripgrep's own files outrank git's whatever their
 * depth; among equals the deeper one wins; git's rules do not reach beyond the top of a work tree.
 *
 * @param parent the nearest folder above that has rules, or null
 * @param boundary whether this folder is the top of a work tree
 * @param rgignore patterns of {@code .rgignore}
 * @param ignore patterns of {@code .ignore}
 * @param gitignore patterns of {@code .gitignore}
 * @param exclude patterns of {@code info/exclude} in the git folder of a work tree's top
 */
record FolderRules(
        @Nullable FolderRules parent,
        Boundary boundary,
        IgnoreFile rgignore,
        IgnoreFile ignore,
        IgnoreFile gitignore,
        IgnoreFile exclude) {
    static final FolderRules EMPTY = new FolderRules(
            null, Boundary.INSIDE, IgnoreFile.EMPTY, IgnoreFile.EMPTY, IgnoreFile.EMPTY, IgnoreFile.EMPTY);
    static final Set<String> FILE_NAMES = Set.of(".rgignore", ".ignore", ".gitignore");

    /** Whether git's rules end here. */
    enum Boundary {
        INSIDE,
        WORK_TREE_TOP
    }

    /** The rules inside {@code folder}: those of {@code parent} where it adds none. */
    static FolderRules read(Path folder, int base, @Nullable FolderRules parent) throws IOException {
        var top = GitFolder.of(folder);
        IgnoreFile exclude = top.isEmpty()
                ? IgnoreFile.EMPTY
                : IgnoreFile.read(top.get().common().resolve("info").resolve("exclude"), Dialect.GIT, base);
        FolderRules own = new FolderRules(
                parent,
                top.isEmpty() ? Boundary.INSIDE : Boundary.WORK_TREE_TOP,
                IgnoreFile.read(folder.resolve(".rgignore"), Dialect.RIPGREP, base),
                IgnoreFile.read(folder.resolve(".ignore"), Dialect.RIPGREP, base),
                IgnoreFile.read(folder.resolve(".gitignore"), Dialect.GIT, base),
                exclude);
        return parent != null && own.addsNothing() ? parent : own;
    }

    /** Whether an entry of this name gives its folder rules of its own. */
    static boolean comesFrom(String name) {
        return FILE_NAMES.contains(name) || name.equals(".git");
    }

    private boolean addsNothing() {
        return boundary == Boundary.INSIDE && rgignore.isEmpty() && ignore.isEmpty() && gitignore.isEmpty();
    }

    Verdict verdict(String path, int name, EntryKind kind, IgnoreFile everywhere) {
        Verdict ripgrep = Verdict.SILENT;
        Verdict plain = Verdict.SILENT;
        Verdict git = Verdict.SILENT;
        Verdict excluded = Verdict.SILENT;
        boolean insideWorkTree = true;
        for (FolderRules rules = this; rules != null; rules = rules.parent) {
            if (ripgrep == Verdict.SILENT) {
                ripgrep = rules.rgignore.verdict(path, name, kind);
            }
            if (plain == Verdict.SILENT) {
                plain = rules.ignore.verdict(path, name, kind);
            }
            if (insideWorkTree && git == Verdict.SILENT) {
                git = rules.gitignore.verdict(path, name, kind);
            }
            if (insideWorkTree && excluded == Verdict.SILENT) {
                excluded = rules.exclude.verdict(path, name, kind);
            }
            insideWorkTree &= rules.boundary == Boundary.INSIDE;
        }
        Verdict own = ripgrep.or(plain).or(git).or(excluded);
        return own == Verdict.SILENT ? everywhere.verdict(path, name, kind) : own;
    }
}
