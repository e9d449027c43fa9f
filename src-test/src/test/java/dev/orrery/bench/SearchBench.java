package dev.orrery.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.TextQuery;
import dev.orrery.api.TextQuery.CaseRule;
import dev.orrery.api.TextQuery.Syntax;
import dev.orrery.api.TextScanner;
import dev.orrery.indexer.scan.GitEnvironment;
import dev.orrery.indexer.scan.IgnoreRules;
import dev.orrery.indexer.scan.RepositoryScanner;
import dev.orrery.indexer.scan.Scan;
import dev.orrery.indexer.scan.ScannedFile;
import dev.orrery.indexer.text.TextIndex;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Text search beside ripgrep: scan, index size and time, then for every pattern the milliseconds of both, in process here
 * and as a whole process there, the processor time of both, and whether the hits are identical.
 *
 * <pre>java -cp CLASSPATH dev.orrery.bench.SearchBench DIR</pre>
 */
public final class SearchBench {
    private static final int RUNS = 5;

    private final Path root;
    private final TextScanner scanner;
    private final PrintStream out;
    private final List<Double> firstHits = new ArrayList<>();
    private final List<Double> allHits = new ArrayList<>();
    private final List<Double> ripgrepHits = new ArrayList<>();
    private final List<Double> fullScans = new ArrayList<>();
    private int different;

    private SearchBench(Path root, TextScanner scanner, PrintStream out) {
        this.root = root;
        this.scanner = scanner;
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]).toRealPath();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path folder = Files.createTempDirectory("search-bench");
        try (TextIndex index = TextIndex.open(folder)) {
            build(root, index, folder, out);
            SearchBench bench = new SearchBench(root, index.scanner(root, CodeGraph::empty), out);
            out.printf(
                    "%9s %9s %9s %9s %9s %9s  %s%n", "hits", "ms", "first 50", "rg ms", "cpu ms", "rg cpu", "pattern");
            for (String pattern : SearchPatterns.REGEXES) {
                bench.compare(new TextQuery(pattern, Syntax.REGEX, CaseRule.SENSITIVE, Integer.MAX_VALUE, List.of()));
            }
            for (String text : SearchPatterns.TEXTS) {
                bench.compare(new TextQuery(text, Syntax.LITERAL, CaseRule.SENSITIVE, Integer.MAX_VALUE, List.of()));
            }
            bench.summary();
        }
    }

    private static void build(Path root, TextIndex index, Path folder, PrintStream out) throws Exception {
        Scan scan = new Scan(List.of(), List.of(), List.of());
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            scan = new RepositoryScanner(IgnoreRules.of(root, GitEnvironment.current())).scan(Cancellation.NEVER);
            out.printf(Locale.ROOT, "scan: %d files in %.1f ms%n", scan.files().size(), millis(start));
        }
        long start = System.nanoTime();
        scan.files().parallelStream().map(ScannedFile::path).forEach(path -> {
            try {
                index.put(path, root.resolve(path));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
        index.commit("bench");
        long source = scan.files().stream().mapToLong(ScannedFile::size).sum();
        long bytes = size(folder);
        out.printf(
                Locale.ROOT,
                "index: %d files, %d bytes, in %.0f ms; %d bytes on disk, %.2f %%%n",
                scan.files().size(),
                source,
                millis(start),
                bytes,
                100.0 * bytes / source);
    }

    private static long size(Path folder) throws IOException {
        long bytes = 0;
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    private void compare(TextQuery query) throws Exception {
        double[] ours = new double[RUNS];
        double[] first = new double[RUNS];
        List<String> hits = new ArrayList<>();
        double[] cpu = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            hits.clear();
            long cpuStart = cpuNanos();
            long start = System.nanoTime();
            scanner.scan(
                    query, hit -> hits.add(hit.path() + ":" + hit.line() + ":" + hit.column()), Cancellation.NEVER);
            ours[run] = millis(start);
            cpu[run] = (cpuNanos() - cpuStart) / 1e6;
            start = System.nanoTime();
            TextQuery few = new TextQuery(query.pattern(), query.syntax(), query.caseRule(), 50, List.of());
            scanner.scan(few, hit -> {}, Cancellation.NEVER);
            first[run] = millis(start);
        }
        double[] theirs = new double[RUNS];
        double[] theirCpu = new double[RUNS];
        RipgrepRun ripgrep = new RipgrepRun(root);
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            theirCpu[run] = ripgrep.cpuMillis(query);
            theirs[run] = millis(start);
        }
        List<String> expected = ripgrep.hits(query);
        hits.removeIf(hit -> ripgrep.withoutColumn().contains(hit.substring(0, hit.lastIndexOf(':'))));
        hits.sort(null);
        boolean same = hits.equals(expected);
        different += same ? 0 : 1;
        firstHits.add(median(first));
        allHits.add(median(ours));
        ripgrepHits.add(median(theirs));
        if (SearchPatterns.WITHOUT_WORDS.contains(query.pattern())) {
            fullScans.add(median(ours) / median(theirs));
        }
        out.printf(
                Locale.ROOT,
                "%9d %9.1f %9.1f %9.1f %9.1f %9.1f  %s%s%n",
                hits.size(),
                median(ours),
                median(first),
                median(theirs),
                median(cpu),
                median(theirCpu),
                query.pattern(),
                same ? "" : "   DIFFERS, ripgrep has " + expected.size() + difference(hits, expected));
    }

    private static String difference(List<String> ours, List<String> theirs) {
        for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
            if (!ours.get(i).equals(theirs.get(i))) {
                return ": " + ours.get(i) + " here, " + theirs.get(i) + " there";
            }
        }
        return "";
    }

    private void summary() {
        out.printf(
                Locale.ROOT,
                "%d patterns, %d with other hits than ripgrep; first 50 hits: p50 %.1f ms, p95 %.1f ms%n",
                firstHits.size(),
                different,
                quantile(firstHits, 0.5),
                quantile(firstHits, 0.95));
        out.printf(
                Locale.ROOT,
                "all hits: p50 %.1f, p95 %.1f ms; ripgrep p50 %.1f, p95 %.1f ms%n",
                quantile(allHits, 0.5),
                quantile(allHits, 0.95),
                quantile(ripgrepHits, 0.5),
                quantile(ripgrepHits, 0.95));
        out.printf(
                Locale.ROOT,
                "full scan: %d patterns, times ripgrep's: median %.2f, worst %.2f%n",
                fullScans.size(),
                quantile(fullScans, 0.5),
                quantile(fullScans, 1));
    }

    private static double quantile(List<Double> values, double q) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * q))];
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double millis(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
