package dev.orrery.indexer.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.SymbolKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whom a call may run beside its static target. */
class OverridersTest {
    @Test
    void overridersStandApartFromTheStaticTarget() throws Exception {
        CodeGraph graph = JavaSources.link(Map.of("A.java", """
            package p;
            interface I<T> { void target(T t); }
            class A implements I<String> { public void target(String s) {} }
            class B { void f(I<String> i) { i.target("x"); } I<Integer> g() { return new I<Integer>() { public void target(Integer n) {} }; } }
            """));
        int callee = graph.callee(0);
        assertEquals("p.I.target(Object)", graph.qualifiedName(callee));
        assertEquals(2, graph.overriders(callee).length);
    }

    @Test
    void callsOfSuperReachNoOverriders() throws Exception {
        CodeGraph graph = JavaSources.link(Map.of("A.java", """
            package p;
            interface I { default void target() {} }
            class A implements I { public void target() { I.super.target(); } }
            class B extends A { public void target() { super.target(); Runnable r = super::target; this.target(); } }
            class C extends B { public void target() {} void f() { target(); } }
            """));
        List<String> calls = new ArrayList<>();
        for (int call = 0; call < graph.callCount(); call++) {
            if (graph.callee(call) >= 0 && graph.kind(graph.callee(call)) == SymbolKind.METHOD) {
                calls.add(graph.qualifiedName(graph.callee(call)) + (graph.isVirtual(call) ? " or an overrider" : ""));
            }
        }
        assertEquals(
                List.of(
                        "p.I.target()",
                        "p.A.target()",
                        "p.A.target()",
                        "p.B.target() or an overrider",
                        "p.C.target() or an overrider"),
                calls);
    }
}
