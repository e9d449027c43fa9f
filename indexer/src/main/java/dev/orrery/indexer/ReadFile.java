package dev.orrery.indexer;

import dev.orrery.api.UserMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/** What reading one file of a repository came to. Links are not followed and nothing but regular files is opened. */
sealed interface ReadFile {
    /** Beyond this a file is neither searched nor parsed; arrays end here. */
    int LONGEST = 1 << 30;

    /** The whole content. */
    @SuppressWarnings("ArrayRecordComponent")
    record Content(byte[] bytes) implements ReadFile {}

    /** It is gone, or no regular file any longer. */
    record Gone() implements ReadFile {}

    /** It is there but cannot be read. */
    record Unreadable(UserMessage why) implements ReadFile {}

    static ReadFile of(Path root, String path) {
        Path file = root.resolve(path);
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isRegularFile()) {
                return new Gone();
            }
            if (attributes.size() > LONGEST) {
                return new Unreadable(UserMessage.of("indexer.file.huge", path));
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
                    InputStream in = Channels.newInputStream(channel)) {
                return new Content(in.readNBytes(LONGEST));
            }
        } catch (NoSuchFileException | FileSystemLoopException gone) {
            return new Gone();
        } catch (AccessDeniedException denied) {
            return new Unreadable(UserMessage.of("indexer.scan.denied", path));
        } catch (IOException failed) {
            return new Unreadable(UserMessage.of("indexer.scan.failed", path, String.valueOf(failed.getMessage())));
        } catch (OutOfMemoryError tooLarge) {
            return new Unreadable(UserMessage.of("indexer.file.huge", path));
        }
    }
}
