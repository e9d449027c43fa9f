package dev.orrery.app.complete;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.Document;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of a repository that are in its graph, read one after the other; what cannot be read any more or is large is left out. */
record WorkspaceCode(CodeGraph graph, Path root) implements Iterable<Document> {
    private static final long LARGEST = 1_000_000;

    @Override
    public Iterator<Document> iterator() {
        return new Iterator<>() {
            private int file;
            private @Nullable Document next;

            @Override
            public boolean hasNext() {
                while (next == null && file < graph.fileCount()) {
                    next = read(file++);
                }
                return next != null;
            }

            @Override
            public Document next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                Document found = next;
                next = null;
                if (found == null) {
                    throw new NoSuchElementException();
                }
                return found;
            }
        };
    }

    private @Nullable Document read(int file) {
        return read(graph.path(file)).orElse(null);
    }

    /** A file by its path; empty where it is not there, not text or too large. */
    Optional<Document> read(String name) {
        Path path = root.resolve(name).normalize();
        try {
            boolean isOurs = path.startsWith(root)
                    && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                    && Files.size(path) <= LARGEST;
            return isOurs ? Optional.of(new Document(name, 0, Files.readString(path))) : Optional.empty();
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        } catch (IOException gone) {
            System.getLogger(WorkspaceCode.class.getName())
                    .log(System.Logger.Level.DEBUG, "a file could not be read while learning", gone);
            return Optional.empty();
        }
    }
}
