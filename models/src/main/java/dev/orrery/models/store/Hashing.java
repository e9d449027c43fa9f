package dev.orrery.models.store;

import dev.orrery.api.Cancellation;
import dev.orrery.base.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of files, in one pass, with progress in bytes. */
public final class Hashing {
    private static final int BUFFER = 1 << 20;

    private Hashing() {}

    public static String sha256(Path file, String stageKey, Progress progress, Cancellation cancellation)
            throws IOException {
        return copying(file, OutputStream.nullOutputStream(), stageKey, progress, cancellation);
    }

    /** Copies a file and says the checksum of what was copied. */
    static String copying(Path file, OutputStream to, String stageKey, Progress progress, Cancellation cancellation)
            throws IOException {
        MessageDigest digest = digest("SHA-256");
        long total = Files.size(file);
        long done = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                cancellation.throwIfRequested();
                digest.update(buffer, 0, read);
                to.write(buffer, 0, read);
                done += read;
                progress.at(stageKey, done, total);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** @param algorithm one that every Java has */
    public static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
