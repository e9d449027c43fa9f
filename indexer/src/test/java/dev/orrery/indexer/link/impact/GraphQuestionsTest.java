package dev.orrery.indexer.link.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.Resolution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class GraphQuestionsTest {
    /** Two nodes are in one component exactly if each reaches the other: the closure of Warshall says it. */
    @Test
    void componentsEqualTheTransitiveClosure() {
        for (int round = 0; round < 300; round++) {
            long seed = Long.getLong("orrery.test.seed", System.nanoTime()) + round;
            Random random = new Random(seed);
            int nodes = 1 + random.nextInt(20);
            List<int[]> edges = new ArrayList<>();
            boolean[][] reach = new boolean[nodes][nodes];
            for (int i = random.nextInt(40); i > 0; i--) {
                int[] edge = {random.nextInt(nodes), random.nextInt(nodes)};
                edges.add(edge);
                reach[edge[0]][edge[1]] = true;
            }
            for (int middle = 0; middle < nodes; middle++) {
                for (int a = 0; a < nodes; a++) {
                    for (int b = 0; b < nodes; b++) {
                        reach[a][b] |= reach[a][middle] && reach[middle][b];
                    }
                }
            }
            TreeSet<String> expected = new TreeSet<>();
            for (int a = 0; a < nodes; a++) {
                TreeSet<Integer> component = new TreeSet<>(List.of(a));
                for (int b = 0; b < nodes; b++) {
                    if (reach[a][b] && reach[b][a]) {
                        component.add(b);
                    }
                }
                if (component.size() > 1) {
                    expected.add(component.toString());
                }
            }
            TreeSet<String> found = new TreeSet<>();
            for (int[] component : new Components(nodes, edges).cyclic()) {
                Arrays.sort(component);
                found.add(Arrays.toString(component));
            }
            assertEquals(expected, found, "seed " + seed);
        }
    }

    @Test
    void cyclesAreFoundBetweenFilesPackagesAndTypes() throws Exception {
        CodeGraph graph = Linked.of(Map.of(
                "a/A.java",
                        "package a; public class A { void go(b.B other) { other.back(this); } public void done() {} }",
                "b/B.java", "package b; public class B { public void back(a.A first) { first.done(); } }",
                "c/C.java", "package c; class C extends b.B { C again(C other) { return other.again(this); } }"));
        assertEquals(List.of(List.of("a/A.java", "b/B.java")), Cycles.of(graph, Cycles.Level.FILE));
        assertEquals(List.of(List.of("a", "b")), Cycles.of(graph, Cycles.Level.PACKAGE));
        assertEquals(List.of(List.of("a.A", "b.B")), Cycles.of(graph, Cycles.Level.TYPE));
    }

    @Test
    void whatOnlyDeadCodeCallsIsDeadAndWhatOverridesLivingCodeIsNot() throws Exception {
        CodeGraph graph = Linked.of(Map.of("p/P.java", """
                package p;
                public class P {
                  private P() {}
                  public static void start(Task task) { task.run(); }
                  private void unused() { helper(); }
                  private void helper() {}
                  private void readObject(java.io.ObjectInputStream in) {}
                  private int used(int n) { return n; }
                  int field = used(1);
                }
                abstract class Task { abstract void run(); }
                class Job extends Task { void run() { Runnable later = new Runnable() { public void run() {} }; } }
                """));
        assertEquals(
                List.of("p.P.unused()", "p.P.helper()"),
                Arrays.stream(DeadCode.of(graph)).mapToObj(graph::qualifiedName).toList());
    }

    @Test
    void randomGraphsHaveNoDeadCalleeOfALivingCaller() {
        for (int round = 0; round < 100; round++) {
            long seed = Long.getLong("orrery.test.seed", System.nanoTime()) + round;
            CodeGraph graph = RandomGraph.of(new Random(seed), 30, 40);
            TreeSet<Integer> dead = new TreeSet<>();
            Arrays.stream(DeadCode.of(graph)).forEach(dead::add);
            for (int call = 0; call < graph.callCount(); call++) {
                if (graph.resolution(call) != Resolution.EXTERNAL && dead.contains(graph.callee(call))) {
                    assertEquals(true, dead.contains(graph.caller(call)), "seed " + seed);
                }
            }
        }
    }
}
