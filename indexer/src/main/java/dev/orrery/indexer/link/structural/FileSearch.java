package dev.orrery.indexer.link.structural;

import dev.orrery.indexer.link.unit.SourceUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;

/** Finds the files whose paths end like the path of an import; those nearest to the importing file win. */
final class FileSearch {
    private static final Pattern EXTENSION =
            Pattern.compile(".*/?[^/]+\\.(h|hh|hpp|hxx|c|cc|cpp|inc|m?js|cjs|ts|tsx|jsx|json|css)");
    private static final Pattern SEPARATORS = Pattern.compile("[/.:\\\\]+");

    private final StructuralIndex index;
    private final IntConsumer asks;

    /** @param asks hears the numbers of the names of files that are looked for */
    FileSearch(StructuralIndex index, IntConsumer asks) {
        this.index = index;
        this.asks = asks;
    }

    /** The files of that name without extension, and those in folders of that name. */
    List<SourceUnit> files(String name) {
        int number = index.names().intern(name);
        asks.accept(number);
        return index.files(number);
    }

    /** The files that {@code path} may mean in the files of {@code folder}. */
    List<SourceUnit> bySegments(String path, String folder) {
        List<String> segments = new ArrayList<>(Arrays.stream(SEPARATORS.split(path))
                .filter(segment -> !segment.isEmpty())
                .toList());
        while (!segments.isEmpty() && isRelative(segments.getFirst())) {
            segments.removeFirst();
        }
        if (!segments.isEmpty() && EXTENSION.matcher(path).matches()) {
            segments.removeLast();
        }
        if (segments.isEmpty()) {
            return List.of();
        }
        List<SourceUnit> best = new ArrayList<>();
        int bestScore = -1;
        for (SourceUnit unit : files(segments.getLast())) {
            int score = commonPrefix(unit.path(), folder + "/");
            if (score >= bestScore && matches(unit.path(), segments)) {
                if (score > bestScore) {
                    best.clear();
                    bestScore = score;
                }
                best.add(unit);
            }
        }
        return best;
    }

    private static boolean isRelative(String segment) {
        return segment.equals("crate") || segment.equals("self") || segment.equals("super") || segment.equals("@");
    }

    private static boolean matches(String path, List<String> segments) {
        String[] parts = path.split("/");
        String stem = StructuralIndex.stem(path);
        return endsWith(parts, parts.length - 1, segments) || endsWithFile(parts, stem, segments);
    }

    private static boolean endsWithFile(String[] parts, String stem, List<String> segments) {
        if (!stem.equals(segments.getLast())) {
            return false;
        }
        return endsWith(parts, parts.length - 1, segments.subList(0, segments.size() - 1));
    }

    /** Whether the folders of a path end with the segments, or with all of them that lie inside the repository. */
    private static boolean endsWith(String[] parts, int count, List<String> segments) {
        int folder = count - 1;
        for (int i = segments.size() - 1; i >= 0; i--) {
            if (folder < 0) {
                return i < segments.size() - 1;
            }
            if (!parts[folder--].equals(segments.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** How many characters two paths have in common, whole folders only. */
    static int commonPrefix(String a, String b) {
        int folders = 0;
        for (int i = 0; i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i); i++) {
            folders = a.charAt(i) == '/' ? i + 1 : folders;
        }
        return folders;
    }
}
