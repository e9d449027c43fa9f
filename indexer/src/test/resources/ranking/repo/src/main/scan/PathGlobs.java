package dev.orrery.indexer.scan;

import dev.orrery.indexer.scan.IgnorePattern.Dialect;
import java.util.ArrayList;
import java.util.List;

/**
 * Globs that choose files, in the manner of ignore files: a glob that a file or a folder above it matches takes it in, one
 * with {@code -} or {@code !} in front leaves it out, and the last one that matches decides. Where no glob decides, a file
 * is wanted if there are only globs that leave out.
 */
public final class PathGlobs {
    private final List<IgnorePattern> patterns = new ArrayList<>();
    private boolean choosy;

    private PathGlobs() {}

    public static PathGlobs of(List<String> globs) {
        PathGlobs result = new PathGlobs();
        for (String glob : globs) {
            boolean excludes = glob.startsWith("-") || glob.startsWith("!");
            String plain = excludes ? glob.substring(1) : glob;
            result.choosy |= !excludes;
            for (String alternative : Braces.expand(ByteText.of(plain))) {
                String line =
                        alternative.startsWith("!") || alternative.startsWith("#") ? "\\" + alternative : alternative;
                IgnorePattern pattern = IgnorePattern.parse(excludes ? "!" + line : line, Dialect.RIPGREP);
                if (pattern != null) {
                    result.patterns.add(pattern);
                }
            }
        }
        return result;
    }

    /** Whether the file with this path, relative to the root, is chosen. */
    public boolean wants(String path) {
        if (patterns.isEmpty()) {
            return !choosy;
        }
        String bytes = ByteText.of(path);
        for (int i = patterns.size() - 1; i >= 0; i--) {
            if (matches(patterns.get(i), bytes)) {
                return patterns.get(i).sign() == Verdict.IGNORE;
            }
        }
        return !choosy;
    }

    private static boolean matches(IgnorePattern pattern, String path) {
        int name = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (pattern.matches(path.substring(0, slash), 0, name, EntryKind.FOLDER)) {
                return true;
            }
            name = slash + 1;
        }
        return pattern.matches(path, 0, name, EntryKind.FILE);
    }
}
