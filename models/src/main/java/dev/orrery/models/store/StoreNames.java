package dev.orrery.models.store;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which names the store takes, so that none leads out of its folder or means something to a system. */
public final class StoreNames {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+-]{0,149}");
    private static final int DEEPEST = 4;
    private static final Set<String> DEVICES =
            Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "lpt1", "lpt2");

    private StoreNames() {}

    public static boolean isId(String id) {
        return ID.matcher(id).matches() && isSegment(id);
    }

    /** Whether a path with slashes stays where it is put, on every system. */
    public static boolean isPath(String path) {
        String[] segments = path.split("/", -1);
        if (segments.length > DEEPEST) {
            return false;
        }
        for (String segment : segments) {
            if (!isSegment(segment)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSegment(String segment) {
        int dot = segment.indexOf('.');
        String stem = dot < 0 ? segment : segment.substring(0, dot);
        return SEGMENT.matcher(segment).matches()
                && !segment.endsWith(".")
                && !segment.contains("..")
                && !DEVICES.contains(stem.toLowerCase(Locale.ROOT));
    }

    /** The id that a file's name suggests, such as {@code my_model-q8} for {@code My Model-Q8.gguf}. */
    public static String idFrom(String fileName) {
        String stem = fileName.replaceAll("(?i)\\.(gguf|pt|pth|zip)$", "").replaceAll("-00001-of-[0-9]{5}$", "");
        String id = stem.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._-]+", "_")
                .replaceAll("\\.{2,}", ".")
                .replaceAll("^[^a-z0-9]+|[^a-z0-9]+$", "");
        String whole = id.substring(0, Math.min(80, id.length()));
        return isId(whole) ? whole : "model" + (whole.isEmpty() ? "" : "-" + whole.replace('.', '-'));
    }

    /** A file name that the store takes, as like the given one as can be. */
    static String fileFrom(String fileName) {
        String plain = fileName.replaceAll("[^A-Za-z0-9._+-]", "_").replaceAll("\\.{2,}", "_");
        String shorter = plain.length() > 150 ? plain.substring(plain.length() - 150) : plain;
        return isPath(shorter)
                ? shorter
                : "_" + shorter.substring(Math.min(1, shorter.length())).replaceAll("\\.+$", "");
    }
}
