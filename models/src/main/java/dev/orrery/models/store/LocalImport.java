package dev.orrery.models.store;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Folders;
import dev.orrery.base.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings a model from a file or a folder of this machine into the store. */
public final class LocalImport {
    private static final Pattern PART = Pattern.compile("(.*)-([0-9]{5})-of-([0-9]{5})\\.gguf");
    private static final Pattern SIDE_FILE =
            Pattern.compile("(?i).*\\.(json|txt|md|model|jinja|vocab|merges|bpe)|(licen[cs]e|notice|readme)[^/]*");
    private static final int MOST_FILES = 500;
    private static final int MOST_PARTS = 1000;

    private final ModelStore store;

    public LocalImport(ModelStore store) {
        this.store = store;
    }

    /** What happens with the files. */
    public enum Mode {
        /** They are copied. */
        COPY,
        /** They stay, and the store keeps where they are; moved or changed, the model is damaged. */
        REFERENCE
    }

    /** A file to import and its path in the model. */
    private record Chosen(Path file, String path) {}

    /**
     * Imports a GGUF file (with its parts), a TorchScript file, or a folder with one model and its side files.
     *
     * @throws OrreryException where it is no model that can be loaded safely, or the disk is too full; nothing has changed then
     */
    public InstalledModel run(Path source, Mode mode, Progress progress, Cancellation cancellation)
            throws OrreryException {
        try {
            List<Chosen> chosen = Files.isDirectory(source) ? ofFolder(source) : ofFile(source);
            WeightsProbe.Kind kind = null;
            Path weights = source;
            for (Chosen file : chosen) {
                if (!SIDE_FILE.matcher(file.path()).matches()) {
                    WeightsProbe.Kind its = WeightsProbe.of(
                            file.file(), file.file().getFileName().toString());
                    weights = kind == null ? file.file() : weights;
                    kind = kind == null ? its : kind;
                }
            }
            if (kind == null) {
                throw new OrreryException(UserMessage.of("models.store.nomodel", source));
            }
            if (kind == WeightsProbe.Kind.TORCHSCRIPT
                    && chosen.stream().noneMatch(file -> file.path().equals(Drafts.DESCRIPTION))) {
                throw new OrreryException(UserMessage.of("models.store.nodescription", source, Drafts.DESCRIPTION));
            }
            Origin origin = new Origin(
                    mode == Mode.COPY ? Origin.Kind.COPIED : Origin.Kind.REFERENCED,
                    source.toAbsolutePath().toString(),
                    "");
            ModelDraft draft = Drafts.ofFiles(kind, weights, source, origin);
            return imported(draft.withId(free(draft.id())), chosen, mode, progress, cancellation);
        } catch (IOException failed) {
            throw new OrreryException(
                    UserMessage.of("models.store.unreadable", source, String.valueOf(failed.getMessage())), failed);
        }
    }

    private InstalledModel imported(
            ModelDraft draft, List<Chosen> chosen, Mode mode, Progress progress, Cancellation cancellation)
            throws OrreryException, IOException {
        Path folder = store.scratch(draft.id());
        try {
            List<Content> contents = new ArrayList<>();
            if (mode == Mode.COPY) {
                long bytes = 0;
                for (Chosen file : chosen) {
                    bytes += Files.size(file.file());
                }
                store.requireSpace(bytes);
            }
            for (Chosen file : chosen) {
                contents.add(
                        mode == Mode.COPY
                                ? copied(file, folder.resolve("part" + contents.size()), progress, cancellation)
                                : referenced(file, progress, cancellation));
            }
            return store.publish(draft, contents, progress, cancellation);
        } finally {
            Folders.delete(folder);
        }
    }

    private static Content copied(Chosen file, Path to, Progress progress, Cancellation cancellation)
            throws IOException {
        String sha256;
        try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
            sha256 = Hashing.copying(file.file(), out, "models.store.stage.copy", progress, cancellation);
        }
        return new Content(file.path(), to, Files.size(to), sha256, Content.Taking.MOVE);
    }

    private static Content referenced(Chosen file, Progress progress, Cancellation cancellation) throws IOException {
        String sha256 = Hashing.sha256(file.file(), "models.store.stage.verify", progress, cancellation);
        return new Content(file.path(), file.file(), Files.size(file.file()), sha256, Content.Taking.REFERENCE);
    }

    private String free(String id) throws OrreryException {
        String free = id;
        for (int i = 2; store.model(free).isPresent(); i++) {
            free = id + "-" + i;
        }
        return free;
    }

    private static List<Chosen> ofFile(Path file) throws OrreryException, IOException {
        if (!Files.isRegularFile(file)) {
            throw new OrreryException(UserMessage.of("models.store.nofile", file));
        }
        String name = file.getFileName().toString();
        Matcher part = PART.matcher(name);
        if (!part.matches()) {
            return List.of(new Chosen(file, StoreNames.fileFrom(name)));
        }
        int parts = Integer.parseInt(part.group(3));
        if (parts < 1 || parts > MOST_PARTS) {
            throw new OrreryException(UserMessage.of("models.store.toomany", MOST_PARTS));
        }
        List<Chosen> all = new ArrayList<>();
        for (int i = 1; i <= parts; i++) {
            Path sibling = file.resolveSibling("%s-%05d-of-%05d.gguf".formatted(part.group(1), i, parts));
            if (!Files.isRegularFile(sibling)) {
                throw new OrreryException(UserMessage.of("models.store.nopart", sibling, parts));
            }
            all.add(new Chosen(
                    sibling, StoreNames.fileFrom(sibling.getFileName().toString())));
        }
        return all;
    }

    /** A folder's own files and no links: what they lead to was not meant. Folders in it are not looked into. */
    private static List<Chosen> ofFolder(Path folder) throws OrreryException, IOException {
        List<Chosen> all = new ArrayList<>();
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || name.startsWith(".")) {
                    continue;
                }
                if (all.size() == MOST_FILES) {
                    throw new OrreryException(UserMessage.of("models.store.toomany", MOST_FILES));
                }
                all.add(new Chosen(file, StoreNames.fileFrom(name)));
            }
        }
        all.sort((one, other) -> one.path().compareTo(other.path()));
        return all;
    }
}
