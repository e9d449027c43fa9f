package dev.orrery.indexer;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.indexer.scan.TextDecoder;
import java.nio.file.Path;

/** A file of a repository as text. */
final class FileText {
    private FileText() {}

    /** @param path relative to the root; one that leads out of it is refused */
    static String read(Path root, String path) throws OrreryException {
        Path file = root.resolve(path).normalize();
        if (!file.startsWith(root) || path.isEmpty()) {
            throw new OrreryException(UserMessage.of("indexer.read.outside", path));
        }
        return switch (ReadFile.of(root, root.relativize(file).toString())) {
            case ReadFile.Content(byte[] bytes) -> TextDecoder.decode(bytes).text();
            case ReadFile.Gone gone -> throw new OrreryException(UserMessage.of("indexer.read.gone", path));
            case ReadFile.Unreadable(UserMessage why) -> throw new OrreryException(why);
        };
    }
}
