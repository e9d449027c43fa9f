package dev.orrery.app.edit;

import dev.orrery.base.AtomicFile;
import dev.orrery.base.AtomicFile.Format;
import dev.orrery.base.StoredContent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps unsaved text of one repository in the application's own folders, one {@link AtomicFile} a file, so that a process that is killed
 * loses nothing that was kept. Each knows the process that keeps it: what another living one works on is left to that one. Bounded in
 * number and size; what does not fit is refused, never dropped. Safe from any thread; blocks.
 */
public final class UnsavedStore {
    private static final Logger LOG = LoggerFactory.getLogger(UnsavedStore.class);
    private static final Format FORMAT = new Format("ORRDRAFT", 1);
    private static final String SUFFIX = ".draft";
    private static final int MOST_BYTES = 128 << 20;
    private static final int MOST_FILES = 500;
    private static final int NAME = 40;

    private final Path folder;
    private final long owner;

    /**
     * @param unsaved the application's folder for unsaved text
     * @param root the repository's root, canonical
     */
    public UnsavedStore(Path unsaved, Path root) {
        this(unsaved, root, ProcessHandle.current().pid());
    }

    UnsavedStore(Path unsaved, Path root, long owner) {
        this.folder = unsaved.resolve(name(root.toString()));
        this.owner = owner;
    }

    private static String name(String of) {
        return DiskText.hash(of.getBytes(StandardCharsets.UTF_8)).substring(0, NAME);
    }

    /** Where content is made ready that is being saved. */
    public Path staging() {
        return folder.resolve("saving");
    }

    private AtomicFile file(String path) {
        return new AtomicFile(folder.resolve(name(path) + "-" + owner + SUFFIX), FORMAT);
    }

    /** Keeps text; what was kept of the same file before is replaced. */
    public synchronized void keep(UnsavedText text) throws IOException {
        byte[] content = text.encode();
        Files.createDirectories(folder);
        AtomicFile file = file(text.path());
        if (content.length > MOST_BYTES || !Files.exists(file.path()) && files().size() >= MOST_FILES) {
            throw new IOException(folder + ": too much unsaved text");
        }
        file.write(content);
        forgetLeft(text.path(), file.path());
    }

    private void forgetLeft(String path, Path except) throws IOException {
        for (Path file : files()) {
            boolean same = file.getFileName().toString().startsWith(name(path) + "-");
            if (same && !file.equals(except) && !isAnothers(file)) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The file is saved, or its text was given up. */
    public synchronized void forget(String path) throws IOException {
        Files.deleteIfExists(file(path).path());
        forgetLeft(path, folder);
    }

    /** What processes left that live no more, or this one before, the oldest first; what is damaged is set aside. */
    public synchronized List<UnsavedText> left() throws IOException {
        List<UnsavedText> left = new ArrayList<>();
        for (Path path : files()) {
            if (isAnothers(path)) {
                continue;
            }
            AtomicFile file = new AtomicFile(path, FORMAT);
            StoredContent stored = file.read(MOST_BYTES);
            if (stored instanceof StoredContent.Intact(byte[] bytes)) {
                UnsavedText.decode(bytes).ifPresentOrElse(left::add, () -> setAside(file));
            } else if (!(stored instanceof StoredContent.Absent)) {
                setAside(file);
            }
        }
        left.sort(Comparator.comparing(UnsavedText::at));
        return left;
    }

    private static void setAside(AtomicFile file) {
        try {
            LOG.warn(
                    "unsaved text cannot be read; it is now {}", file.setAside().orElse(file.path()));
        } catch (IOException stays) {
            LOG.warn("unsaved text cannot be read: {}", file.path(), stays);
        }
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            all.forEach(files::add);
        } catch (NoSuchFileException none) {
            return files;
        }
        return files;
    }

    /** Whether another process that still lives keeps this one; one that began later only has its number. */
    private boolean isAnothers(Path file) throws IOException {
        String name = file.getFileName().toString();
        String number = name.substring(name.lastIndexOf('-') + 1, name.length() - SUFFIX.length());
        if (!number.matches("[0-9]{1,18}") || Long.parseLong(number) == owner) {
            return false;
        }
        Instant kept = Files.getLastModifiedTime(file).toInstant();
        return ProcessHandle.of(Long.parseLong(number))
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().startInstant())
                .map(start -> !start.isAfter(kept))
                .orElse(false);
    }
}
