package dev.orrery.app.edit;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.indexer.scan.TextDecoder;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** What a file of a repository holds, for somebody who wants to edit it. */
public sealed interface DiskText {
    /** Larger files are not shown. */
    long LARGEST = 16L << 20;

    /** The hash of a file that is not there. */
    String NO_HASH = "";

    /**
     * A text.
     *
     * @param text as it is decoded
     * @param form how it becomes bytes again
     * @param hash of the bytes
     * @param readOnly why it must not be edited, where that is so
     */
    record Text(String text, TextForm form, String hash, Optional<UserMessage> readOnly) implements DiskText {}

    /** There is no such file. */
    record Gone() implements DiskText {}

    /** It cannot be shown, and why. */
    record Unusable(UserMessage why) implements DiskText {}

    /**
     * Reads a file; blocks.
     *
     * @param root canonical
     * @param path relative to the root; one that leads out of it, also over a link, is refused
     */
    static DiskText read(Path root, String path) {
        try {
            Path file = locate(root, path);
            if (!Files.isRegularFile(file)) {
                return new Gone();
            }
            long size = Files.size(file);
            if (size > LARGEST) {
                return new Unusable(UserMessage.of("app.code.tooLarge", path, size >> 20));
            }
            byte[] bytes = Files.readAllBytes(file);
            return TextDecoder.isBinary(bytes)
                    ? new Unusable(UserMessage.of("app.code.binary", path))
                    : text(bytes, file);
        } catch (NoSuchFileException | NotDirectoryException | FileSystemLoopException gone) {
            return new Gone();
        } catch (OrreryException refused) {
            return new Unusable(refused.userMessage());
        } catch (IOException failed) {
            return new Unusable(UserMessage.of("app.code.unreadable.why", path, String.valueOf(failed.getMessage())));
        }
    }

    /** Where a file really is. */
    static Path locate(Path root, String path) throws IOException, OrreryException {
        Path file = root.resolve(path).normalize().toRealPath();
        if (!file.startsWith(root.toRealPath()) || path.isEmpty()) {
            throw new OrreryException(UserMessage.of("app.code.outside", path));
        }
        return file;
    }

    private static Text text(byte[] bytes, Path file) {
        TextForm.Decoded decoded = TextForm.decode(bytes);
        return new Text(decoded.text(), decoded.form(), hash(bytes), whyReadOnly(decoded, bytes, file));
    }

    private static Optional<UserMessage> whyReadOnly(TextForm.Decoded decoded, byte[] bytes, Path file) {
        try {
            if (!Arrays.equals(decoded.form().encode(decoded.text()), bytes)) {
                return Optional.of(UserMessage.of(
                        "app.edit.damaged", decoded.form().charset().displayName()));
            }
        } catch (OrreryException broken) {
            return Optional.of(
                    UserMessage.of("app.edit.damaged", decoded.form().charset().displayName()));
        }
        TextBuffer lines = new TextBuffer(decoded.text());
        for (int line = 0; line < lines.count(); line++) {
            if (lines.isCut(line)) {
                return Optional.of(UserMessage.of("app.edit.longLine", line + 1, TextBuffer.SHOWN));
            }
        }
        return FileWriter.isWritable(file) ? Optional.empty() : Optional.of(UserMessage.of("app.edit.noRights"));
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
