package dev.orrery.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import dev.orrery.api.GraphDelta;
import dev.orrery.api.OrreryException;
import dev.orrery.api.TextQuery;
import dev.orrery.api.TextQuery.CaseRule;
import dev.orrery.api.TextQuery.Syntax;
import dev.orrery.api.UserMessage;
import dev.orrery.base.AppFolders;
import dev.orrery.base.Progress;
import dev.orrery.indexer.CodeIndex;
import dev.orrery.indexer.CodeIndexes;
import dev.orrery.indexer.watch.ChangeSet;
import dev.orrery.indexer.watch.RepositoryWatcher;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Edits real Java files of a copy of a repository while its index watches, and measures from the end of each write: until a
 * watcher of its own hands out the change, until the delta is published, and until a text search has found the new word and
 * the new method stands in the graph. Then the same in buffers that are not saved. Also prints the resident set of this process, idle for a while and after a full
 * collection: with an empty index, with the repository open and followed, and after the edits.
 *
 * <pre>java -cp CLASSPATH dev.orrery.bench.LiveBench DIR [EDITS] [SEED]</pre>
 */
public final class LiveBench {
    private static final int WARM_UP = 20;
    private static final int OPEN = 10;
    private static final long REST_SECONDS = 65;
    private static final long PATIENCE_SECONDS = 60;

    private final Path root;
    private final CodeIndex index;
    private final Random random;
    private final BlockingQueue<GraphDelta> deltas = new LinkedBlockingQueue<>();
    private final BlockingQueue<ChangeSet> changes = new LinkedBlockingQueue<>();
    private final List<Path> files;
    private volatile long arrived;

    private LiveBench(Path root, CodeIndex index, Random random) throws IOException {
        this.root = root;
        this.index = index;
        this.random = random;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(file -> file.toString().endsWith(".java")
                            && !file.endsWith("package-info.java")
                            && !file.endsWith("module-info.java"))
                    .sorted()
                    .toList();
        }
    }

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int edits = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        Path folder = Files.createTempDirectory("live-bench");
        Path root = folder.resolve("repository");
        copy(Path.of(arguments[0]).toRealPath(), root);
        Path empty = Files.createDirectories(folder.resolve("empty"));
        AppFolders folders = new AppFolders(folder.resolve("config"), folder.resolve("data"), folder.resolve("cache"));
        try (CodeIndex index = CodeIndexes.open(empty, folders)) {
            index.watch();
            out.printf(Locale.ROOT, "resident: empty %d MB", resident());
        }
        try (CodeIndex index = CodeIndexes.open(root.toRealPath(), folders)) {
            index.refresh(Progress.SILENT, Cancellation.NEVER);
            index.watch();
            out.printf(Locale.ROOT, ", indexed and followed %d MB", resident());
        }
        try (CodeIndex index = CodeIndexes.open(root.toRealPath(), folders)) {
            index.watch();
            out.printf(Locale.ROOT, ", opened again and followed %d MB%n", resident());
            LiveBench bench = new LiveBench(root.toRealPath(), index, new Random(seed));
            bench.run(edits, out);
            bench.type(edits, out);
            out.printf(Locale.ROOT, "resident after the edits: %d MB%n", resident());
        }
    }

    private void run(int edits, PrintStream out) throws Exception {
        index.onChange(deltas::add);
        double[] change = new double[edits];
        double[] delta = new double[edits];
        double[] shown = new double[edits];
        double[] cpu = new double[edits];
        try (RepositoryWatcher watcher = RepositoryWatcher.start(root, new Listening())) {
            assert watcher != null;
            for (int edit = -WARM_UP; edit < edits; edit++) {
                double[] times = edit(edit + WARM_UP);
                if (edit >= 0) {
                    change[edit] = times[0];
                    delta[edit] = times[1];
                    shown[edit] = times[2];
                    cpu[edit] = times[3];
                }
            }
        }
        out.printf(Locale.ROOT, "%-28s %8s %8s %8s%n", edits + " edits", "p50 ms", "p95 ms", "max ms");
        print(out, "write to change set", change);
        print(out, "write to delta", delta);
        print(out, "write to found and in graph", shown);
        print(out, "processor time an edit", cpu);
    }

    private final class Listening implements RepositoryWatcher.Listener {
        @Override
        public void changed(ChangeSet set) {
            arrived = System.nanoTime();
            changes.add(set);
        }

        @Override
        public void trouble(UserMessage message) {
            throw new IllegalStateException(message.toString());
        }
    }

    /** The same edits in buffers that are not saved, ten files open at a time. */
    private void type(int edits, PrintStream out) throws Exception {
        double[] shown = new double[edits];
        double[] cpu = new double[edits];
        List<String> open = new ArrayList<>();
        for (int edit = -WARM_UP; edit < edits; edit++) {
            if (open.size() < OPEN) {
                open.add(path(files.get(random.nextInt(files.size()))));
            }
            double[] times = type(open.get(random.nextInt(open.size())), edit + WARM_UP);
            if (edit >= 0) {
                shown[edit] = times[0];
                cpu[edit] = times[1];
            }
            if (random.nextInt(OPEN) == 0) {
                index.discard(open.removeFirst());
            }
        }
        print(out, "buffer to found and in graph", shown);
        print(out, "processor time, a buffer", cpu);
    }

    private double[] type(String path, int number) throws Exception {
        String word = word(number);
        boolean isMethod = number % 2 != 0;
        Document next = new Document(path, number, edited(index.read(path), word, isMethod));
        deltas.clear();
        long cpu = cpuNanos();
        long start = System.nanoTime();
        index.edit(next);
        untilShown(path, word, isMethod, start);
        return new double[] {(System.nanoTime() - start) / 1e6, (cpuNanos() - cpu) / 1e6};
    }

    private String word(int number) {
        return "orryLive" + Long.toString(random.nextLong(1L << 40), 36) + "x" + number;
    }

    private static String edited(String text, String word, boolean isMethod) {
        int end = text.lastIndexOf('}');
        return isMethod && end >= 0
                ? text.substring(0, end) + "    void " + word + "() { hashCode(); }\n" + text.substring(end)
                : text + "// " + word + "\n";
    }

    private String path(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** Returns after how many milliseconds the delta came that shows the word. */
    private double untilShown(String path, String word, boolean isMethod, long start) throws Exception {
        while (true) {
            GraphDelta delta = deltas.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            double published = (System.nanoTime() - start) / 1e6;
            if (delta == null) {
                throw new IllegalStateException(path + " does not show " + word);
            }
            if (isFound(word, path) && (!isMethod || isAdded(word, delta))) {
                return published;
            }
        }
    }

    /** Adds a comment, or a method, whose name no file has, to a random file. */
    private double[] edit(int number) throws Exception {
        Path file = files.get(random.nextInt(files.size()));
        String word = word(number);
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        boolean isMethod = number % 2 != 0 && text.lastIndexOf('}') >= 0;
        byte[] bytes = edited(text, word, isMethod).getBytes(StandardCharsets.ISO_8859_1);
        changes.clear();
        deltas.clear();
        long cpu = cpuNanos();
        Files.write(file, bytes);
        long start = System.nanoTime();
        double published = untilShown(path(file), word, isMethod, start);
        double shown = (System.nanoTime() - start) / 1e6;
        double used = (cpuNanos() - cpu) / 1e6;
        ChangeSet set = changes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assert set != null;
        return new double[] {(arrived - start) / 1e6, published, shown, used};
    }

    private boolean isFound(String word, String path) throws OrreryException {
        List<String> hits = new ArrayList<>();
        TextQuery query = new TextQuery(word, Syntax.LITERAL, CaseRule.SENSITIVE, Integer.MAX_VALUE, List.of());
        index.text().scan(query, hit -> hits.add(hit.path()), Cancellation.NEVER);
        return hits.equals(List.of(path));
    }

    private static boolean isAdded(String word, GraphDelta delta) {
        return delta.added().stream().anyMatch(key -> key.qualifiedName().endsWith(word));
    }

    private static void print(PrintStream out, String what, double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        out.printf(
                Locale.ROOT,
                "%-28s %8.1f %8.1f %8.1f%n",
                what,
                sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 0.95)],
                sorted[sorted.length - 1]);
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** Megabytes of this process in memory, after a rest and a collection; 0 where the system does not tell. */
    private static long resident() throws IOException {
        // As long as the window's options take to give memory back: a periodic collection and the trimming of the heap
        // of C.
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(REST_SECONDS));
        System.gc();
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path source : (Iterable<Path>) all::iterator) {
                Path target = to.resolve(from.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else if (!source.startsWith(from.resolve(".git"))) {
                    Files.copy(source, target);
                }
            }
        }
    }
}
