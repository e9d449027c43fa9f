package dev.orrery.indexer.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Every file and folder that was asked for on the way to an answer, also those that were not there. Belongs to one thread. */
public final class Evidence {
    private static final int MOST_ENTRIES = 10_000;

    private final SortedMap<Path, Stamp> seen;

    /**
     * How something looked: another look that is equal proves that nothing changed.
     *
     * @param size in bytes; -1 where there was neither file nor folder
     * @param modified in nanoseconds since 1970
     */
    public record Stamp(long size, long modified) {
        static final Stamp ABSENT = new Stamp(-1, 0);

        static Stamp of(Path path) {
            try {
                BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
                long size = found.isDirectory() ? 0 : found.isRegularFile() ? found.size() : -1;
                return size < 0
                        ? ABSENT
                        : new Stamp(size, found.lastModifiedTime().to(TimeUnit.NANOSECONDS));
            } catch (IOException absent) {
                return ABSENT;
            }
        }
    }

    Evidence() {
        this(Map.of());
    }

    /** What was noted in another process. */
    public Evidence(Map<Path, Stamp> seen) {
        this.seen = new TreeMap<>(seen);
    }

    /** By path, in their order. */
    public SortedMap<Path, Stamp> seen() {
        return new TreeMap<>(seen);
    }

    /** Whether all of it looks as it did. */
    boolean holds() {
        return seen.entrySet().stream()
                .allMatch(entry -> Stamp.of(entry.getKey()).equals(entry.getValue()));
    }

    Stamp look(Path path) {
        return seen.computeIfAbsent(path, Stamp::of);
    }

    boolean isThere(Path path) {
        return look(path).size() >= 0;
    }

    /** The content of a file of at most {@code limit} bytes. */
    byte[] read(Path file, int limit) throws IOException {
        long size = look(file).size();
        if (size > limit) {
            throw new IOException(size + " bytes");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new IOException("more than " + limit + " bytes");
            }
            return bytes;
        }
    }

    /** What is in a folder, in the order of names; nothing where there is none or it holds far too much. */
    List<Path> list(Path folder) {
        if (!isThere(folder) || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> found = new ArrayList<>(all.limit(MOST_ENTRIES).toList());
            found.sort(null);
            return found.size() == MOST_ENTRIES ? List.of() : found;
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            return List.of();
        }
    }
}
