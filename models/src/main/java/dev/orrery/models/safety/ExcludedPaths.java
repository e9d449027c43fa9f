package dev.orrery.models.safety;

import dev.orrery.base.Glob;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The files whose text the user keeps here, in the manner of ignore files: a pattern that a file or a folder above it matches
 * excludes it, one with {@code !} in front takes it back, the last that matches decides, a pattern with a slash counts from the
 * root, one that ends with a slash means folders. Case does not count, since on some disks {@code .ENV} and {@code .env} are one file.
 * Immutable. The router keeps its rules by path with the same patterns.
 */
public final class ExcludedPaths {
    private record Rule(Glob glob, boolean anywhere, boolean folder, boolean excludes) {}

    private final List<Rule> rules;

    private ExcludedPaths(List<Rule> rules) {
        this.rules = rules;
    }

    /** @param patterns one a line; a comment, a blank line and a malformed pattern exclude nothing */
    public static ExcludedPaths of(List<String> patterns) {
        List<Rule> rules = new ArrayList<>();
        for (String line : patterns) {
            String pattern = line.strip();
            boolean excludes = !pattern.startsWith("!");
            if (pattern.startsWith("#")) {
                continue;
            }
            pattern = excludes ? pattern : pattern.substring(1);
            boolean folder = pattern.endsWith("/");
            pattern = folder ? pattern.substring(0, pattern.length() - 1) : pattern;
            boolean anywhere = pattern.indexOf('/') < 0;
            pattern = pattern.startsWith("/") ? pattern.substring(1) : pattern;
            Glob glob = pattern.isEmpty() ? null : Glob.compile(bytes(pattern));
            if (glob != null) {
                rules.add(new Rule(glob, anywhere, folder, excludes));
            }
        }
        return new ExcludedPaths(List.copyOf(rules));
    }

    /**
     * Whether the file's text stays here. A path that leads out of the repository is not one of its files; if there are any
     * patterns, it stays here.
     *
     * @param path relative to the repository's root
     */
    public boolean excludes(String path) {
        if (rules.isEmpty()) {
            return false;
        }
        List<String> names = new ArrayList<>();
        for (String name : path.replace('\\', '/').split("/")) {
            if (name.equals("..")) {
                if (names.isEmpty()) {
                    return true;
                }
                names.removeLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        return excludesFile(bytes(String.join("/", names)));
    }

    private boolean excludesFile(String path) {
        for (int at = rules.size() - 1; at >= 0; at--) {
            if (matches(rules.get(at), path)) {
                return rules.get(at).excludes();
            }
        }
        return false;
    }

    private static boolean matches(Rule rule, String path) {
        int name = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (rule.glob().matches(path.substring(0, slash), rule.anywhere() ? name : 0)) {
                return true;
            }
            name = slash + 1;
        }
        return !rule.folder() && rule.glob().matches(path, rule.anywhere() ? name : 0);
    }

    private static String bytes(String text) {
        return new String(text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
