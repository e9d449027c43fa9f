package dev.orrery.app.feature.models;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.Document;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
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
        Path path = root.resolve(graph.path(file)).normalize();
        try {
            boolean isOurs = path.startsWith(root)
                    && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                    && Files.size(path) <= LARGEST;
            return isOurs ? new Document(graph.path(file), 0, Files.readString(path)) : null;
        } catch (CharacterCodingException noText) {
            return null;
        } catch (IOException gone) {
            System.getLogger(WorkspaceCode.class.getName())
                    .log(System.Logger.Level.DEBUG, "a file could not be read while learning", gone);
            return null;
        }
    }
}
