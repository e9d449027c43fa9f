package dev.orrery.bench;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import dev.orrery.api.ProposalVerdict;
import dev.orrery.api.TextEdit;
import dev.orrery.indexer.check.ProposalChecker;
import dev.orrery.indexer.library.ClassPath;
import dev.orrery.indexer.link.java.JavaStrategy;
import dev.orrery.indexer.link.unit.Handles;
import dev.orrery.indexer.link.unit.Names;
import dev.orrery.indexer.link.unit.SourceUnit;
import dev.orrery.indexer.link.unit.UnitChange;
import dev.orrery.indexer.parse.FlatParser;
import dev.orrery.indexer.parse.Grammar;
import dev.orrery.indexer.parse.KeptFacts;
import dev.orrery.indexer.parse.java.JavaExtractor;
import dev.orrery.indexer.parse.java.JavaSyntax;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Measures the gate: {@code GateBench SOURCES CLASSPATH}, where the class path holds the sources' own classes and all that they
 * need. Real lines, each taken out and proposed again, must pass; lines with one identifier replaced by another in scope, which
 * javac rejects, must not. {@code -Dlines}, {@code -Dseed}, {@code -Dshow}; {@code -Djars} are jars the index knows too.
 */
final class GateBench {
    private static final java.lang.management.ThreadMXBean CPU =
            java.lang.management.ManagementFactory.getThreadMXBean();
    private static final int SHOW = Integer.getInteger("show", 0);
    private static final int PER_FILE = Integer.getInteger("perFile", 8);

    private final MutantOracle oracle;
    private final Names names = new Names();
    private final Handles handles = new Handles();
    private final JavaExtractor extractor = new JavaExtractor(Grammar.of("java"));
    private final FlatParser parser = new FlatParser();
    private final Map<String, SourceUnit> units = new TreeMap<>();
    private final Map<String, byte[]> texts = new HashMap<>();
    private final ProposalChecker checker;
    private final List<Long> nanos = new ArrayList<>();

    private int lines;
    private int alarms;
    private int mutants;
    private int caught;
    private final Map<String, int[]> causes = new TreeMap<>();
    private final Map<String, Integer> alarmKinds = new TreeMap<>();

    private GateBench(Path sources, String classPath) throws Exception {
        oracle = new MutantOracle(classPath);
        String jars = System.getProperty("jars", "");
        JavaStrategy strategy = new JavaStrategy(
                names,
                jars.isEmpty()
                        ? ClassPath.EMPTY
                        : new ClassPath(
                                Arrays.stream(jars.split(":")).map(Path::of).toList()));
        List<UnitChange> changes = new ArrayList<>();
        try (Stream<Path> all = Files.walk(sources)) {
            for (Path file : all.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                String path = sources.relativize(file).toString();
                byte[] utf8 = Files.readAllBytes(file);
                SourceUnit unit = new SourceUnit(
                        units.size(),
                        path,
                        KeptFacts.of(extractor.extract(parser.parse(Grammar.of("java"), utf8), utf8)),
                        names);
                handles.assign(null, unit);
                units.put(path, unit);
                texts.put(path, utf8);
                changes.add(new UnitChange(null, unit));
            }
        }
        strategy.apply(changes);
        checker = new ProposalChecker(strategy::live);
    }

    public static void main(String[] arguments) throws Exception {
        long seed = Long.getLong("seed", new Random().nextLong());
        GateBench bench = new GateBench(Path.of(arguments[0]), arguments[1]);
        System.out.println(arguments[0] + " seed " + seed + ", files " + bench.units.size());
        bench.run(new Random(seed), Integer.getInteger("lines", 500));
        bench.print();
    }

    private void run(Random random, int wanted) throws Exception {
        List<String> paths = new ArrayList<>(units.keySet());
        paths.removeIf(path -> path.endsWith("package-info.java") || path.endsWith("module-info.java"));
        Collections.shuffle(paths, random);
        for (String path : paths) {
            if (lines >= wanted) {
                return;
            }
            String text = new String(texts.get(path), StandardCharsets.UTF_8);
            if (text.contains("\r") || !oracle.errors(path, text).isEmpty()) {
                continue;
            }
            SourceLines source = new SourceLines(text, syntax(text));
            List<SourceLines.Line> chosen = new ArrayList<>(source.lines());
            Collections.shuffle(chosen, random);
            for (SourceLines.Line line : chosen.subList(0, Math.min(PER_FILE, chosen.size()))) {
                real(path, text, line);
                mutant(path, text, source, line, random);
            }
        }
    }

    private JavaSyntax syntax(String text) throws Exception {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return extractor.syntax(parser.parse(Grammar.of("java"), utf8), utf8);
    }

    private ProposalVerdict check(String path, String text, SourceLines.Line line, String proposed) {
        Document before = new Document(path, 1, text.substring(0, line.start()) + text.substring(line.end()));
        TextEdit edit = new TextEdit(line.start(), line.start(), proposed);
        long begin = CPU.getCurrentThreadCpuTime();
        ProposalVerdict verdict = checker.check(before, edit, Cancellation.NEVER);
        nanos.add(CPU.getCurrentThreadCpuTime() - begin);
        return verdict;
    }

    private void real(String path, String text, SourceLines.Line line) {
        lines++;
        String proposed = text.substring(line.start(), line.end());
        ProposalVerdict verdict = check(path, text, line, proposed);
        if (!verdict.isSound()) {
            alarms++;
            ProposalVerdict.Problem first = verdict.problems().getFirst();
            alarmKinds.merge(first.why().key(), 1, Integer::sum);
            if (alarms <= SHOW) {
                System.out.println("HELD BACK " + path + ": " + proposed.strip() + "\n      " + first.why());
            }
        }
    }

    private void mutant(String path, String text, SourceLines source, SourceLines.Line line, Random random) {
        for (int attempt = 0; attempt < 2; attempt++) {
            SourceLines.Mutant mutant = source.mutant(line, random);
            if (mutant == null) {
                return;
            }
            List<String> errors = oracle.errors(path, mutant.text());
            if (errors.isEmpty()) {
                continue;
            }
            String proposed = mutant.text().substring(line.start(), mutant.end());
            boolean isCaught = !check(path, text, line, proposed).isSound();
            mutants++;
            caught += isCaught ? 1 : 0;
            int[] counts = causes.computeIfAbsent(errors.getFirst(), key -> new int[2]);
            counts[0]++;
            counts[1] += isCaught ? 1 : 0;
            if (!isCaught && mutants - caught <= SHOW) {
                System.out.println("MISSED " + errors.getFirst() + " " + path + ": " + proposed.strip() + "   ["
                        + mutant.was() + " -> " + mutant.is() + "]");
            }
            return;
        }
    }

    private void print() {
        System.out.printf(
                "real lines %d, held back %d (%.2f %%) %s%n", lines, alarms, 100.0 * alarms / lines, alarmKinds);
        System.out.printf("mutants %d, caught %d (%.2f %%)%n", mutants, caught, 100.0 * caught / Math.max(1, mutants));
        Map<String, int[]> sorted = new LinkedHashMap<>();
        causes.entrySet().stream()
                .sorted((a, b) -> Integer.compare(b.getValue()[0], a.getValue()[0]))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        sorted.forEach((cause, counts) -> System.out.printf(
                "    %-52s %5d  caught %5d  %.1f %%%n", cause, counts[0], counts[1], 100.0 * counts[1] / counts[0]));
        System.out.printf("processor time of a check %s%n", percentiles(nanos));
    }

    private static String percentiles(List<Long> nanos) {
        List<Long> sorted = new ArrayList<>(nanos.subList(nanos.size() / 3, nanos.size()));
        Collections.sort(sorted);
        return "p50 %.2f ms p95 %.2f ms"
                .formatted(sorted.get(sorted.size() / 2) / 1e6, sorted.get(sorted.size() * 95 / 100) / 1e6);
    }
}
