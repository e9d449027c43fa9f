package dev.orrery.indexer.share;

import dev.orrery.base.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Where an owner listens: {@code socket} in the index folder, or, where that path is longer than systems allow, a socket in
 * a fresh folder below the system's temporary one. The file {@code endpoint} in the index folder names it.
 */
final class Endpoint {
    /** macOS allows 104 bytes with the closing zero, Linux 108. */
    private static final int LONGEST_PATH = 103;

    private static final String SHORT = "orrery-socket-";

    private Endpoint() {}

    /** A path to listen on, free of what an owner before left there. */
    static Path create(Path folder) throws IOException {
        removeLeftover(folder);
        Path socket = folder.resolve("socket");
        if (tooLong(socket)) {
            Path runtime = Path.of(System.getProperty("java.io.tmpdir"));
            Path own = runtime.resolve(SHORT + UUID.randomUUID().toString().substring(0, 12));
            Files.createDirectory(own);
            socket = Folders.createPrivate(own).resolve("s");
            if (tooLong(socket)) {
                Files.delete(own);
                throw new IOException("no path is short enough for a socket: " + socket);
            }
        }
        Files.deleteIfExists(socket);
        Files.writeString(folder.resolve("endpoint"), socket.toString());
        return socket;
    }

    /** A killed owner leaves its folder below the temporary one. */
    private static void removeLeftover(Path folder) throws IOException {
        if (Files.exists(folder.resolve("endpoint"))) {
            Path socket = find(folder);
            Path own = socket.getParent();
            if (own != null
                    && own.getFileName() != null
                    && own.getFileName().toString().startsWith(SHORT)) {
                Files.deleteIfExists(socket);
                Files.deleteIfExists(own);
            }
        }
    }

    /** The path that an owner announced. */
    static Path find(Path folder) throws IOException {
        byte[] announced;
        try (var in = Files.newInputStream(folder.resolve("endpoint"), LinkOption.NOFOLLOW_LINKS)) {
            announced = in.readNBytes(Message.LONGEST);
        }
        return Path.of(new String(announced, StandardCharsets.UTF_8));
    }

    /** Removes what {@link #create} made. */
    static void remove(Path folder, Path socket) throws IOException {
        Files.deleteIfExists(socket);
        Files.deleteIfExists(folder.resolve("endpoint"));
        Path parent = socket.getParent();
        if (parent != null && !parent.equals(folder)) {
            Files.deleteIfExists(parent);
        }
    }

    private static boolean tooLong(Path path) {
        return path.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH;
    }
}
