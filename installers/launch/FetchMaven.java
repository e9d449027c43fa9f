import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Fetches the Maven that builds Orrery where the machine has none: {@code java FetchMaven.java URL SHA512 TARGET}. The archive is written
 * beside {@code TARGET} and renamed onto it only when its SHA-512 is the one that was asked for. Exit status 0, or 3 with one line on
 * standard error.
 */
final class FetchMaven {
    private static final int TIMEOUT_MILLIS = 30_000;

    private FetchMaven() {}

    public static void main(String[] arguments) throws Exception {
        System.exit(fetch(arguments[0], arguments[1], Path.of(arguments[2]).toAbsolutePath()) ? 0 : 3);
    }

    private static boolean fetch(String source, String sha512, Path target) throws Exception {
        Path part = target.resolveSibling(target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            String digest = download(URI.create(source), part);
            if (!digest.equals(sha512)) {
                throw new IOException("its checksum is " + digest + ", not the expected one; nothing was kept");
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            System.err.println("orrery: Maven could not be fetched from " + source + ": " + e);
            return false;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static String download(URI source, Path target) throws Exception {
        var connection = source.toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        MessageDigest sha512 = MessageDigest.getInstance("SHA-512");
        try (InputStream in = new DigestInputStream(connection.getInputStream(), sha512)) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return HexFormat.of().formatHex(sha512.digest());
    }
}
