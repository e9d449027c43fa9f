package dev.orrery.models.catalog;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Folders;
import dev.orrery.models.json.JsonFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The catalogue's three files: the one that came with this version, {@code catalog.json} that the user pointed to last, which
 * replaces the first where it is newer, and {@code catalog-own.json} that the user edits, whose entries go over both by their ids.
 * Nothing is fetched. Safe from any thread.
 */
public final class CatalogFiles {
    private static final int LARGEST = 8_000_000;

    private final Path folder;
    private final Path newer;
    private final Path own;

    /** @param folder of the user's settings for models; need not exist */
    public CatalogFiles(Path folder) {
        this.folder = folder;
        this.newer = folder.resolve("catalog.json");
        this.own = folder.resolve("catalog-own.json");
    }

    /**
     * What was read.
     *
     * @param problems with files that were therefore left out, for the user's eyes
     */
    public record Read(Catalog catalog, List<UserMessage> problems) {
        public Read {
            problems = List.copyOf(problems);
        }
    }

    /** Where the user's own entries stand. */
    public Path own() {
        return own;
    }

    /** The catalogue as it is now; a file that cannot be used is left out with a message. */
    public Read read() {
        List<UserMessage> problems = new ArrayList<>();
        Catalog catalog = bundled();
        try {
            if (Files.exists(newer)) {
                Catalog update = read(newer);
                catalog = update.asOf().isAfter(catalog.asOf()) ? update : catalog;
            }
        } catch (OrreryException unusable) {
            problems.add(unusable.userMessage());
        }
        try {
            if (Files.exists(own)) {
                catalog = catalog.overlaid(read(own));
            }
        } catch (OrreryException unusable) {
            problems.add(unusable.userMessage());
        }
        return new Read(catalog, problems);
    }

    /**
     * Takes over a newer catalogue from a file.
     *
     * @throws OrreryException where it cannot be read, is not a catalogue, or is not newer; then nothing has changed
     */
    public Catalog update(Path file) throws OrreryException {
        return update(file.toString(), bytes(file));
    }

    /**
     * Takes over a newer catalogue.
     *
     * @param from where it came from, for the user's eyes
     * @throws OrreryException where it is not a catalogue, or is not newer; then nothing has changed
     */
    public Catalog update(String from, byte[] json) throws OrreryException {
        Catalog update = parsed(from, json);
        Catalog current = read().catalog();
        if (!update.asOf().isAfter(current.asOf())) {
            throw new OrreryException(UserMessage.of(
                    "models.catalog.notnewer",
                    from,
                    update.asOf().toString(),
                    current.asOf().toString()));
        }
        Path temporary = newer.resolveSibling("catalog.json.tmp");
        try {
            Folders.createPrivate(folder);
            Files.write(temporary, json);
            try {
                Files.move(temporary, newer, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException networkDrive) {
                Files.move(temporary, newer, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failed) {
            throw unreadable(newer, failed);
        }
        return update;
    }

    /** The one that came with this version. */
    public static Catalog bundled() {
        try (InputStream in = CatalogFiles.class.getResourceAsStream("catalog.json")) {
            if (in == null) {
                throw new IllegalStateException("no catalogue in this build");
            }
            return CatalogText.read(in.readAllBytes());
        } catch (IOException | JsonFault broken) {
            throw new IllegalStateException("the catalogue of this build: " + broken.getMessage(), broken);
        }
    }

    private static Catalog read(Path file) throws OrreryException {
        return parsed(file.toString(), bytes(file));
    }

    private static byte[] bytes(Path file) throws OrreryException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST + 1);
        } catch (IOException failed) {
            throw unreadable(file, failed);
        }
    }

    private static Catalog parsed(String from, byte[] json) throws OrreryException {
        try {
            if (json.length > LARGEST) {
                throw new JsonFault("more than " + LARGEST + " bytes");
            }
            return CatalogText.read(json);
        } catch (JsonFault wrong) {
            throw new OrreryException(
                    UserMessage.of("models.catalog.wrong", from, String.valueOf(wrong.getMessage())), wrong);
        }
    }

    private static OrreryException unreadable(Path file, IOException failed) {
        return new OrreryException(
                UserMessage.of("models.catalog.unreadable", file, String.valueOf(failed.getMessage())), failed);
    }
}
