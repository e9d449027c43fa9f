package dev.orrery.models.store;

import dev.orrery.base.Folders;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.regex.Pattern;

/** Contents by their SHA-256, each once, not to be written to. Used under the store's lock. */
final class Blobs {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;

    Blobs(Path folder) {
        this.folder = folder;
    }

    Path of(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    boolean has(String sha256, long size) throws IOException {
        Path blob = of(sha256);
        return Files.isRegularFile(blob, LinkOption.NOFOLLOW_LINKS) && Files.size(blob) == size;
    }

    /** Moves a file in, in place of one that may be there. */
    void put(Path file, String sha256) throws IOException {
        Path blob =
                Folders.createPrivate(folder.resolve(sha256.substring(0, 2))).resolve(sha256);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        try {
            Files.move(file, blob, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException otherDisk) {
            Files.move(file, blob, StandardCopyOption.REPLACE_EXISTING);
        }
        Folders.restrict(blob, "r--------");
    }

    /** Makes the content appear at a path: the same bytes on disk where the system has hard links, a copy elsewhere. */
    void link(String sha256, Path path) throws IOException {
        try {
            Files.createLink(path, of(sha256));
        } catch (UnsupportedOperationException | FileAlreadyExistsException noLinks) {
            Files.copy(of(sha256), path, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Deletes what no model holds any more. */
    void keepOnly(Set<String> held) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var shelves = Files.newDirectoryStream(folder)) {
            for (Path shelf : shelves) {
                try (var blobs = Files.newDirectoryStream(shelf)) {
                    for (Path blob : blobs) {
                        String name = blob.getFileName().toString();
                        if (NAME.matcher(name).matches() && !held.contains(name)) {
                            Files.deleteIfExists(blob);
                        }
                    }
                }
            }
        }
    }
}
