package dev.orrery.models.keys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.AtomicFile;
import dev.orrery.base.Folders;
import dev.orrery.base.StoredContent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Sealed keys by name, in one file in a folder that only the user may enter. Several processes may read; of two that write at
 * the same moment the later one wins.
 */
final class KeyFile {
    private static final int LIMIT = 4 << 20;
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final AtomicFile file;

    KeyFile(Path folder) {
        this.folder = folder;
        file = new AtomicFile(folder.resolve("keys"), new AtomicFile.Format("ORRYKEYS", 1));
    }

    /** Seals keys: what is kept is of no use without what the sealer knows. */
    interface Sealer {
        /** @param name is bound to the key, so that sealed keys cannot be swapped */
        String seal(String name, ApiKey key) throws OrreryException;

        ApiKey open(String name, String sealed) throws OrreryException;
    }

    synchronized Optional<ApiKey> find(String name, Sealer sealer) throws OrreryException {
        String sealed = read().get(name);
        return sealed == null ? Optional.empty() : Optional.of(sealer.open(name, sealed));
    }

    synchronized void put(String name, ApiKey key, Sealer sealer) throws OrreryException {
        Map<String, String> keys = read();
        keys.put(name, sealer.seal(name, key));
        write(keys);
    }

    synchronized void remove(String name) throws OrreryException {
        Map<String, String> keys = read();
        if (keys.remove(name) != null) {
            write(keys);
        }
    }

    private Map<String, String> read() throws OrreryException {
        try {
            return switch (file.read(LIMIT)) {
                case StoredContent.Absent absent -> new TreeMap<>();
                case StoredContent.Intact(byte[] bytes) ->
                    JSON.readValue(bytes, new TypeReference<TreeMap<String, String>>() {});
                case StoredContent.Damaged damaged -> throw setAside();
                case StoredContent.OtherVersion other -> throw setAside();
            };
        } catch (JsonProcessingException damaged) {
            throw setAside();
        } catch (IOException unreadable) {
            throw new OrreryException(UserMessage.of("models.keys.unreadable", file.path()), unreadable);
        }
    }

    private OrreryException setAside() {
        try {
            Object aside = file.setAside().map(Object.class::cast).orElse("");
            return new OrreryException(UserMessage.of("models.keys.damaged", aside));
        } catch (IOException unmovable) {
            return new OrreryException(UserMessage.of("models.keys.unreadable", file.path()), unmovable);
        }
    }

    private void write(Map<String, String> keys) throws OrreryException {
        try {
            Folders.createPrivate(folder);
            file.write(JSON.writeValueAsBytes(keys));
            Folders.restrict(file.path(), "rw-------");
        } catch (IOException unwritable) {
            throw new OrreryException(UserMessage.of("models.keys.unwritable", file.path()), unwritable);
        }
    }
}
