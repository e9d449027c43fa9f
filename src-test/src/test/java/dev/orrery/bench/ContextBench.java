package dev.orrery.bench;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.ContextPiece;
import dev.orrery.api.ContextRequest;
import dev.orrery.api.ContextSource;
import dev.orrery.api.Document;
import dev.orrery.base.AppFolders;
import dev.orrery.base.Progress;
import dev.orrery.indexer.CodeIndex;
import dev.orrery.indexer.CodeIndexes;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Definition recall and time of the context at a caret: {@code DIR [samples] [seed] [budget]}. Lines are drawn with equal
 * chance from all lines outside tests on which the repository's own declarations are used; such a line is emptied in the
 * buffer and the caret stands at its indentation. The truth is what the graph says is called on the line, and the types that
 * it names: those of the same file, of a single import, of the same package. A declaration is found if one of the first ten
 * pieces, the window being the first, comes from its lines and shows its own line, or lists it with its place.
 */
public final class ContextBench {
    private static final int FIRST = 10;
    private static final Pattern NAME = Pattern.compile("\\b[A-Z][A-Za-z0-9_]+\\b");

    private final CodeIndex index;
    private final CodeGraph graph;
    private final ContextSource context;
    private final int budget;
    private final List<Double> wall = new ArrayList<>();
    private final List<Double> processor = new ArrayList<>();
    private final int[] foundAt = new int[FIRST];
    private int wanted;
    private long pieces;
    private long tokens;

    private ContextBench(CodeIndex index, int budget) {
        this.index = index;
        this.graph = index.snapshot();
        this.context = index.context();
        this.budget = budget;
    }

    public static void main(String[] arguments) throws Exception {
        int samples = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1000;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        int budget = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 4096;
        try (CodeIndex index = CodeIndexes.open(Path.of(arguments[0]), AppFolders.current())) {
            index.refresh(Progress.SILENT, Cancellation.NEVER);
            index.context().warm(Cancellation.NEVER);
            new ContextBench(index, budget).sample(samples / 2, seed + 1_000_000);
            ContextBench bench = new ContextBench(index, budget);
            bench.sample(samples, seed);
            bench.print(arguments[0], seed);
        }
    }

    private void sample(int samples, long seed) throws Exception {
        Random random = new Random(seed);
        int[] starts = new int[graph.fileCount() + 1];
        for (int file = 0; file < graph.fileCount(); file++) {
            starts[file + 1] = starts[file] + (graph.isTestFile(file) ? 0 : graph.lines(file));
        }
        for (int done = 0, tries = 0; done < samples && tries < samples * 100; tries++) {
            int at = random.nextInt(Math.max(1, starts[starts.length - 1]));
            int file = Arrays.binarySearch(starts, at);
            file = file >= 0 ? file : -file - 2;
            while (starts[file + 1] == starts[file]) {
                file++;
            }
            String text = index.read(graph.path(file));
            String[] lines = text.split("\n", -1);
            int line = at - starts[file] + 1;
            if (line <= lines.length) {
                TreeSet<Integer> used = used(file, line, lines);
                if (!used.isEmpty()) {
                    ask(file, line, lines, used);
                    done++;
                }
            }
        }
    }

    private TreeSet<Integer> used(int file, int line, String[] lines) {
        TreeSet<Integer> used = new TreeSet<>();
        for (int symbol = graph.firstSymbol(file); symbol < graph.endSymbol(file); symbol++) {
            for (int call = graph.firstCall(symbol); call < graph.endCall(symbol); call++) {
                if (graph.callLine(call) == line && graph.callee(call) >= 0) {
                    used.add(graph.callee(call));
                }
            }
        }
        String text = lines[line - 1].strip();
        boolean isCode = !text.startsWith("*")
                && !text.startsWith("/")
                && !text.startsWith("#")
                && !text.startsWith("import ")
                && !text.startsWith("package ");
        if (isCode) {
            types(file, line, lines, text, used);
        }
        return used;
    }

    private void types(int file, int line, String[] lines, String text, TreeSet<Integer> used) {
        Matcher names = NAME.matcher(text.replaceAll("\"[^\"]*\"", "").replaceAll("//.*", ""));
        while (names.find()) {
            String name = names.group();
            String imported = null;
            for (String other : lines) {
                if (other.startsWith("import ") && other.strip().endsWith("." + name + ";")) {
                    imported = other.strip().substring("import ".length());
                }
            }
            for (int symbol = 0; symbol < graph.symbolCount(); symbol++) {
                if (graph.kind(symbol).isType() && graph.name(symbol).equals(name) && graph.line(symbol) != line) {
                    int where = graph.file(symbol);
                    boolean own = where == file;
                    boolean single = imported != null && imported.equals(graph.path(symbol, ".") + ";");
                    boolean beside = imported == null
                            && graph.parent(symbol) < 0
                            && !graph.packageName(file).isEmpty()
                            && graph.packageName(where).equals(graph.packageName(file));
                    if (own || single || beside) {
                        used.add(symbol);
                    }
                }
            }
        }
    }

    private void ask(int file, int line, String[] lines, TreeSet<Integer> used) throws Exception {
        String real = lines[line - 1];
        String indentation =
                real.substring(0, real.length() - real.stripLeading().length());
        String[] buffer = lines.clone();
        buffer[line - 1] = indentation;
        int offset = indentation.length();
        for (int before = 0; before < line - 1; before++) {
            offset += buffer[before].length() + 1;
        }
        Document document = new Document(graph.path(file), 1, String.join("\n", buffer));
        var threads = ManagementFactory.getThreadMXBean();
        long spent = threads.getCurrentThreadCpuTime();
        long began = System.nanoTime();
        List<ContextPiece> answer = context.context(new ContextRequest(document, offset, budget), Cancellation.NEVER);
        wall.add((System.nanoTime() - began) / 1e6);
        processor.add((threads.getCurrentThreadCpuTime() - spent) / 1e6);
        pieces += answer.size();
        tokens += answer.stream().mapToInt(ContextPiece::tokens).sum();
        for (int symbol : used) {
            wanted++;
            int rank = rank(answer, symbol);
            if (rank >= 0 && rank < FIRST) {
                foundAt[rank]++;
            }
        }
    }

    private int rank(List<ContextPiece> answer, int symbol) throws Exception {
        String path = graph.path(graph.file(symbol));
        String declared =
                index.read(path).split("\n", -1)[graph.line(symbol) - 1].strip();
        int brace = declared.indexOf('{');
        String shown = (brace > 0 ? declared.substring(0, brace) : declared).strip();
        shown = shown.substring(0, Math.min(shown.length(), 60));
        for (int i = 0; i < answer.size(); i++) {
            ContextPiece piece = answer.get(i);
            if (piece.startLine() == 0 && piece.text().contains(path + ":" + graph.line(symbol) + ": ")) {
                return i;
            }
            if (piece.path().equals(path)
                    && piece.startLine() <= graph.line(symbol)
                    && graph.line(symbol) <= piece.endLine()
                    && piece.text().contains(shown)) {
                return i;
            }
        }
        return -1;
    }

    private void print(String folder, long seed) {
        int found = Arrays.stream(foundAt).sum();
        System.out.printf(
                Locale.ROOT,
                "%s seed %d: %d lines, %d declarations; recall@%d %.3f, window alone %.3f, first 5 %.3f; %.1f pieces, %.0f of %d tokens%n",
                folder,
                seed,
                wall.size(),
                wanted,
                FIRST,
                (double) found / wanted,
                (double) foundAt[0] / wanted,
                (double) Arrays.stream(foundAt, 0, 5).sum() / wanted,
                (double) pieces / wall.size(),
                (double) tokens / wall.size(),
                budget);
        System.out.printf(
                Locale.ROOT,
                "wall p50 %.2f p95 %.2f max %.2f ms; processor p50 %.2f p95 %.2f ms%n",
                percentile(wall, 0.5),
                percentile(wall, 0.95),
                percentile(wall, 1),
                percentile(processor, 0.5),
                percentile(processor, 0.95));
    }

    private static double percentile(List<Double> values, double share) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    }
}
