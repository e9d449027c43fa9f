package dev.orrery.app.edit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces the content of an existing file. The new content is made ready beside the application's own files and takes the file's place
 * by one rename, with its rights and owner; where that cannot be, on another file system or where the file has further names or
 * attributes of its own, it is written over the old content, which is put back if that fails. Nothing else appears in the file's folder.
 */
final class FileWriter {
    private static final Logger LOG = LoggerFactory.getLogger(FileWriter.class);
    private static final Set<PosixFilePermission> WRITE =
            Set.of(PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private FileWriter() {}

    /** Whether somebody may write to the file, and the user can; the superuser's rights alone do not count. */
    static boolean isWritable(Path file) {
        try {
            PosixFileAttributes attributes = posix(file);
            boolean meant =
                    attributes == null || attributes.permissions().stream().anyMatch(WRITE::contains);
            return meant && Files.isWritable(file);
        } catch (IOException unknown) {
            return Files.isWritable(file);
        }
    }

    private static @Nullable PosixFileAttributes posix(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view == null ? null : view.readAttributes();
    }

    /**
     * @param file where the content goes, no link
     * @param staging a folder of the application
     * @throws IOException where nothing was changed
     */
    static void replace(Path file, byte[] content, Path staging) throws IOException {
        if (!rename(file, content, staging)) {
            overwrite(file, content);
        }
    }

    private static boolean rename(Path file, byte[] content, Path staging) throws IOException {
        PosixFileAttributes attributes = posix(file);
        if (attributes == null || !isPlain(file)) {
            return false;
        }
        Path made = null;
        try {
            Files.createDirectories(staging);
            FileStore store = Files.getFileStore(file);
            if (!store.equals(Files.getFileStore(staging))) {
                return false;
            }
            made = Files.createTempFile(staging, "save", ".tmp");
            try (FileChannel channel = FileChannel.open(made, StandardOpenOption.WRITE)) {
                write(channel, content);
                channel.force(true);
            }
            PosixFileAttributeView view = Files.getFileAttributeView(made, PosixFileAttributeView.class);
            PosixFileAttributes mine = view.readAttributes();
            if (!mine.owner().equals(attributes.owner())) {
                view.setOwner(attributes.owner());
            }
            if (!mine.group().equals(attributes.group())) {
                view.setGroup(attributes.group());
            }
            view.setPermissions(attributes.permissions());
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException | UnsupportedOperationException notThisWay) {
            LOG.debug("not replaced by a rename: {}", notThisWay.toString());
            return false;
        } finally {
            if (made != null) {
                Files.deleteIfExists(made);
            }
        }
    }

    /** Whether nothing but content, owner and rights would be lost with the file. */
    private static boolean isPlain(Path file) throws IOException {
        UserDefinedFileAttributeView own = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        boolean named = Files.getAttribute(file, "unix:nlink") instanceof Integer links && links > 1;
        return !named && (own == null || own.list().isEmpty());
    }

    private static void overwrite(Path file, byte[] content) throws IOException {
        byte[] before = Files.readAllBytes(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            try {
                write(channel, content);
                channel.truncate(content.length);
                channel.force(true);
            } catch (IOException full) {
                try {
                    channel.position(0);
                    write(channel, before);
                    channel.truncate(before.length);
                    channel.force(true);
                } catch (IOException worse) {
                    full.addSuppressed(worse);
                }
                throw full;
            }
        }
    }

    private static void write(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
