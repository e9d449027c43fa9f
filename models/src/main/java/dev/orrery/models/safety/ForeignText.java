package dev.orrery.models.safety;

import dev.orrery.api.UserMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in proposed code what belongs to another place: secrets, and absolute paths. What the file says itself already is its own. Pure, linear. */
public final class ForeignText {
    /** A home folder, a drive or a share, with at least one name behind; a path of a web address is none. */
    private static final Pattern PATH =
            Pattern.compile("(?<![\\w.:/\\\\])(?:/(?:home|Users|root|private|mnt|media|Volumes|workspace)/[\\w.@-]+"
                    + "|[A-Za-z]:\\\\{1,2}[\\w.@$-]+|\\\\{2,4}[\\w.-]+\\\\{1,2}[\\w.$-]+)[^\\s\"'`<>|]{0,200}");

    private ForeignText() {}

    /**
     * A sentence for each thing that should not be shown.
     *
     * @param proposed the code
     * @param path of the file where it would stand, relative to the repository's root
     * @param file that file's text
     */
    public static List<UserMessage> find(String proposed, String path, String file) {
        List<UserMessage> found = new ArrayList<>();
        for (Secret secret : Secrets.find(proposed, path)) {
            if (!file.contains(proposed.substring(secret.start(), secret.end()))) {
                found.add(UserMessage.of(
                        "models.safety.foreign.secret", secret.type().label()));
            }
        }
        Matcher paths = PATH.matcher(proposed);
        while (paths.find()) {
            if (!file.contains(paths.group())) {
                found.add(UserMessage.of("models.safety.foreign.path", paths.group()));
            }
        }
        return found;
    }
}
