package dev.orrery.models.store;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.models.gguf.GgufFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * What kind of file somebody brings as a model's weights, from its content, never from its name. Python's pickles are programs that
 * run when they are read (docs.python.org, pickle, warning), so whatever carries one outside a TorchScript archive, whose reader
 * runs none, is refused.
 */
public final class WeightsProbe {
    private static final Pattern PICKLE_NAME =
            Pattern.compile(".*\\.(bin|ckpt|pkl|pickle|pth|joblib|npy|npz|h5|keras|msgpack)");
    private static final int ZIP_ENTRIES = 200_000;

    private WeightsProbe() {}

    /** What an engine of ours can load. */
    public enum Kind {
        GGUF,
        TORCHSCRIPT
    }

    /** Refuses by its name what would only be refused by its content after it was fetched. */
    public static void refuseByName(String name) throws OrreryException {
        if (PICKLE_NAME.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
            throw refused("models.store.pickle", name);
        }
    }

    /**
     * Looks into a file.
     *
     * @param name of the file, for the sentence
     * @throws OrreryException where it is nothing that an engine can load safely, with the reason
     */
    public static Kind of(Path file, String name) throws OrreryException {
        try {
            byte[] start;
            try (InputStream in = Files.newInputStream(file)) {
                start = in.readNBytes(16);
            }
            if (starts(start, 'G', 'G', 'U', 'F')) {
                GgufFile.read(file);
                return Kind.GGUF;
            }
            if (starts(start, 'P', 'K', 3, 4)) {
                return zip(file, name);
            }
            if (start.length > 1 && (start[0] & 0xff) == 0x80 && start[1] >= 2 && start[1] <= 5) {
                throw refused("models.store.pickle", name);
            }
            if (start.length > 8 && start[8] == '{' && start[7] == 0) {
                throw refused("models.store.safetensors", name);
            }
            refuseByName(name);
            throw refused("models.store.unknownkind", name);
        } catch (IOException unreadable) {
            throw new OrreryException(
                    UserMessage.of("models.store.unreadable", name, String.valueOf(unreadable.getMessage())),
                    unreadable);
        }
    }

    /** TorchScript archives hold code and constants; what {@code torch.save} writes holds a pickle of Python objects. */
    private static Kind zip(Path file, String name) throws OrreryException {
        boolean code = false;
        boolean constants = false;
        boolean pickle = false;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > ZIP_ENTRIES) {
                throw refused("models.store.unknownkind", name);
            }
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                String entry = entries.nextElement().getName();
                code |= entry.contains("/code/");
                constants |= entry.endsWith("/constants.pkl");
                pickle |= entry.endsWith(".pkl");
            }
        } catch (IOException cut) {
            throw new OrreryException(
                    UserMessage.of("models.store.badzip", name, String.valueOf(cut.getMessage())), cut);
        }
        if (code && constants) {
            return Kind.TORCHSCRIPT;
        }
        throw refused(pickle ? "models.store.pickle" : "models.store.unknownkind", name);
    }

    private static boolean starts(byte[] start, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (start.length <= i || start[i] != (byte) magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static OrreryException refused(String key, String name) {
        return new OrreryException(UserMessage.of(key, name));
    }
}
