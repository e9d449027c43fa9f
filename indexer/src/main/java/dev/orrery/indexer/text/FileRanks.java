package dev.orrery.indexer.text;

import dev.orrery.api.CodeGraph;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;

/**
 * How promising files are whatever is looked for: code that is called much comes first; tests, generated files and what
 * lies far down come last. For one table of files and one graph. Immutable.
 */
final class FileRanks {
    private static final Set<String> ASIDE = Set.of(
            "test",
            "tests",
            "testdata",
            "testing",
            "vendor",
            "node_modules",
            "third_party",
            "generated",
            "dist",
            "build",
            "target",
            "docs",
            "examples",
            "fixtures");
    private static final int BESIDE = 15;
    private static final double MOST_FOR_CALLS = 16;

    private final FileTable files;
    private final CodeGraph graph;
    private final DeclaredNames names;
    private final float[] scores;
    private final int[] inGraph;
    private final int[] best;

    FileRanks(FileTable files, CodeGraph graph) {
        this.files = files;
        this.graph = graph;
        this.names = new DeclaredNames(graph);
        this.scores = new float[files.size()];
        this.inGraph = new int[files.size()];
        int known = 0;
        for (int file = 0; file < files.size(); file++) {
            String path = files.paths()[file];
            while (known < graph.fileCount() && graph.path(known).compareTo(path) < 0) {
                known++;
            }
            boolean found = known < graph.fileCount() && graph.path(known).equals(path);
            inGraph[file] = found ? known : -1;
            scores[file] = (float) (byPath(path) + (found ? byCalls(known) : 0));
        }
        Integer[] order = new Integer[files.size()];
        Arrays.setAll(order, file -> file);
        Arrays.sort(order, Comparator.comparingDouble(file -> -scores[file]));
        this.best = Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    private double byCalls(int file) {
        int calls = 0;
        for (int symbol = graph.firstSymbol(file); symbol < graph.endSymbol(file); symbol++) {
            calls += graph.incomingCount(symbol);
        }
        return calls(calls) - (graph.isTestFile(file) ? BESIDE : 0);
    }

    /** What {@code count} calls add. */
    static double calls(int count) {
        return Math.min(MOST_FOR_CALLS, 2 * Math.log1p(count));
    }

    private static double byPath(String path) {
        String[] folders = path.split("/");
        double score = -folders.length;
        for (int i = 0; i < folders.length - 1; i++) {
            if (ASIDE.contains(folders[i].toLowerCase(Locale.ROOT))) {
                score -= BESIDE;
                break;
            }
        }
        String name = folders[folders.length - 1].toLowerCase(Locale.ROOT);
        String stem = stem(name);
        boolean test =
                stem.startsWith("test") || stem.endsWith("test") || stem.endsWith("tests") || stem.endsWith("spec");
        boolean made =
                name.contains(".min.") || name.endsWith(".lock") || name.endsWith(".svg") || name.endsWith(".map");
        return score - (test ? BESIDE : 0) - (made ? 2 * BESIDE : 0);
    }

    /** A file's name without what stands after the first dot. */
    static String stem(String name) {
        int dot = name.indexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    @SuppressWarnings("ReferenceEquality")
    boolean isFor(FileTable table, CodeGraph snapshot) {
        return files == table && graph == snapshot;
    }

    FileTable files() {
        return files;
    }

    CodeGraph graph() {
        return graph;
    }

    DeclaredNames names() {
        return names;
    }

    /** The number that the graph gives to a file, or -1 where it does not know it. */
    int inGraph(int file) {
        return inGraph[file];
    }

    double score(int file) {
        return scores[file];
    }

    /** All files, the most promising first. */
    int[] best() {
        return best;
    }
}
