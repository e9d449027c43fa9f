package dev.orrery.app.edit;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes a text into its file, unless somebody else wrote there since it was read. Blocks; any thread. */
public final class Saving {
    private final Path root;
    private final Path staging;

    /**
     * @param root the repository's root, canonical
     * @param staging a folder of the application in which content is made ready
     */
    public Saving(Path root, Path staging) {
        this.root = root;
        this.staging = staging;
    }

    /** How saving went. */
    public sealed interface Outcome {
        /** It is on disk. */
        record Saved(String hash) implements Outcome {}

        /** The file is not the one that was read; nothing was written. */
        record Conflict(DiskText disk) implements Outcome {}

        /** Nothing was written, and why. */
        record Failed(UserMessage why) implements Outcome {}
    }

    /**
     * Saves a text.
     *
     * @param expected the hash of what the file should hold now, {@link DiskText#NO_HASH} where it should not be there
     */
    public Outcome save(String path, String text, TextForm form, String expected) {
        try {
            byte[] content = form.encode(text);
            DiskText disk = DiskText.read(root, path);
            return switch (disk) {
                case DiskText.Text now when now.hash().equals(expected) -> replace(path, content);
                case DiskText.Text now when now.hash().equals(DiskText.hash(content)) -> new Outcome.Saved(now.hash());
                case DiskText.Gone gone when expected.equals(DiskText.NO_HASH) -> create(path, content);
                case DiskText.Text other -> new Outcome.Conflict(other);
                case DiskText.Gone gone -> new Outcome.Conflict(gone);
                case DiskText.Unusable unusable -> new Outcome.Conflict(unusable);
            };
        } catch (NoSuchFileException | FileAlreadyExistsException raced) {
            return new Outcome.Conflict(DiskText.read(root, path));
        } catch (IOException failed) {
            return new Outcome.Failed(UserMessage.of("app.save.failed", path, String.valueOf(failed.getMessage())));
        } catch (OrreryException refused) {
            return new Outcome.Failed(refused.userMessage());
        }
    }

    private Outcome replace(String path, byte[] content) throws IOException, OrreryException {
        Path file = DiskText.locate(root, path);
        if (!FileWriter.isWritable(file)) {
            return new Outcome.Failed(UserMessage.of("app.save.readOnly", path));
        }
        FileWriter.replace(file, content, staging);
        return new Outcome.Saved(DiskText.hash(content));
    }

    /** Only where its folder is still there: nothing else is made in the repository. */
    private Outcome create(String path, byte[] content) throws IOException, OrreryException {
        Path file = root.resolve(path).normalize();
        Path folder = file.getParent();
        if (folder == null || !folder.toRealPath().startsWith(root.toRealPath())) {
            throw new OrreryException(UserMessage.of("app.code.outside", path));
        }
        try {
            Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException raced) {
            throw raced;
        } catch (IOException full) {
            Files.deleteIfExists(file);
            throw full;
        }
        return new Outcome.Saved(DiskText.hash(content));
    }
}
