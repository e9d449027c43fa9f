package dev.orrery.models.policy;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Folders;
import dev.orrery.base.SetAside;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the rules in one JSON file that a person may also write. Every question looks whether the file has changed, so a rule
 * that another window or process made stricter holds at once. A file that cannot be understood is set aside with a message, and
 * {@link Policy#STRICT} holds. Safe from any thread and process.
 */
public final class PolicyStore {
    private static final long LIMIT = 1 << 20;
    private static final int KEPT_ASIDE = 3;

    private record Stamp(@Nullable Object file, FileTime modified, long size) {}

    private final Path file;
    private final Consumer<UserMessage> onTrouble;
    private @Nullable Stamp stamp;
    private Policy policy = Policy.STRICT;
    private boolean told;

    public PolicyStore(Path file, Consumer<UserMessage> onTrouble) {
        this.file = file;
        this.onTrouble = onTrouble;
    }

    /** The rules as they are now. */
    public synchronized Policy current() {
        try {
            return load();
        } catch (IOException unreadable) {
            if (!told) {
                told = true;
                onTrouble.accept(UserMessage.of("models.policy.unreadable", file.toString()));
            }
            return Policy.STRICT;
        }
    }

    private Policy load() throws IOException {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            Stamp seen = new Stamp(now.fileKey(), now.lastModifiedTime(), now.size());
            if (!seen.equals(stamp)) {
                policy = read();
                stamp = seen;
                told = false;
            }
        } catch (NoSuchFileException absent) {
            policy = Policy.STRICT;
            stamp = null;
        }
        return policy;
    }

    private Policy read() throws IOException {
        try {
            byte[] bytes;
            try (var stream = Files.newInputStream(file)) {
                bytes = stream.readNBytes((int) LIMIT + 1);
            }
            if (bytes.length > LIMIT) {
                throw new PolicyJson.Malformed("size");
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (PolicyJson.version(text) != PolicyJson.VERSION) {
                return setAside("models.policy.otherversion");
            }
            return PolicyJson.read(text);
        } catch (PolicyJson.Malformed damaged) {
            return setAside("models.policy.damaged");
        }
    }

    private Policy setAside(String message) throws IOException {
        SetAside.move(file, KEPT_ASIDE)
                .ifPresent(aside -> onTrouble.accept(UserMessage.of(message, file.toString(), aside.toString())));
        return Policy.STRICT;
    }

    /**
     * Changes the rules on disk and answers what they are now. Changes of several processes come one after the other.
     *
     * @throws OrreryException where they could not be written; the old ones hold
     */
    public synchronized Policy change(UnaryOperator<Policy> change) throws OrreryException {
        try {
            Folders.createPrivate(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            // A lock of a file is the process's: within it threads need one of their own.
            synchronized (PolicyStore.class) {
                return changeLocked(change);
            }
        } catch (IOException unwritable) {
            throw new OrreryException(UserMessage.of("models.policy.unwritable", file.toString()), unwritable);
        }
    }

    private Policy changeLocked(UnaryOperator<Policy> change) throws IOException {
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            write(PolicyJson.write(change.apply(load())));
        }
        return load();
    }

    private void write(String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Folders.restrict(fresh, "rw-------");
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
