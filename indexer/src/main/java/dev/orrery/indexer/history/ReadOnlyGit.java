package dev.orrery.indexer.history;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.indexer.scan.GitFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/** Opens repositories with JGit so that it writes nothing and runs nothing. */
final class ReadOnlyGit {
    static {
        SystemReader.setInstance(new NoSettings(SystemReader.getInstance()));
    }

    private ReadOnlyGit() {}

    /** The repository that {@code folder} lies in; the caller closes it. */
    static Repository open(Path folder) throws OrreryException, IOException {
        Repository found = find(folder);
        if (found == null) {
            throw new OrreryException(UserMessage.of("indexer.history.norepository", folder));
        }
        return found;
    }

    /** The repository that {@code folder} lies in, or null; the caller closes it. */
    static @Nullable Repository find(Path folder) throws IOException {
        for (Path top = folder; top != null; top = top.getParent()) {
            Optional<GitFolder> git = GitFolder.of(top);
            if (git.isPresent()) {
                return new FileRepositoryBuilder()
                        .setWorkTree(top.toFile())
                        .setGitDir(git.get().own().toFile())
                        .setGitCommonDir(git.get().common().toFile())
                        .setMustExist(true)
                        .build();
            }
        }
        return null;
    }

    /** Where a folder lies in the working tree: empty at its top, or a path with a slash at its end. */
    static String prefix(Repository repository, Path folder) throws IOException {
        String inside = repository
                .getWorkTree()
                .toPath()
                .toRealPath()
                .relativize(folder)
                .toString()
                .replace('\\', '/');
        return inside.isEmpty() ? "" : inside + "/";
    }

    /** JGit without the user's and the machine's settings, and with the file system's resolution known beforehand. */
    private static final class NoSettings extends SystemReader.Delegate {
        NoSettings(SystemReader system) {
            super(system);
        }

        @Override
        public FileBasedConfig openUserConfig(Config parent, FS fs) {
            return new Preset(parent, fs);
        }

        @Override
        public FileBasedConfig openSystemConfig(Config parent, FS fs) {
            return new Preset(parent, fs);
        }

        @Override
        public FileBasedConfig openJGitConfig(Config parent, FS fs) {
            return new Preset(parent, fs);
        }
    }

    /** Settings that are never read from nor written to any file. Without an answer here JGit would probe the disk by writing. */
    private static final class Preset extends FileBasedConfig {
        Preset(Config parent, FS fs) {
            super(parent, Path.of("/dev/null").toFile(), fs);
        }

        @Override
        public @Nullable String getString(String section, @Nullable String subsection, String name) {
            if (section.equals("filesystem") && name.equalsIgnoreCase("timestampResolution")) {
                return "1 milliseconds";
            }
            if (section.equals("filesystem") && name.equalsIgnoreCase("minRacyThreshold")) {
                return "10 milliseconds";
            }
            return super.getString(section, subsection, name);
        }

        @Override
        public void load() {}

        @Override
        public void save() {}

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
