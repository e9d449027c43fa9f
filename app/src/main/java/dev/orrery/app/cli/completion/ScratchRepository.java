package dev.orrery.app.cli.completion;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.AppFolders;
import dev.orrery.base.Folders;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files that stand for a repository while it is measured, in a folder of its own below the application's cache, and beside them the
 * folders of an application that knows nothing else. All is deleted when it is closed; what a killed process left is deleted by the next one.
 */
final class ScratchRepository implements AutoCloseable {
    /** Bytes of all files together. */
    static final long MOST_BYTES = 2L << 30;

    private static final Pattern NAME = Pattern.compile("complete-([0-9]{1,18})-.*");
    private static final Pattern ODD = Pattern.compile("(^|/)(\\.{0,2}|(?i:\\.git|git~[0-9]+))(/|$)");

    private final Path folder;
    private final Path root;
    private final long most;
    private long bytes;

    private ScratchRepository(Path folder, long most) throws IOException {
        this.folder = folder;
        this.most = most;
        this.root = Files.createDirectory(folder.resolve("repository"));
    }

    /** An empty one. */
    static ScratchRepository below(Path cache) throws IOException {
        return below(cache, MOST_BYTES);
    }

    static ScratchRepository below(Path cache, long most) throws IOException {
        Path place = cache.toAbsolutePath();
        Folders.createPrivate(place);
        removeLeftovers(place);
        String prefix = "complete-" + ProcessHandle.current().pid() + "-";
        return new ScratchRepository(Files.createTempDirectory(place, prefix).toRealPath(), most);
    }

    private static void removeLeftovers(Path place) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(place, "complete-*")) {
            for (Path left : all) {
                Matcher matcher = NAME.matcher(left.getFileName().toString());
                if (matcher.matches()
                        && ProcessHandle.of(Long.parseLong(matcher.group(1))).isEmpty()) {
                    Folders.delete(left);
                }
            }
        }
    }

    Path root() {
        return root;
    }

    /** Where an index of it is kept. */
    AppFolders folders() {
        return new AppFolders(folder.resolve("config"), folder.resolve("data"), folder.resolve("cache"));
    }

    /**
     * Writes a file; one whose path leads elsewhere, or is none on this system, is passed over.
     *
     * @return whether it was written
     * @throws OrreryException where all files together take too much room
     */
    boolean write(String path, byte[] content) throws OrreryException, IOException {
        Path file = inside(path);
        if (file == null) {
            return false;
        }
        bytes += content.length;
        if (bytes > most) {
            throw new OrreryException(UserMessage.of("app.cli.bench.complete.large", most >> 20));
        }
        Files.createDirectories(file.getParent());
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            remove(path);
        }
        Files.write(file, content);
        return true;
    }

    void remove(String path) throws IOException {
        Path file = inside(path);
        if (file != null && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            bytes -= Files.size(file);
        }
        if (file != null) {
            Folders.delete(file);
        }
    }

    private @Nullable Path inside(String path) {
        if (path.isEmpty() || path.indexOf('\\') >= 0 || ODD.matcher(path).find()) {
            return null;
        }
        try {
            Path file = root.resolve(path).normalize();
            return file.startsWith(root) && !file.equals(root) ? file : null;
        } catch (InvalidPathException notHere) {
            return null;
        }
    }

    @Override
    public void close() throws OrreryException {
        try {
            Folders.delete(folder);
        } catch (IOException left) {
            throw new OrreryException(
                    UserMessage.of("app.cli.bench.complete.left", folder, String.valueOf(left.getMessage())), left);
        }
    }
}
