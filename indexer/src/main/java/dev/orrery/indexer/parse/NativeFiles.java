package dev.orrery.indexer.parse;

import dev.orrery.base.AppFolders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Shared libraries unpacked from the class path, once: below the cache folder, or below the system's temporary folder where
 * that cannot be written to. A library's folder is named after the hash of its bytes, and a file is used only if it has
 * exactly those bytes. It is published by one atomic move, so any number of processes may do this at once.
 */
final class NativeFiles {
    private final Path cache;
    private final Path temporary;

    NativeFiles(Path cache, Path temporary) {
        this.cache = cache;
        this.temporary = temporary;
    }

    static NativeFiles of(AppFolders folders) {
        String user =
                HexFormat.of().toHexDigits(System.getProperty("user.name", "").hashCode());
        return new NativeFiles(
                folders.cache().resolve("natives"),
                Path.of(System.getProperty("java.io.tmpdir", "."), "orrery-natives-" + user));
    }

    /** The file that has the resource's bytes. */
    Path unpack(String resource) throws IOException {
        byte[] bytes = read(resource);
        String name = resource.substring(resource.lastIndexOf('/') + 1);
        Path below = Path.of(hash(bytes), name);
        try {
            return publish(bytes, cache.resolve(below));
        } catch (IOException readOnly) {
            try {
                return publish(bytes, temporary.resolve(below));
            } catch (IOException alsoThere) {
                readOnly.addSuppressed(alsoThere);
                throw readOnly;
            }
        }
    }

    static boolean exists(String resource) {
        return NativeFiles.class.getClassLoader().getResource(resource) != null;
    }

    private static byte[] read(String resource) throws IOException {
        try (InputStream in = NativeFiles.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("no resource " + resource);
            }
            return in.readAllBytes();
        }
    }

    private static Path publish(byte[] bytes, Path target) throws IOException {
        if (holds(target, bytes)) {
            return target;
        }
        Path folder = Files.createDirectories(target.toAbsolutePath().getParent());
        Path part = Files.createTempFile(folder, "part", null);
        try {
            Files.write(part, bytes);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            if (!holds(target, bytes)) { // a system that keeps loaded libraries from being replaced
                throw e;
            }
        }
        return target;
    }

    private static boolean holds(Path file, byte[] bytes) throws IOException {
        return Files.isRegularFile(file)
                && Files.size(file) == bytes.length
                && Arrays.equals(Files.readAllBytes(file), bytes);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new UncheckedIOException(new IOException(everyJdkHasIt));
        }
    }
}
