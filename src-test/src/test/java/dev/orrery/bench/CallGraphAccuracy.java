package dev.orrery.bench;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.Modifiers;
import dev.orrery.api.Resolution;
import dev.orrery.api.SymbolKind;
import dev.orrery.bench.BytecodeCalls.Edge;
import dev.orrery.indexer.library.ClassPath;
import dev.orrery.indexer.library.Libraries;
import dev.orrery.indexer.library.LibraryFinder;
import dev.orrery.indexer.link.Linker;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.FlatParser;
import dev.orrery.indexer.parse.Grammar;
import dev.orrery.indexer.parse.KeptFacts;
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
 * recall for each pair, how often edges of each resolution are wrong, the same figures with overloads told apart, and the
 * callees that were missed and wrongly named most often. With {@code -Dshow=N} also N single edges of each. With
 * {@code -Dlibraries=true} the libraries that {@code SOURCES/pom.xml} declares are known, as far as they are in the local
 * Maven repository ({@code -Dmaven.repo.local}); otherwise none is.
 */
final class CallGraphAccuracy {
    private static final int SHOW = Integer.getInteger("show", 0);

    private final CodeGraph graph;
    private final BytecodeCalls truth;
    private final Map<Edge, Resolution> found = new HashMap<>();
    private final Set<Edge> foundOverloads = new HashSet<>();

    private CallGraphAccuracy(CodeGraph graph, BytecodeCalls truth) {
        this.graph = graph;
        this.truth = truth;
        for (int call = 0; call < graph.callCount(); call++) {
            int callee = graph.callee(call);
            if (callee >= 0 && truth.files.contains(graph.path(graph.file(graph.caller(call))))) {
                Edge edge = truth.counted(new Edge(end(graph.caller(call)), end(callee)));
                found.merge(edge, graph.resolution(call), (a, b) -> a.ordinal() <= b.ordinal() ? a : b);
                if (graph.kind(callee) != SymbolKind.CONSTRUCTOR) {
                    foundOverloads.add(new Edge(edge.caller(), edge.callee() + "(" + graph.parameters(callee) + ")"));
                }
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            Path sources = Path.of(arguments[i]);
            new CallGraphAccuracy(link(sources), BytecodeCalls.read(Path.of(arguments[i + 1]), sources))
                    .print(sources.getFileName().toString());
        }
    }

    private void print(String project) {
        Set<Edge> wrong = new HashSet<>(found.keySet());
        wrong.removeAll(truth.written);
        wrong.removeAll(truth.neutral);
        Set<Edge> missed = new HashSet<>(truth.written);
        missed.removeAll(found.keySet());
        long right = truth.written.size() - missed.size();
        Set<Edge> rightOverloads = new HashSet<>(foundOverloads);
        rightOverloads.retainAll(truth.writtenOverloads);
        foundOverloads.removeIf(edge -> truth.neutral.contains(withoutParameters(edge)));
        System.out.printf(
                "%-20s edges %6d  precision %.4f  recall %.4f  (wrong %d, missed %d, not shown %d); overloads %.4f %.4f%n",
                project,
                truth.written.size(),
                (double) right / (right + wrong.size()),
                (double) right / truth.written.size(),
                wrong.size(),
                missed.size(),
                truth.neutral.size(),
                (double) rightOverloads.size() / foundOverloads.size(),
                (double) rightOverloads.size() / truth.writtenOverloads.size());
        for (Resolution how : Resolution.values()) {
            long all = found.values().stream().filter(how::equals).count();
            long bad = wrong.stream().filter(edge -> found.get(edge) == how).count();
            if (all > 0) {
                System.out.printf("    %-10s %6d of which wrong %5d, %.4f%n", how, all, bad, (double) bad / all);
            }
        }
        show("missed", missed);
        show("wrong", wrong);
        if (SHOW > 0) {
            Set<Edge> overloads = new HashSet<>(foundOverloads);
            overloads.removeAll(truth.writtenOverloads);
            overloads.removeIf(edge -> wrong.contains(withoutParameters(edge)));
            show("overload", overloads);
        }
    }

    private static Edge withoutParameters(Edge edge) {
        return new Edge(edge.caller(), edge.callee().substring(0, edge.callee().indexOf('(')));
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

    /** {@code file#name}; what initialises an anonymous class has no name. */
    private String end(int symbol) {
        int parent = graph.parent(symbol);
        boolean nameless = graph.kind(symbol) == SymbolKind.INITIALIZER
                && graph.name(symbol).startsWith("$")
                && Modifiers.has(graph.modifiers(parent), Modifiers.LOCAL);
        return graph.path(graph.file(symbol)) + "#" + (nameless ? "" : graph.name(symbol));
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
        return new Linker(2, libraries(sources)).update(KeptFacts.of(facts), List.of(), Cancellation.NEVER);
    }

    private static ClassPath libraries(Path sources) throws Exception {
        if (!Boolean.getBoolean("libraries")) {
            return ClassPath.EMPTY;
        }
        Libraries found = LibraryFinder.find(sources.toRealPath(), List.of("pom.xml"), Libraries.NONE);
        System.out.printf("libraries: %d, not there: %s%n", found.jars().size(), found.missing());
        return new ClassPath(found.jars());
    }
}
