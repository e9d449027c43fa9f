package dev.orrery.models.engine.gguf;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.gguf.GgufFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one model of a folder, of one file or of several parts, every header read and found sound.
 *
 * @param first the file that llama.cpp is told; it finds the other parts by their names
 * @param header of the first
 * @param bytes of all parts
 */
record GgufFiles(Path first, GgufFile header, long bytes) {
    private static final Pattern PART = Pattern.compile("(.*)-([0-9]{5})-of-([0-9]{5})\\.gguf");

    static GgufFiles of(Path folder) throws EngineException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> models = files.filter(file -> file.toString().endsWith(".gguf"))
                    .sorted()
                    .toList();
            if (models.isEmpty()) {
                throw bad(UserMessage.of("models.gguf.nofile", String.valueOf(folder.getFileName())), null);
            }
            checkParts(folder, models);
            GgufFile header = GgufFile.read(models.getFirst());
            long bytes = header.bytes();
            for (Path other : models.subList(1, models.size())) {
                bytes += GgufFile.read(other).bytes();
            }
            return new GgufFiles(models.getFirst(), header, bytes);
        } catch (OrreryException unsound) {
            throw bad(unsound.userMessage(), unsound);
        } catch (IOException unreadable) {
            throw bad(
                    UserMessage.of(
                            "models.engine.unreadable", folder.toString(), String.valueOf(unreadable.getMessage())),
                    unreadable);
        }
    }

    /** One file, or all parts of one model, none missing. */
    private static void checkParts(Path folder, List<Path> models) throws EngineException {
        Matcher first = PART.matcher(String.valueOf(models.getFirst().getFileName()));
        boolean whole = first.matches() ? Integer.parseInt(first.group(3)) == models.size() : models.size() == 1;
        for (int i = 0; whole && first.matches() && i < models.size(); i++) {
            Matcher part = PART.matcher(String.valueOf(models.get(i).getFileName()));
            whole = part.matches() && part.group(1).equals(first.group(1)) && Integer.parseInt(part.group(2)) == i + 1;
        }
        if (!whole) {
            throw bad(UserMessage.of("models.gguf.parts", String.valueOf(folder.getFileName()), models.size()), null);
        }
    }

    private static EngineException bad(UserMessage message, @Nullable Throwable cause) {
        return new EngineException(EngineException.Kind.BAD_MODEL, message, cause);
    }
}
