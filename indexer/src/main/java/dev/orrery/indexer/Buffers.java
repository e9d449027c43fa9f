package dev.orrery.indexer;

import dev.orrery.api.Document;
import dev.orrery.api.OrreryException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The unsaved buffers of this process, the newest text of each. Safe from any thread. */
final class Buffers {
    private final Path root;
    private final Map<String, Document> open = new ConcurrentHashMap<>();

    Buffers(Path root) {
        this.root = root;
    }

    /** @throws IllegalArgumentException where the path is not one of a file below the root, as the index writes it */
    void edit(Document document) {
        String path = document.path();
        Path file = root.resolve(path).normalize();
        if (path.isEmpty()
                || !file.startsWith(root)
                || !root.relativize(file).toString().replace('\\', '/').equals(path)) {
            throw new IllegalArgumentException(path);
        }
        open.put(path, document);
    }

    void discard(String path) {
        open.remove(path);
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** All of them by path, as they are now. */
    Map<String, Document> open() {
        return Map.copyOf(open);
    }

    /** The text of an unsaved buffer. */
    Optional<String> text(String path) {
        return Optional.ofNullable(open.get(path)).map(Document::text);
    }

    /** The text that counts: the buffer's, or the file's where none is open. */
    String read(String path) throws OrreryException {
        Document buffer = open.get(path);
        return buffer == null ? FileText.read(root, path) : buffer.text();
    }
}
