package dev.orrery.indexer.link.structural;

import dev.orrery.indexer.link.unit.SourceUnit;
import java.util.ArrayDeque;
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
    private final SourceUnit from;
    private final StructuralWorld world;
    private final FileSearch search;

    Modules(SourceUnit from, StructuralWorld world) {
        this.from = from;
        this.world = world;
        search = new FileSearch(world.index, world.links::asks);
    }

    static boolean exists(Meaning.Module module) {
        return !module.units().isEmpty() || !module.folder().isEmpty();
    }

    /** The module {@code path}; {@link #NONE} where it lies outside of the repository. */
    Meaning.Module find(String path) {
        return switch (world.family) {
            case SCRIPT -> script(path);
            case PYTHON -> path.startsWith(".") ? relativePython(path) : absolutePython(path);
            default -> new Meaning.Module(search.bySegments(path, folder(from.path())), "");
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
        for (SourceUnit unit : search.files(last)) {
            String stem = SCRIPT_EXTENSION.matcher(unit.path()).replaceFirst("");
            boolean index = stem.endsWith("/" + bare + "/index");
            boolean fits = stem.equals(bare) || stem.endsWith("/" + bare) || index && mayBeFolder;
            int score = FileSearch.commonPrefix(unit.path(), from.path());
            if (fits && score > bestScore) {
                best = unit;
                bestScore = score;
            }
        }
        if (best == null && mayBeFolder) {
            for (SourceUnit unit : search.files("index")) {
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
        for (SourceUnit unit : search.files(parts[parts.length - 1])) {
            String stem = unit.path().replaceFirst("(?:/__init__)?\\.pyi?$", "");
            boolean fits = stem.equals(wanted) || stem.endsWith("/" + wanted);
            if (!fits) {
                continue;
            }
            String root = stem.substring(0, Math.max(0, stem.length() - wanted.length() - 1));
            boolean top = file(root.isEmpty() ? "__init__.py" : root + "/__init__.py") == null;
            boolean nearer = best == null
                    || FileSearch.commonPrefix(stem, from.path()) > FileSearch.commonPrefix(best, from.path());
            if (top && nearer) {
                best = stem;
            }
        }
        if (best == null && parts.length == 1 && !search.files(path).isEmpty()) {
            return namespace(path);
        }
        return best == null ? NONE : python(best);
    }

    /** A package without {@code __init__}: only a folder at the top. */
    private Meaning.Module namespace(String name) {
        boolean folder =
                search.files(name).stream().anyMatch(unit -> unit.path().startsWith(name + "/"));
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
                search.files(name).stream().anyMatch(unit -> folder(unit.path()).equals(path));
        return folder ? new Meaning.Module(List.of(), path) : NONE;
    }

    // Paths

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
}
