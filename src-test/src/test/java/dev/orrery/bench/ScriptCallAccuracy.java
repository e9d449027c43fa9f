package dev.orrery.bench;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.Resolution;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.link.Linker;
import dev.orrery.indexer.parse.Calls;
import dev.orrery.indexer.parse.ExpressionKind;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.KeptFacts;
import dev.orrery.indexer.parse.ParseOutcome;
import dev.orrery.indexer.parse.Parsing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures the call graph of languages other than Java against another tool's list of calls, as {@code typescript-calls.cjs}
 * and {@code jedi-calls.py} print it: {@code ScriptCallAccuracy SOURCES CALLS [SOURCES CALLS …]}. An edge is (caller file#name
 * → callee file#name). Edges at sites of which the other tool knows nothing are counted apart: they are neither right nor
 * wrong. With {@code -Dshow=N} also N single edges of each.
 */
final class ScriptCallAccuracy {
    private static final int SHOW = Integer.getInteger("show", 0);

    private record Edge(String caller, String callee) {}

    private record Site(String file, int line, String name) {}

    /** What the other tool knows of a project. */
    private static final class Truth {
        final Set<Site> unknown = new HashSet<>();
        final Map<Edge, Site> required = new LinkedHashMap<>();
        final Set<Edge> right = new HashSet<>();

        static Truth read(Path calls, Set<Edge> found) throws IOException {
            Truth truth = new Truth();
            for (String line : Files.readAllLines(calls)) {
                String[] columns = line.split("\t", -1);
                if (columns.length < 6) {
                    continue;
                }
                Site site = new Site(columns[0], Integer.parseInt(columns[1]), columns[2]);
                if (columns[4].equals("unknown")) {
                    truth.unknown.add(site);
                } else if (columns[4].equals("inside")) {
                    String caller = columns[0] + "#" + columns[3];
                    List<Edge> edges = Stream.of(columns[5].split(" "))
                            .map(callee -> new Edge(caller, callee))
                            .toList();
                    truth.right.addAll(edges);
                    Edge best =
                            edges.stream().filter(found::contains).findFirst().orElse(edges.getFirst());
                    truth.required.putIfAbsent(best, site);
                }
            }
            return truth;
        }
    }

    private record Found(Resolution how, Set<Site> sites, String cause) {}

    private ScriptCallAccuracy() {}

    public static void main(String[] arguments) throws Exception {
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            measure(Path.of(arguments[i]), Path.of(arguments[i + 1]));
        }
    }

    private static void measure(Path sources, Path calls) throws Exception {
        Map<String, FileFacts> facts = parse(sources);
        CodeGraph graph = new Linker(2).update(KeptFacts.of(facts), List.of(), Cancellation.NEVER);
        Map<Site, String> causes = causes(facts);
        Map<Edge, Found> found = new HashMap<>();
        Map<Site, Set<String>> said = new HashMap<>();
        for (int call = 0; call < graph.callCount(); call++) {
            int callee = graph.callee(call);
            String file = graph.path(graph.file(graph.caller(call)));
            String name = simple(graph.calleeName(call));
            Site site = new Site(file, graph.callLine(call), name);
            boolean inside = callee >= 0 && graph.resolution(call) != Resolution.EXTERNAL;
            said.computeIfAbsent(site, key -> new HashSet<>()).add(inside ? end(graph, callee) : "external");
            if (inside) {
                Edge edge = new Edge(end(graph, graph.caller(call)), end(graph, callee));
                Resolution how = graph.resolution(call);
                found.computeIfAbsent(edge, key -> new Found(how, new HashSet<>(), causes.getOrDefault(site, "?")))
                        .sites()
                        .add(site);
            }
        }
        Truth truth = Truth.read(calls, found.keySet());
        Map<Edge, String> missed = new LinkedHashMap<>();
        truth.required.forEach((edge, site) -> {
            if (!found.containsKey(edge)) {
                Set<String> here = said.getOrDefault(site, Set.of());
                String what = here.isEmpty()
                        ? "no call seen"
                        : here.contains(edge.callee())
                                ? "other caller"
                                : here.contains("external") ? "not found" : "other callee";
                missed.put(edge, what + ", " + causes.getOrDefault(site, "?"));
            }
        });
        Map<Edge, String> wrong = new HashMap<>();
        long unjudged = 0;
        for (Map.Entry<Edge, Found> entry : found.entrySet()) {
            if (truth.right.contains(entry.getKey())) {
                continue;
            }
            if (truth.unknown.containsAll(entry.getValue().sites())) {
                unjudged++;
            } else {
                wrong.put(
                        entry.getKey(),
                        entry.getValue().how() + ", " + entry.getValue().cause());
            }
        }
        long right = truth.required.size() - missed.size();
        System.out.printf(
                "%-20s edges %6d  precision %.3f  recall %.3f  (wrong %d, missed %d, not judged %d)%n",
                sources.getFileName(),
                truth.required.size(),
                (double) right / Math.max(1, right + wrong.size()),
                (double) right / Math.max(1, truth.required.size()),
                wrong.size(),
                missed.size(),
                unjudged);
        show("missed", missed);
        show("wrong", wrong);
    }

    private static void show(String title, Map<Edge, String> edges) {
        Map<String, Long> byCause =
                edges.values().stream().collect(Collectors.groupingBy(cause -> cause, Collectors.counting()));
        System.out.println("    " + title + " most: "
                + byCause.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .limit(8)
                        .map(e -> e.getKey() + " " + e.getValue())
                        .collect(Collectors.joining("; ")));
        edges.entrySet().stream()
                .sorted(Comparator.comparingInt(
                        entry -> entry.getKey().toString().hashCode()))
                .limit(SHOW)
                .forEach(entry -> System.out.println("      " + title + " "
                        + entry.getKey().caller() + " -> " + entry.getKey().callee() + "  (" + entry.getValue() + ")"));
    }

    /** What each call is called on: the shape of its receiver. */
    private static Map<Site, String> causes(Map<String, FileFacts> files) {
        Map<Site, String> causes = new HashMap<>();
        files.forEach((path, facts) -> {
            Calls calls = facts.calls();
            for (int call = 0; call < calls.count(); call++) {
                Site site = new Site(path, calls.line(call), facts.string(calls.name(call)));
                causes.put(site, calls.kind(call) + " on " + receiver(facts, calls.receiver(call)));
            }
        });
        return causes;
    }

    private static String receiver(FileFacts facts, int expression) {
        if (expression < 0) {
            return "nothing";
        }
        ExpressionKind kind = facts.expressions().kind(expression);
        int a = facts.expressions().a(expression);
        return switch (kind) {
            case LOCAL -> facts.variables().origin(a) + (facts.variables().type(a) >= 0 ? " with type" : "");
            case FIELD -> "FIELD of " + receiver(facts, a);
            default -> kind.toString();
        };
    }

    private static String simple(String qualified) {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }

    /** What runs when a file is loaded goes by no name. */
    private static String end(CodeGraph graph, int symbol) {
        boolean file = graph.kind(symbol) == SymbolKind.INITIALIZER && graph.parent(symbol) < 0;
        return graph.path(graph.file(symbol)) + "#" + (file ? "" : graph.name(symbol));
    }

    private static Map<String, FileFacts> parse(Path sources) throws IOException {
        Map<String, FileFacts> facts = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(sources)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        try (Parsing parsing = new Parsing()) {
            for (Path file : files) {
                String path = sources.relativize(file).toString().replace('\\', '/');
                if (parsing.parse(path, Files.readAllBytes(file)) instanceof ParseOutcome.Parsed(FileFacts read)) {
                    facts.put(path, read);
                }
            }
        }
        return facts;
    }
}
