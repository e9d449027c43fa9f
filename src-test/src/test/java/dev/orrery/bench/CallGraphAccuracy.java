package dev.orrery.bench;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.Resolution;
import dev.orrery.bench.BytecodeCalls.Edge;
import dev.orrery.indexer.link.Linker;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.FlatParser;
import dev.orrery.indexer.parse.Grammar;
import dev.orrery.indexer.parse.java.JavaExtractor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures the Java call graph against bytecode: {@code CallGraphAccuracy SOURCES JAR [SOURCES JAR …]}. Prints precision and
 * recall for each pair, by resolution, and the callees that were missed and wrongly named most often. With
 * {@code -Dshow=N} also N single edges of each.
 */
final class CallGraphAccuracy {
    private static final int SHOW = Integer.getInteger("show", 0);

    private CallGraphAccuracy() {}

    public static void main(String[] arguments) throws Exception {
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            measure(Path.of(arguments[i]), Path.of(arguments[i + 1]));
        }
    }

    private static void measure(Path sources, Path jar) throws Exception {
        CodeGraph graph = link(sources);
        BytecodeCalls truth = BytecodeCalls.read(jar, path -> graph.findFile(path) >= 0);
        Map<Edge, Resolution> found = new HashMap<>();
        for (int call = 0; call < graph.callCount(); call++) {
            int callee = graph.callee(call);
            if (callee >= 0 && graph.resolution(call) != Resolution.EXTERNAL) {
                Edge edge = new Edge(end(graph, graph.caller(call)), end(graph, callee));
                found.merge(edge, graph.resolution(call), (a, b) -> a.ordinal() <= b.ordinal() ? a : b);
            }
        }
        Set<String> known = new HashSet<>();
        truth.written.forEach(
                edge -> known.add(edge.caller().substring(0, edge.caller().indexOf('#'))));
        Set<Edge> wrong = new HashSet<>(found.keySet());
        wrong.removeAll(truth.written);
        wrong.removeAll(truth.neutral);
        wrong.removeIf(
                edge -> !known.contains(edge.caller().substring(0, edge.caller().indexOf('#')))
                        || edge.caller().contains("#$"));
        Set<Edge> missed = new HashSet<>(truth.written);
        missed.removeAll(found.keySet());
        long right = truth.written.size() - missed.size();
        System.out.printf(
                "%-20s edges %6d  precision %.4f  recall %.4f  (wrong %d, missed %d)%n",
                sources.getFileName(),
                truth.written.size(),
                (double) right / (right + wrong.size()),
                (double) right / truth.written.size(),
                wrong.size(),
                missed.size());
        for (Resolution how : Resolution.values()) {
            long all = found.values().stream().filter(how::equals).count();
            long bad = wrong.stream().filter(edge -> found.get(edge) == how).count();
            if (all > 0) {
                System.out.printf("    %-10s %6d of which wrong %d%n", how, all, bad);
            }
        }
        show("missed", missed);
        show("wrong", wrong);
    }

    private static void show(String title, Set<Edge> edges) {
        Map<String, Long> byCallee = edges.stream().collect(Collectors.groupingBy(Edge::callee, Collectors.counting()));
        System.out.println("    " + title + " most: "
                + byCallee.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .limit(12)
                        .map(e -> e.getKey().substring(e.getKey().lastIndexOf('/') + 1) + " " + e.getValue())
                        .toList());
        edges.stream()
                .sorted(Comparator.comparingInt(edge -> edge.toString().hashCode()))
                .limit(SHOW)
                .forEach(edge -> System.out.println("      " + title + " " + edge.caller() + " -> " + edge.callee()));
    }

    private static String end(CodeGraph graph, int symbol) {
        return graph.path(graph.file(symbol)) + "#" + graph.name(symbol);
    }

    private static CodeGraph link(Path sources) throws Exception {
        JavaExtractor extractor = new JavaExtractor(Grammar.of("java"));
        Map<String, FileFacts> facts = new HashMap<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(sources)) {
            files = all.filter(path -> path.toString().endsWith(".java")).toList();
        }
        try (FlatParser parser = new FlatParser()) {
            for (Path file : files) {
                byte[] utf8 = Files.readAllBytes(file);
                facts.put(
                        sources.relativize(file).toString().replace('\\', '/'),
                        extractor.extract(parser.parse(Grammar.of("java"), utf8), utf8));
            }
        }
        return new Linker(2).update(facts, List.of(), Cancellation.NEVER);
    }
}
