package dev.orrery.indexer.library;

import dev.orrery.api.UserMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The libraries of a repository as they are on this machine.
 *
 * @param jars in the order of the class path
 * @param missing what is declared and not there, as {@code group:artifact:version}, sorted
 * @param problems build files that could not be read
 * @param origin what it was found by
 */
public record Libraries(List<Path> jars, List<String> missing, List<UserMessage> problems, Origin origin) {
    /** Of a repository that declares none. */
    public static final Libraries NONE =
            new Libraries(List.of(), List.of(), List.of(), new Origin(List.of(), "", new Evidence()));

    /**
     * @param buildFiles the repository's build files, relative to its root, sorted
     * @param setting what decides about the usual places, beside files
     * @param evidence every file that was asked for
     */
    public record Origin(List<String> buildFiles, String setting, Evidence evidence) {}

    /** Tells whether classes may have changed: by the jars' paths, sizes and times. Empty where there are none. */
    public String key() {
        if (jars.isEmpty()) {
            return "";
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path jar : jars) {
                Evidence.Stamp stamp = origin.evidence().look(jar);
                digest.update(
                        (jar + "\n" + stamp.size() + "\n" + stamp.modified() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
