package dev.orrery.indexer.link.structural;

import dev.orrery.indexer.link.unit.LinksBuilder;
import dev.orrery.indexer.link.unit.SourceUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the files that an import's path names, whatever the language's notation. */
final class Modules {
    private final SourceUnit from;
    private final StructuralIndex index;
    private final LinksBuilder links;

    Modules(SourceUnit from, StructuralIndex index, LinksBuilder links) {
        this.from = from;
        this.index = index;
        this.links = links;
    }

    /** The files of the module {@code path}; empty where it lies outside of the repository. */
    List<SourceUnit> find(String path) {
        List<String> segments = new ArrayList<>(Arrays.stream(path.split("[/.:\\\\]+"))
                .filter(segment -> !segment.isEmpty())
                .toList());
        while (!segments.isEmpty() && isRelative(segments.getFirst())) {
            segments.removeFirst();
        }
        if (!segments.isEmpty() && hasExtension(path)) {
            segments.removeLast();
        }
        if (segments.isEmpty()) {
            return path.startsWith(".") ? inFolder(path) : List.of();
        }
        boolean relative = path.startsWith(".");
        int name = index.names().intern(segments.getLast());
        links.asks(name);
        List<SourceUnit> best = new ArrayList<>();
        int bestScore = -1;
        for (SourceUnit unit : index.files(name)) {
            if (matches(unit.path(), segments)) {
                int score = commonPrefix(unit.path(), from.path());
                if (relative && score < folderLength(from.path(), path)) {
                    continue;
                }
                if (score > bestScore) {
                    best.clear();
                    bestScore = score;
                }
                if (score == bestScore) {
                    best.add(unit);
                }
            }
        }
        return best;
    }

    private static boolean isRelative(String segment) {
        return segment.equals("crate") || segment.equals("self") || segment.equals("super") || segment.equals("@");
    }

    private static boolean hasExtension(String path) {
        return path.matches(".*/?[^/]+\\.(h|hh|hpp|hxx|c|cc|cpp|inc|m?js|cjs|ts|tsx|jsx|json|css)");
    }

    /** {@code from . import x}: the importing file's own folder. */
    private List<SourceUnit> inFolder(String path) {
        String folder = from.path().substring(0, Math.max(0, folderLength(from.path(), path)));
        String name = folder.substring(folder.lastIndexOf('/') + 1);
        int number = index.names().intern(name);
        links.asks(number);
        return index.files(number).stream()
                .filter(unit ->
                        unit.path().startsWith(folder + "/") && unit.path().indexOf('/', folder.length() + 1) < 0)
                .toList();
    }

    /** The length of the path of the folder that a relative path starts from. */
    private static int folderLength(String file, String path) {
        int up = 0;
        if (path.startsWith("./") || path.startsWith("../")) {
            for (int at = 0; path.startsWith("../", at); at += 3) {
                up++;
            }
        } else {
            while (up + 1 < path.length() && path.charAt(up + 1) == '.') {
                up++;
            }
        }
        int length = Math.max(0, file.lastIndexOf('/'));
        while (up-- > 0) {
            length = Math.max(0, file.lastIndexOf('/', Math.max(0, length - 1)));
        }
        return length;
    }

    private static boolean matches(String path, List<String> segments) {
        String[] parts = path.split("/");
        String file = parts[parts.length - 1];
        int dot = file.indexOf('.');
        String stem = dot > 0 ? file.substring(0, dot) : file;
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

    private static int commonPrefix(String a, String b) {
        int folders = 0;
        for (int i = 0; i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i); i++) {
            folders = a.charAt(i) == '/' ? i + 1 : folders;
        }
        return folders;
    }
}
