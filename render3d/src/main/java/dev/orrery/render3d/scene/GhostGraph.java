package dev.orrery.render3d.scene;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.Ghost;
import dev.orrery.api.GraphColumns;
import dev.orrery.api.SymbolKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A graph with declarations besides that stood there at another moment, so that they are laid out, drawn, named and found
 * like all others. Ghosts follow the symbols of their owner's file, or stand in a file of their own; they call nothing.
 * Pure; costs a copy of the tables of symbols.
 */
public final class GhostGraph {
    private final GraphColumns base;
    private final CodeGraph present;
    private final List<Ghost> ghosts;
    private final List<String> strings;
    /** Where each ghost stands. */
    private final String[] paths;
    /** By ghost: the symbol it has become. */
    private final int[] ghostRow;
    /** By symbol of the present graph: what it has become. */
    private final int[] row;

    private final CodeGraph graph;

    private GhostGraph(CodeGraph present, List<Ghost> ghosts) {
        this.present = present;
        this.base = present.columns();
        this.ghosts = ghosts;
        this.strings = new ArrayList<>(Arrays.asList(base.strings()));
        this.paths = new String[ghosts.size()];
        this.ghostRow = new int[ghosts.size()];
        this.row = new int[present.symbolCount()];
        this.graph = ghosts.isEmpty() ? same() : new CodeGraph(present.generation(), fill());
    }

    /**
     * @param present the graph as it is; read only
     * @param ghosts what it lacks, owners before what they own
     */
    public static GhostGraph of(CodeGraph present, List<Ghost> ghosts) {
        return new GhostGraph(present, List.copyOf(ghosts));
    }

    /** The graph with its ghosts; the present one itself where there are none. */
    public CodeGraph graph() {
        return graph;
    }

    /** What a symbol of the present graph is in this one. */
    public int symbol(int presentSymbol) {
        return row[presentSymbol];
    }

    /** The symbol that a ghost is, by its number in the list. */
    public int ghost(int number) {
        return ghostRow[number];
    }

    private CodeGraph same() {
        Arrays.setAll(row, symbol -> symbol);
        return present;
    }

    private GraphColumns fill() {
        TreeMap<String, List<Integer>> byPath = byPath();
        TreeMap<String, Integer> files = new TreeMap<>();
        for (int file = 0; file < present.fileCount(); file++) {
            files.put(present.path(file), file);
        }
        byPath.keySet().forEach(path -> files.putIfAbsent(path, -1));
        Tables tables = new Tables(files.size(), row.length + ghosts.size());
        files.forEach((path, file) -> {
            List<Integer> here = byPath.getOrDefault(path, List.of());
            if (file >= 0) {
                tables.keep(file);
            } else {
                tables.open(path, here);
            }
            here.forEach(tables::haunt);
        });
        return tables.columns();
    }

    /** Ghosts stand where their owners stand; an owner that is nowhere leaves its own at the top of their old file. */
    private TreeMap<String, List<Integer>> byPath() {
        TreeMap<String, List<Integer>> byPath = new TreeMap<>();
        Map<SymbolKey, String> known = new HashMap<>();
        for (int i = 0; i < paths.length; i++) {
            Ghost ghost = ghosts.get(i);
            SymbolKey owner = ghost.owner();
            paths[i] = owner == null ? ghost.key().path() : known.getOrDefault(owner, owner.path());
            known.put(ghost.key(), paths[i]);
            byPath.computeIfAbsent(paths[i], path -> new ArrayList<>()).add(i);
        }
        return byPath;
    }

    /** The tables while they are filled, file after file. */
    private final class Tables {
        private final Map<String, Integer> pool = new HashMap<>();
        private final Map<SymbolKey, Integer> ghostOf = new HashMap<>();
        private final List<String> languages = new ArrayList<>(Arrays.asList(base.languages()));
        private final int[] filePath;
        private final byte[] fileLanguage;
        private final int[] filePackage;
        private final int[] fileLines;
        private final byte[] fileTest;
        private final int[] fileFirst;
        /** By row: the symbol of the present graph, or the complement of a ghost's number. */
        private final int[] origin;

        private final int[] parent;
        private final int[] fileOf;
        private int file = -1;
        private int symbol;

        Tables(int files, int symbols) {
            filePath = new int[files];
            fileLanguage = new byte[files];
            filePackage = new int[files];
            fileLines = new int[files];
            fileTest = new byte[files];
            fileFirst = new int[files + 1];
            origin = new int[symbols];
            parent = new int[symbols];
            fileOf = new int[symbols];
            for (int i = 0; i < base.strings().length; i++) {
                pool.put(base.strings()[i], i);
            }
        }

        void keep(int old) {
            file++;
            filePath[file] = base.filePath()[old];
            fileLanguage[file] = base.fileLanguage()[old];
            filePackage[file] = base.filePackage()[old];
            fileLines[file] = base.fileLines()[old];
            fileTest[file] = base.fileTest()[old];
            fileFirst[file] = symbol;
            int shift = symbol - base.fileFirstSymbol()[old];
            for (int was = base.fileFirstSymbol()[old]; was < base.fileFirstSymbol()[old + 1]; was++) {
                row[was] = symbol;
                int enclosing = base.symbolParent()[was];
                put(was, enclosing < 0 ? -1 : enclosing + shift);
            }
        }

        void open(String path, List<Integer> here) {
            file++;
            Ghost first = ghosts.get(here.getFirst());
            String language = first.key().language().id();
            if (!languages.contains(language)) {
                languages.add(language);
            }
            filePath[file] = string(path);
            fileLanguage[file] = (byte) languages.indexOf(language);
            filePackage[file] = string(first.packageName());
            fileLines[file] =
                    here.stream().mapToInt(i -> ghosts.get(i).endLine()).max().orElse(0);
            fileFirst[file] = symbol;
        }

        void haunt(int number) {
            Ghost ghost = ghosts.get(number);
            ghostRow[number] = symbol;
            ghostOf.put(ghost.key(), symbol);
            put(~number, owner(ghost.owner()));
        }

        /** Owners in the same file come before. */
        private int owner(@Nullable SymbolKey key) {
            if (key == null) {
                return -1;
            }
            Integer ghost = ghostOf.get(key);
            int there = ghost == null ? present.find(key) : -1;
            int found = ghost != null ? ghost : there < 0 ? -1 : row[there];
            return found >= fileFirst[file] ? found : -1;
        }

        private void put(int from, int enclosing) {
            origin[symbol] = from;
            parent[symbol] = enclosing;
            fileOf[symbol++] = file;
        }

        private int string(String text) {
            return pool.computeIfAbsent(text, unseen -> {
                strings.add(unseen);
                return strings.size() - 1;
            });
        }

        private Ghost ghost(int at) {
            return ghosts.get(~origin[at]);
        }

        private boolean isGhost(int at) {
            return origin[at] < 0;
        }

        private int[] column(int[] known, java.util.function.ToIntFunction<Ghost> ofGhost) {
            int[] column = new int[origin.length];
            Arrays.setAll(column, at -> isGhost(at) ? ofGhost.applyAsInt(ghost(at)) : known[origin[at]]);
            return column;
        }

        /** Starts of ranges in another table, of which ghosts have none. */
        private int[] starts(int[] known) {
            int[] starts = new int[origin.length + 1];
            int at = 0;
            for (int i = 0; i < origin.length; i++) {
                starts[i] = at;
                at = isGhost(i) ? at : known[origin[i] + 1];
            }
            starts[origin.length] = at;
            return starts;
        }

        private int[] moved(int[] symbols) {
            int[] moved = new int[symbols.length];
            Arrays.setAll(moved, i -> symbols[i] < 0 ? -1 : row[symbols[i]]);
            return moved;
        }

        GraphColumns columns() {
            fileFirst[file + 1] = symbol;
            byte[] kind = new byte[origin.length];
            for (int at = 0; at < kind.length; at++) {
                kind[at] = isGhost(at) ? (byte) ghost(at).key().kind().ordinal() : base.symbolKind()[origin[at]];
            }
            int[] name = column(base.symbolName(), ghost -> string(ghost.name()));
            int[] parameters = column(base.symbolParameters(), ghost -> parameters(ghost.key()));
            return new GraphColumns(
                    strings.toArray(String[]::new),
                    languages.toArray(String[]::new),
                    filePath,
                    fileLanguage,
                    filePackage,
                    fileLines,
                    fileTest,
                    fileFirst,
                    kind,
                    name,
                    parameters,
                    parent,
                    fileOf,
                    column(base.symbolLine(), Ghost::startLine),
                    column(base.symbolColumn(), ghost -> 1),
                    column(base.symbolStartLine(), Ghost::startLine),
                    column(base.symbolEndLine(), Ghost::endLine),
                    column(base.symbolModifiers(), Ghost::modifiers),
                    starts(base.symbolFirstCall()),
                    starts(base.symbolFirstSuper()),
                    moved(base.supertypes()),
                    starts(base.symbolFirstOverrider()),
                    moved(base.overriders()),
                    moved(base.callCallee()),
                    base.callName(),
                    base.callLine(),
                    base.callColumn(),
                    base.callResolution(),
                    base.callFirstCandidate(),
                    moved(base.candidates()));
        }

        private int parameters(SymbolKey key) {
            boolean none = key.parameters().isEmpty() && !key.kind().isCallable();
            return none ? -1 : string(key.parameters());
        }
    }
}
