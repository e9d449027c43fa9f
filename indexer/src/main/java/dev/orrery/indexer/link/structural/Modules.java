package dev.orrery.indexer.link.structural;

import dev.orrery.indexer.link.unit.SourceUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the files that an import's path names, by the rules of the language where they are told by paths alone. */
final class Modules {
    /** The name of what a module exports without a name. */
    static final String DEFAULT = "default";

    static final Meaning.Module NONE = new Meaning.Module(List.of(), "");

    private static final List<String> SCRIPTS =
            List.of(".ts", ".tsx", ".js", ".jsx", ".mjs", ".cjs", ".mts", ".cts", ".d.ts", ".d.mts", ".d.cts");
    private static final Pattern SCRIPT_EXTENSION = Pattern.compile("(?:\\.d)?\\.[mc]?[jt]sx?$");
    private static final Pattern EXTENSION =
            Pattern.compile(".*/?[^/]+\\.(h|hh|hpp|hxx|c|cc|cpp|inc|m?js|cjs|ts|tsx|jsx|json|css)");

    private final SourceUnit from;
    private final StructuralWorld world;

    Modules(SourceUnit from, StructuralWorld world) {
        this.from = from;
        this.world = world;
    }

    static boolean exists(Meaning.Module module) {
        return !module.units().isEmpty() || !module.folder().isEmpty();
    }

    /** The module {@code path}; {@link #NONE} where it lies outside of the repository. */
    Meaning.Module find(String path) {
        return switch (world.family) {
            case SCRIPT -> script(path);
            case PYTHON -> path.startsWith(".") ? relativePython(path) : absolutePython(path);
            default -> new Meaning.Module(bySegments(path), "");
        };
    }

    // JavaScript and TypeScript

    private Meaning.Module script(String path) {
        if (path.startsWith(".")) {
            SourceUnit found = scriptFile(join(folder(from.path()), path));
            return found == null ? NONE : new Meaning.Module(List.of(found), "");
        }
        boolean alias = path.startsWith("@/") || path.startsWith("~/") || path.startsWith("#");
        String rest = alias ? path.substring(path.startsWith("#") ? 1 : 2) : path;
        boolean scoped = path.startsWith("@") && !alias;
        if (rest.indexOf('/') < 0 && !alias) {
            return NONE;
        }
        return byEnding(scoped ? rest.substring(rest.indexOf('/') + 1) : rest, scoped || alias);
    }

    /** The file whose path ends like that; in a monorepo a package's name is that of its folder. */
    private Meaning.Module byEnding(String path, boolean mayBeFolder) {
        String bare = SCRIPT_EXTENSION.matcher(path).replaceFirst("");
        String last = bare.substring(bare.lastIndexOf('/') + 1);
        SourceUnit best = null;
        int bestScore = -1;
        for (SourceUnit unit : files(last)) {
            String stem = SCRIPT_EXTENSION.matcher(unit.path()).replaceFirst("");
            boolean index = stem.endsWith("/" + bare + "/index");
            boolean fits = stem.equals(bare) || stem.endsWith("/" + bare) || index && mayBeFolder;
            int score = commonPrefix(unit.path(), from.path());
            if (fits && score > bestScore) {
                best = unit;
                bestScore = score;
            }
        }
        if (best == null && mayBeFolder) {
            for (SourceUnit unit : files("index")) {
                if (SCRIPT_EXTENSION.matcher(unit.path()).replaceFirst("").endsWith("/" + bare + "/src/index")) {
                    return new Meaning.Module(List.of(unit), "");
                }
            }
        }
        return best == null ? NONE : new Meaning.Module(List.of(best), "");
    }

    private @Nullable SourceUnit scriptFile(String path) {
        String bare = SCRIPT_EXTENSION.matcher(path).replaceFirst("");
        SourceUnit exact = bare.equals(path) ? null : file(path);
        for (String stem : List.of(bare, path, path + "/index")) {
            for (String extension : SCRIPTS) {
                SourceUnit found = exact == null ? file(stem + extension) : exact;
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    // Python

    private Meaning.Module relativePython(String path) {
        int dots = 0;
        while (dots < path.length() && path.charAt(dots) == '.') {
            dots++;
        }
        String folder = folder(from.path());
        for (int up = 1; up < dots; up++) {
            folder = folder(folder);
        }
        String rest = path.substring(dots).replace('.', '/');
        return python(rest.isEmpty() ? folder : folder.isEmpty() ? rest : folder + "/" + rest);
    }

    /** A top-level module lies in a folder that is no package itself. */
    private Meaning.Module absolutePython(String path) {
        String[] parts = path.split("\\.");
        String wanted = path.replace('.', '/');
        String best = null;
        for (SourceUnit unit : files(parts[parts.length - 1])) {
            String stem = unit.path().replaceFirst("(?:/__init__)?\\.pyi?$", "");
            boolean fits = stem.equals(wanted) || stem.endsWith("/" + wanted);
            if (!fits) {
                continue;
            }
            String root = stem.substring(0, Math.max(0, stem.length() - wanted.length() - 1));
            boolean top = file(root.isEmpty() ? "__init__.py" : root + "/__init__.py") == null;
            boolean nearer = best == null || commonPrefix(stem, from.path()) > commonPrefix(best, from.path());
            if (top && nearer) {
                best = stem;
            }
        }
        if (best == null && parts.length == 1 && !files(path).isEmpty()) {
            return namespace(path);
        }
        return best == null ? NONE : python(best);
    }

    /** A package without {@code __init__}: only a folder at the top. */
    private Meaning.Module namespace(String name) {
        boolean folder = files(name).stream().anyMatch(unit -> unit.path().startsWith(name + "/"));
        return folder ? new Meaning.Module(List.of(), name) : NONE;
    }

    /** The module or package at that path without extension. */
    Meaning.Module python(String path) {
        SourceUnit main = file(path.isEmpty() ? "__init__.py" : path + "/__init__.py");
        if (main != null) {
            return new Meaning.Module(List.of(main), path);
        }
        SourceUnit module = file(path + ".py");
        SourceUnit stub = module == null ? file(path + ".pyi") : module;
        if (stub != null) {
            return new Meaning.Module(List.of(stub), "");
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean folder =
                files(name).stream().anyMatch(unit -> folder(unit.path()).equals(path));
        return folder ? new Meaning.Module(List.of(), path) : NONE;
    }

    // Other languages

    private List<SourceUnit> bySegments(String path) {
        List<String> segments = new ArrayList<>(Arrays.stream(path.split("[/.:\\\\]+"))
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
            if (matches(unit.path(), segments)) {
                int score = commonPrefix(unit.path(), from.path());
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

    // Paths

    /** The files of that name without extension, and those in folders of that name. */
    private List<SourceUnit> files(String name) {
        int number = world.index.names().intern(name);
        world.links.asks(number);
        return world.index.files(number);
    }

    private @Nullable SourceUnit file(String path) {
        world.links.asks(world.index.names().intern(StructuralIndex.stem(path)));
        return world.index.file(path);
    }

    static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static String join(String folder, String relative) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (folder + "/" + relative).split("/")) {
            if (part.equals("..") && !parts.isEmpty()) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    private static int commonPrefix(String a, String b) {
        int folders = 0;
        for (int i = 0; i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i); i++) {
            folders = a.charAt(i) == '/' ? i + 1 : folders;
        }
        return folders;
    }
}
