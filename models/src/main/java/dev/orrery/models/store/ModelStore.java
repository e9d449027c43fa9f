package dev.orrery.models.store;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Folders;
import dev.orrery.base.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The models on this disk. Contents are kept once; a model appears whole or not at all; one whose files are not what they were is
 * listed with the reason and has no {@link InstalledModel#source}. Safe from any thread and from several processes. Methods read the
 * disk and belong on a virtual thread.
 */
public final class ModelStore {
    private static final AtomicLong COUNTER = new AtomicLong();
    /** Begins no id. */
    private static final String SCRATCH = "~";

    private final Path root;
    private final Path models;
    private final Blobs blobs;
    private final InstantSource clock;
    private final DiskSpace disk;

    private ModelStore(Path root, InstantSource clock, DiskSpace disk) {
        this.root = root;
        this.models = root.resolve("models");
        this.blobs = new Blobs(root.resolve("blobs"));
        this.clock = clock;
        this.disk = disk;
    }

    /**
     * Opens a store, makes it where there is none, and clears away what a killed process left half done.
     *
     * @param root a folder of its own, on a disk with room for models
     */
    public static ModelStore open(Path root, InstantSource clock, DiskSpace disk) throws OrreryException {
        ModelStore store = new ModelStore(root.toAbsolutePath().normalize(), clock, disk);
        return store.locked(() -> {
            store.clearAway();
            return store;
        });
    }

    /** All models by their ids; contents are not read. */
    public List<InstalledModel> models() throws OrreryException {
        return reading(() -> {
            List<InstalledModel> found = new ArrayList<>();
            for (Path folder : children()) {
                if (StoreNames.isId(folder.getFileName().toString())) {
                    look(folder).ifPresent(found::add);
                }
            }
            found.sort((one, other) -> one.id().compareTo(other.id()));
            return List.copyOf(found);
        });
    }

    public Optional<InstalledModel> model(String id) throws OrreryException {
        return StoreNames.isId(id) ? reading(() -> look(models.resolve(id))) : Optional.empty();
    }

    /** A folder for what is on its way into a model; what lies there stays until somebody deletes it. */
    public Path incoming(String id) throws OrreryException {
        return reading(() -> Folders.createPrivate(root.resolve("incoming").resolve(id)));
    }

    /** A folder for what this process makes, gone with the process at the latest: the next one to open the store clears it away. */
    Path scratch(String id) throws OrreryException {
        String name = SCRATCH + ProcessHandle.current().pid() + "-" + COUNTER.incrementAndGet() + "-" + id;
        return reading(() -> Folders.createPrivate(root.resolve("incoming").resolve(name)));
    }

    /** The folders of {@link #incoming} that are there, by their ids. */
    public List<Path> incoming() throws OrreryException {
        return reading(() -> {
            List<Path> folders = new ArrayList<>();
            try (var children = Files.newDirectoryStream(root.resolve("incoming"))) {
                children.forEach(child -> {
                    boolean isScratch = child.getFileName().toString().startsWith(SCRATCH);
                    if (!isScratch && Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                        folders.add(child);
                    }
                });
            } catch (NoSuchFileException none) {
                return List.of();
            }
            folders.sort(null);
            return List.copyOf(folders);
        });
    }

    /** The disk that the store is on. */
    public void requireSpace(long bytes) throws OrreryException {
        disk.require(root, bytes);
    }

    /** Bytes of the contents that models here hold, each counted once; referenced files are elsewhere and do not count. */
    public long bytesOnDisk() throws OrreryException {
        Map<String, Long> contents = new HashMap<>();
        for (InstalledModel model : models()) {
            if (model.draft().origin().kind() != Origin.Kind.REFERENCED) {
                model.files().forEach(file -> contents.put(file.sha256(), file.size()));
            }
        }
        return contents.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Puts a verified model in place of one with its id. Moved files are gone from where they were, also where their content was
     * here already.
     *
     * @throws OrreryException where a name is not one for the store, or the disk fails; then all is as it was
     */
    public InstalledModel publish(
            ModelDraft draft, List<Content> contents, Progress progress, Cancellation cancellation)
            throws OrreryException {
        requireNames(draft, contents);
        Set<String> sound = reading(() -> soundBlobs(contents, progress, cancellation));
        return locked(() -> {
            Path fresh = Folders.createPrivate(models.resolve(".new-" + draft.id() + "-" + COUNTER.incrementAndGet()));
            try {
                ModelFolder folder = new ModelFolder(fresh);
                List<StoredFile> files = new ArrayList<>();
                for (Content content : contents) {
                    files.add(taken(content, folder, sound));
                }
                Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                folder.write(new ManifestText.Manifest(draft, files, now));
                replace(models.resolve(draft.id()), fresh);
                collect();
                return look(models.resolve(draft.id())).orElseThrow();
            } finally {
                Folders.delete(fresh);
            }
        });
    }

    /**
     * Reads all of a model's contents. What it finds is remembered: a damaged model is not loaded any more, and one that only looked
     * damaged (its files were touched) is well again.
     *
     * @return what is wrong; empty where all is well
     */
    public Optional<UserMessage> verify(String id, Progress progress, Cancellation cancellation)
            throws OrreryException {
        InstalledModel model = require(id);
        if (model.files().isEmpty()) {
            return model.damage();
        }
        ModelFolder folder = new ModelFolder(models.resolve(id));
        Optional<StoredFile> wrong = reading(() -> wrong(model, folder, progress, cancellation));
        locked(() -> {
            if (look(models.resolve(id))
                    .filter(now -> now.files().equals(model.files()))
                    .isEmpty()) {
                return id;
            }
            if (wrong.isPresent()) {
                folder.markDamaged(wrong.get().path());
            } else {
                folder.markSound();
                List<StoredFile> now = new ArrayList<>();
                for (StoredFile file : model.files()) {
                    long modified = modified(folder.files().resolve(file.path()));
                    now.add(new StoredFile(file.path(), file.size(), file.sha256(), modified));
                }
                folder.write(new ManifestText.Manifest(model.draft(), now, model.installed()));
            }
            return id;
        });
        return model(id).flatMap(InstalledModel::damage);
    }

    /** Takes a model away, with the contents that no other one holds. Referenced files stay where they are. */
    public void remove(String id) throws OrreryException {
        require(id);
        locked(() -> {
            Path gone = models.resolve(".gone-" + id + "-" + COUNTER.incrementAndGet());
            Files.move(models.resolve(id), gone);
            Folders.delete(gone);
            collect();
            return id;
        });
    }

    /** Remembers that a model is loaded now. */
    public void used(String id) throws OrreryException {
        require(id);
        locked(() -> {
            new ModelFolder(models.resolve(id)).used(clock.instant());
            return id;
        });
    }

    private static void requireNames(ModelDraft draft, List<Content> contents) throws OrreryException {
        Set<String> paths = new HashSet<>();
        if (!StoreNames.isId(draft.id())) {
            throw new OrreryException(UserMessage.of("models.store.badname", draft.id()));
        }
        for (Content content : contents) {
            if (!StoreNames.isPath(content.path()) || !paths.add(content.path().toLowerCase(Locale.ROOT))) {
                throw new OrreryException(UserMessage.of("models.store.badname", content.path()));
            }
        }
    }

    /** The contents that are here already and unharmed; reading them may take long, so it is done before the lock is taken. */
    private Set<String> soundBlobs(List<Content> contents, Progress progress, Cancellation cancellation)
            throws IOException {
        Set<String> sound = new HashSet<>();
        for (Content content : contents) {
            String sha256 = content.sha256();
            try {
                if (blobs.has(sha256, content.size())
                        && Hashing.sha256(blobs.of(sha256), "models.store.stage.verify", progress, cancellation)
                                .equals(sha256)) {
                    sound.add(sha256);
                }
            } catch (NoSuchFileException gone) {
                // Another process took the last model away that held it: it is put there anew.
                sound.remove(sha256);
            }
        }
        return sound;
    }

    private StoredFile taken(Content content, ModelFolder folder, Set<String> sound) throws IOException {
        Path path = folder.files().resolve(content.path());
        Folders.createPrivate(Objects.requireNonNull(path.getParent()));
        switch (content.taking()) {
            case REFERENCE -> Files.createSymbolicLink(path, content.file().toRealPath());
            case MOVE -> {
                if (sound.contains(content.sha256()) && blobs.has(content.sha256(), content.size())) {
                    Files.deleteIfExists(content.file());
                } else {
                    blobs.put(content.file(), content.sha256());
                }
                blobs.link(content.sha256(), path);
            }
        }
        if (Files.size(path) != content.size()) {
            throw new IOException(content.path() + ": " + Files.size(path) + " bytes, not " + content.size());
        }
        return new StoredFile(content.path(), content.size(), content.sha256(), modified(path));
    }

    private void replace(Path place, Path fresh) throws IOException {
        Path old = models.resolve(".old-" + place.getFileName());
        Folders.delete(old);
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(place, old);
        }
        Files.move(fresh, place);
        Folders.delete(old);
    }

    private static Optional<StoredFile> wrong(
            InstalledModel model, ModelFolder folder, Progress progress, Cancellation cancellation) throws IOException {
        for (StoredFile file : model.files()) {
            Path path = folder.files().resolve(file.path());
            if (!Files.isRegularFile(path)
                    || Files.size(path) != file.size()
                    || !Hashing.sha256(path, "models.store.stage.verify", progress, cancellation)
                            .equals(file.sha256())) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    private void collect() throws IOException {
        Set<String> held = new HashSet<>();
        for (Path folder : children()) {
            look(folder).ifPresent(model -> model.files().forEach(file -> held.add(file.sha256())));
        }
        blobs.keepOnly(held);
    }

    /** What a killed process left: unfinished models go, one that was being replaced comes back. */
    private void clearAway() throws IOException {
        for (Path folder : children(root.resolve("incoming"))) {
            String[] parts = folder.getFileName().toString().split("[~-]", 3);
            if (parts[0].isEmpty() && parts.length == 3 && !isAlive(parts[1])) {
                Folders.delete(folder);
            }
        }
        for (Path folder : children()) {
            String name = folder.getFileName().toString();
            if (name.startsWith(".new-") || name.startsWith(".gone-")) {
                Folders.delete(folder);
            } else if (name.startsWith(".old-")) {
                Path place = models.resolve(name.substring(".old-".length()));
                if (Files.exists(place)) {
                    Folders.delete(folder);
                } else {
                    Files.move(folder, place);
                }
            }
        }
    }

    private static boolean isAlive(String pid) {
        return pid.matches("[0-9]{1,18}")
                && ProcessHandle.of(Long.parseLong(pid))
                        .filter(ProcessHandle::isAlive)
                        .isPresent();
    }

    private List<Path> children() throws IOException {
        return children(models);
    }

    private static List<Path> children(Path parent) throws IOException {
        List<Path> children = new ArrayList<>();
        try (var folders = Files.newDirectoryStream(parent)) {
            folders.forEach(children::add);
        } catch (NoSuchFileException none) {
            return List.of();
        }
        return children;
    }

    private static Optional<InstalledModel> look(Path folder) throws IOException {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(new ModelFolder(folder).look())
                : Optional.empty();
    }

    private static long modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toMillis();
    }

    private InstalledModel require(String id) throws OrreryException {
        return model(id).orElseThrow(() -> new OrreryException(UserMessage.of("models.store.unknown", id)));
    }

    private interface Work<T> {
        T run() throws IOException, OrreryException;
    }

    private <T> T locked(Work<T> work) throws OrreryException {
        return reading(() -> {
            Folders.createPrivate(models);
            try (StoreLock lock = StoreLock.take(root.resolve("lock"))) {
                return work.run();
            }
        });
    }

    private <T> T reading(Work<T> work) throws OrreryException {
        try {
            return work.run();
        } catch (IOException failed) {
            throw new OrreryException(
                    UserMessage.of("models.store.failed", root, String.valueOf(failed.getMessage())), failed);
        }
    }
}
