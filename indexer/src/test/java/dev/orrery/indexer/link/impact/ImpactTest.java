package dev.orrery.indexer.link.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Impact against an oracle that lists every step of the definition and relaxes distances until nothing changes. */
class ImpactTest {
    private static final int FAR = 1_000_000;

    /** {@code promise}: the step counts only where the declaration itself changed; {@code passes}: and it changes the next one. */
    private record Edge(int from, int to, Certainty certainty, boolean promise, boolean passes) {}

    @Test
    void whoIsReachedAndHowSurelyEqualsTheNaiveSearch() {
        for (int round = 0; round < 300; round++) {
            long seed = Long.getLong("orrery.test.seed", System.nanoTime()) + round;
            Random random = new Random(seed);
            int symbols = 5 + random.nextInt(40);
            CodeGraph graph = RandomGraph.of(random, symbols, random.nextInt(60));
            Impact impact = Impact.of(graph, RandomGraph.some(random, symbols), Cancellation.NEVER);
            check(graph, impact, "seed " + seed);
        }
    }

    private static void check(CodeGraph graph, Impact impact, String seed) {
        List<Edge> edges = edges(graph);
        TreeSet<Integer> sources = new TreeSet<>();
        Arrays.stream(impact.sources()).forEach(sources::add);
        int[] expected = new int[graph.symbolCount()];
        Arrays.fill(expected, -1);
        for (Certainty certainty : Certainty.values()) {
            int[] distance = distances(graph, edges, sources, certainty);
            for (int symbol = 0; symbol < expected.length; symbol++) {
                boolean isNew = expected[symbol] < 0 && distance[symbol] < FAR && !sources.contains(symbol);
                if (isNew) {
                    expected[symbol] = distance[symbol];
                    assertTrue(impact.reaches(symbol), seed);
                    assertEquals(certainty, impact.certainty(symbol), seed);
                    assertEquals(distance[symbol], impact.distance(symbol), seed);
                    path(impact, edges, sources, symbol, seed);
                }
            }
        }
        for (int symbol = 0; symbol < expected.length; symbol++) {
            assertEquals(expected[symbol] >= 0, impact.reaches(symbol), seed);
        }
        assertEquals(Arrays.stream(expected).filter(distance -> distance >= 0).count(), impact.reached().length, seed);
    }

    /** Every step is one of the definition's, none is less sure than the whole, and the last one ends at a source. */
    private static void path(Impact impact, List<Edge> edges, TreeSet<Integer> sources, int symbol, String seed) {
        List<Impact.Step> path = impact.path(symbol);
        assertEquals(impact.distance(symbol), path.size(), seed);
        int at = symbol;
        for (Impact.Step step : path) {
            assertEquals(at, step.symbol(), seed);
            assertTrue(
                    edges.stream()
                            .anyMatch(edge -> edge.from == step.on()
                                    && edge.to == step.symbol()
                                    && edge.certainty.compareTo(impact.certainty(symbol)) <= 0),
                    seed);
            at = step.on();
        }
        assertTrue(sources.contains(at), seed);
    }

    private static int[] distances(CodeGraph graph, List<Edge> edges, TreeSet<Integer> sources, Certainty least) {
        int[] distance = new int[graph.symbolCount()];
        boolean[] declared = new boolean[graph.symbolCount()];
        Arrays.fill(distance, FAR);
        for (int source : sources) {
            distance[source] = 0;
            declared[source] = true;
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Edge edge : edges) {
                boolean usable = edge.certainty.compareTo(least) <= 0
                        && distance[edge.from] < FAR
                        && (!edge.promise || declared[edge.from]);
                if (usable && distance[edge.from] + 1 < distance[edge.to]) {
                    distance[edge.to] = distance[edge.from] + 1;
                    changed = true;
                }
                if (usable && edge.passes && !declared[edge.to]) {
                    declared[edge.to] = true;
                    changed = true;
                }
            }
        }
        return distance;
    }

    private static List<Edge> edges(CodeGraph graph) {
        List<Edge> edges = new ArrayList<>();
        for (int call = 0; call < graph.callCount(); call++) {
            if (graph.callee(call) >= 0) {
                Certainty certainty =
                        switch (graph.resolution(call)) {
                            case EXACT -> Certainty.EXACT;
                            case INFERRED -> Certainty.INFERRED;
                            case AMBIGUOUS, EXTERNAL -> Certainty.AMBIGUOUS;
                        };
                runs(graph, edges, call, graph.callee(call), certainty);
            }
            for (int candidate : graph.candidates(call)) {
                runs(graph, edges, call, candidate, Certainty.AMBIGUOUS);
            }
        }
        for (int symbol = 0; symbol < graph.symbolCount(); symbol++) {
            int outer = graph.parent(symbol);
            while (outer >= 0 && !graph.kind(outer).isCallable()) {
                outer = graph.parent(outer);
            }
            if (outer >= 0) {
                edges.add(new Edge(symbol, outer, Certainty.VIRTUAL, false, false));
            }
            for (int overrider : graph.overriders(symbol)) {
                edges.add(new Edge(symbol, overrider, Certainty.VIRTUAL, true, false));
            }
            for (int i = 0; i < graph.superCount(symbol); i++) {
                edges.add(new Edge(graph.supertype(symbol, i), symbol, Certainty.VIRTUAL, true, true));
            }
        }
        return edges;
    }

    private static void runs(CodeGraph graph, List<Edge> edges, int call, int callee, Certainty certainty) {
        int caller = graph.caller(call);
        edges.add(new Edge(callee, caller, certainty, false, false));
        Certainty virtual = certainty == Certainty.AMBIGUOUS ? certainty : Certainty.VIRTUAL;
        for (int overrider : graph.isVirtual(call) ? graph.overriders(callee) : new int[0]) {
            edges.add(new Edge(overrider, caller, virtual, false, false));
        }
    }

    @Test
    void anOverriderIsReachedByItsPromiseButNotItsSiblingByIts() throws Exception {
        CodeGraph graph = Linked.java("""
                interface Shape { void draw(); }
                class Circle implements Shape { public void draw() {} }
                class Square implements Shape { public void draw() {} }
                class Page { void show(Shape shape) { shape.draw(); } void print() { show(null); } }
                """);
        assertEquals(
                List.of(
                        "Page.show(Shape) EXACT 1",
                        "Page.print() EXACT 2",
                        "Circle.draw() VIRTUAL 1",
                        "Square.draw() VIRTUAL 1"),
                Linked.sorted(graph, "Shape.draw"));
        assertEquals(
                List.of("Page.show(Shape) VIRTUAL 1", "Page.print() VIRTUAL 2"), Linked.sorted(graph, "Circle.draw"));
    }

    @Test
    void aLocalClassReachesTheCodeAroundIt() throws Exception {
        CodeGraph graph = Linked.java("""
                class Job {
                  void work() {}
                  void start() { new Thread(new Runnable() { public void run() { work(); } }).start(); }
                }
                """);
        List<String> reached = Linked.sorted(graph, "Job.work");
        assertTrue(reached.contains("Job.start() VIRTUAL 2"), reached::toString);
    }

    @Test
    void whatIsDeclaredInsideAChangedTypeIsChangedAndNotReached() throws Exception {
        CodeGraph graph = Linked.java("""
                class A { void a() { b(); } void b() {} }
                class B { void c(A a) { a.a(); } }
                class C extends A {}
                """);
        assertEquals(List.of("B.c(A) EXACT 1", "C VIRTUAL 1"), Linked.sorted(graph, "A"));
        Impact impact = Impact.of(graph, List.of(Linked.symbol(graph, "A")), Cancellation.NEVER);
        assertFalse(impact.reaches(Linked.symbol(graph, "A.a")));
    }
}
