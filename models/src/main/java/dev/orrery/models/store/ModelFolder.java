package dev.orrery.models.store;

import dev.orrery.api.ModelTask;
import dev.orrery.api.UserMessage;
import dev.orrery.base.AtomicFile;
import dev.orrery.base.StoredContent;
import dev.orrery.models.json.JsonFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One model's folder: {@code manifest}, {@code files}, the time of the last use, and a mark where a full check found damage. */
final class ModelFolder {
    private static final AtomicFile.Format FORMAT = new AtomicFile.Format("ORRERMOD", 1);
    private static final int LARGEST_MANIFEST = 1_000_000;

    private final Path folder;

    ModelFolder(Path folder) {
        this.folder = folder;
    }

    Path files() {
        return folder.resolve("files");
    }

    private Path usedMark() {
        return folder.resolve("used");
    }

    private Path damageMark() {
        return folder.resolve("damaged");
    }

    void write(ManifestText.Manifest manifest) throws IOException {
        new AtomicFile(folder.resolve("manifest"), FORMAT).write(ManifestText.write(manifest));
    }

    void used(Instant now) throws IOException {
        if (!Files.exists(usedMark())) {
            Files.write(usedMark(), new byte[0]);
        }
        Files.setLastModifiedTime(usedMark(), FileTime.from(now));
    }

    void markDamaged(String path) throws IOException {
        Files.writeString(damageMark(), path);
    }

    void markSound() throws IOException {
        Files.deleteIfExists(damageMark());
    }

    /** The model as sizes and times of its files tell; contents are not read. */
    InstalledModel look() throws IOException {
        return switch (new AtomicFile(folder.resolve("manifest"), FORMAT).read(LARGEST_MANIFEST)) {
            case StoredContent.Intact(byte[] bytes) -> {
                try {
                    yield look(ManifestText.read(bytes));
                } catch (JsonFault wrong) {
                    yield unreadable(
                            UserMessage.of("models.store.damage.manifest", String.valueOf(wrong.getMessage())));
                }
            }
            case StoredContent.Absent absent -> unreadable(UserMessage.of("models.store.damage.nomanifest"));
            case StoredContent.OtherVersion other ->
                unreadable(UserMessage.of("models.store.damage.version", other.version()));
            case StoredContent.Damaged damaged -> unreadable(UserMessage.of("models.store.damage.checksum"));
        };
    }

    private InstalledModel look(ManifestText.Manifest manifest) throws IOException {
        String id = folder.getFileName().toString();
        if (!manifest.draft().id().equals(id)) {
            return unreadable(UserMessage.of(
                    "models.store.damage.otherid", manifest.draft().id()));
        }
        Instant used =
                Files.exists(usedMark()) ? Files.getLastModifiedTime(usedMark()).toInstant() : manifest.installed();
        return new InstalledModel(
                manifest.draft(), files(), manifest.files(), manifest.installed(), used, damage(manifest.files()));
    }

    private Optional<UserMessage> damage(List<StoredFile> expected) throws IOException {
        if (Files.exists(damageMark())) {
            String path = Files.readString(damageMark(), StandardCharsets.UTF_8);
            return Optional.of(UserMessage.of("models.store.damage.sum", path));
        }
        Set<String> there = present();
        for (StoredFile file : expected) {
            Path path = files().resolve(file.path());
            if (!there.remove(file.path()) || !Files.isRegularFile(path)) {
                return Optional.of(UserMessage.of("models.store.damage.gone", file.path()));
            }
            long size = Files.size(path);
            if (size != file.size()) {
                return Optional.of(UserMessage.of("models.store.damage.size", file.path(), size, file.size()));
            }
            if (Files.getLastModifiedTime(path).toMillis() != file.modified()) {
                return Optional.of(UserMessage.of("models.store.damage.changed", file.path()));
            }
        }
        return there.isEmpty()
                ? Optional.empty()
                : Optional.of(UserMessage.of(
                        "models.store.damage.foreign", there.iterator().next()));
    }

    private Set<String> present() throws IOException {
        Set<String> present = new TreeSet<>();
        Path files = files();
        if (!Files.isDirectory(files)) {
            return present;
        }
        Files.walkFileTree(files, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                StringBuilder path = new StringBuilder();
                for (Path segment : files.relativize(file)) {
                    path.append(path.isEmpty() ? "" : "/").append(segment);
                }
                present.add(path.toString());
                return FileVisitResult.CONTINUE;
            }
        });
        return present;
    }

    private InstalledModel unreadable(UserMessage why) {
        String id = folder.getFileName().toString();
        ModelDraft nothingKnown = new ModelDraft(
                id,
                id,
                "",
                "",
                "",
                Set.of(ModelTask.COMPLETION),
                false,
                Optional.empty(),
                new Origin(Origin.Kind.COPIED, "", ""),
                Terms.UNKNOWN);
        return new InstalledModel(nothingKnown, files(), List.of(), Instant.EPOCH, Instant.EPOCH, Optional.of(why));
    }
}
