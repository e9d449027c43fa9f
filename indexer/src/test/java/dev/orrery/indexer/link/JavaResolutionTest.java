package dev.orrery.indexer.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.api.CodeGraph;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Calls whose callee only types tell. Each test names its call by {@code target(}, or by what it calls. */
class JavaResolutionTest {
    /** The resolution and qualified callee of the first call of that name. */
    private static String callee(String name, String... sources) throws Exception {
        Map<String, String> files = new TreeMap<>();
        for (String source : sources) {
            files.put("File" + files.size() + ".java", source);
        }
        CodeGraph graph = JavaSources.link(files);
        for (int call = 0; call < graph.callCount(); call++) {
            int callee = graph.callee(call);
            String called = callee < 0 ? graph.calleeName(call) : graph.name(callee);
            String simple = called.replaceFirst("\\(.*", "");
            if (simple.substring(simple.lastIndexOf('.') + 1).equals(name)) {
                return graph.resolution(call) + " " + (callee < 0 ? called : graph.qualifiedName(callee));
            }
        }
        return "none";
    }

    @Test
    void chainThroughGenericLibraryType() throws Exception {
        assertEquals("EXACT p.B.target()", callee("target", """
            package p;
            import java.util.*;
            class A { Map<String, List<B>> m = new HashMap<>(); void f() { m.get("x").get(0).target(); } }
            class B { void target() {} }
            class C { void target() {} }
            """));
    }

    @Test
    void lambdaParameterOfStreamKeepsElementType() throws Exception {
        assertEquals("EXACT p.B.target()", callee("target", """
            package p;
            import java.util.*;
            import java.util.stream.*;
            class A {
                List<B> bs;
                List<String> f() { return bs.stream().filter(b -> b != null).map(b -> b.other()).flatMap(o -> o.bs().stream())
                        .sorted(Comparator.comparing(b -> b.target())).map(Object::toString).collect(Collectors.toList()); }
            }
            class B { String target() { return ""; } O other() { return null; } }
            record O(List<B> bs) {}
            class C { String target() { return ""; } }
            """));
    }

    @Test
    void collectorsInferFromTheSurroundingCall() throws Exception {
        assertEquals("EXACT p.B.target()", callee("target", """
            package p;
            import java.util.*;
            import java.util.stream.*;
            class A { Map<String, B> f(List<B> bs) { return bs.stream().collect(Collectors.toMap(b -> b.target(), b -> b)); } }
            class B { String target() { return ""; } }
            class C { String target() { return ""; } }
            """));
    }

    @Test
    void computeIfAbsentReturnsTheValueType() throws Exception {
        assertEquals("EXACT p.B.target()", callee("target", """
            package p;
            import java.util.*;
            class A { Map<String, B> m; void f() { m.computeIfAbsent("k", k -> new B()).target(); } }
            class B { void target() {} }
            class C { void target() {} }
            """));
    }

    @Test
    void diamondInfersFromVar() throws Exception {
        assertEquals("EXACT p.B.target()", callee("target", """
            package p;
            import java.util.*;
            class A { void f() { var list = new ArrayList<>(List.of(new B())); for (var b : list) { b.target(); } } }
            class B { void target() {} }
            class C { void target() {} }
            """));
    }

    @Test
    void overloadByBoxedAndWidenedArguments() throws Exception {
        String source = """
            package p;
            class A {
                void target(long x) {} void target(Integer x) {} void target(Object x) {} void target(int... x) {}
                void f() { target(%s); }
            }
            """;
        assertEquals("EXACT p.A.target(long)", callee("target", source.formatted("1")));
        assertEquals("EXACT p.A.target(Integer)", callee("target", source.formatted("Integer.valueOf(1)")));
        assertEquals("EXACT p.A.target(Object)", callee("target", source.formatted("\"x\"")));
        assertEquals("EXACT p.A.target(int[])", callee("target", source.formatted("1, 2")));
    }

    @Test
    void mostSpecificOverloadWins() throws Exception {
        assertEquals("EXACT p.A.target(B)", callee("target", """
            package p;
            class A { void target(Object o) {} void target(B b) {} void f() { target(new C()); } }
            class B {} class C extends B {}
            """));
    }

    @Test
    void unknownArgumentTypeLeavesOverloadsAmbiguous() throws Exception {
        assertEquals("AMBIGUOUS", callee("target", """
            package p;
            import org.example.Thing;
            class A { void target(String s) {} void target(Integer i) {} void f(Thing t) { target(t.value()); } }
            """).split(" ")[0]);
    }

    @Test
    void runnableAndCallableAreToldApartByTheLambda() throws Exception {
        String source = """
            package p;
            import java.util.concurrent.Callable;
            class A { void target(Runnable r) {} <T> void target(Callable<T> c) {} void g() {} int h() { return 1; }
                void f() { target(%s); } }
            """;
        assertEquals("EXACT p.A.target(Runnable)", callee("target", source.formatted("() -> { g(); }")));
        assertEquals("EXACT p.A.target(Callable)", callee("target", source.formatted("() -> { return h(); }")));
        assertEquals("EXACT p.A.target(Callable)", callee("target", source.formatted("() -> h()")));
        assertEquals("EXACT p.A.target(Runnable)", callee("target", source.formatted("() -> g()")));
    }

    @Test
    void patternVariableAfterNegatedCondition() throws Exception {
        assertEquals("EXACT p.B.target()", callee("target", """
            package p;
            class A { void f(Object o) { if (!(o instanceof B b)) { return; } b.target(); } }
            class B { void target() {} } class C { void target() {} }
            """));
    }

    @Test
    void recordPatternComponentsInSwitch() throws Exception {
        assertEquals("EXACT p.B.target()", callee("target", """
            package p;
            sealed interface S permits R, Q {}
            record R(B b, int n) implements S {} record Q() implements S {}
            class A { void f(S s) { switch (s) { case R(var b, int n) when n > 0 -> b.target(); default -> {} } } }
            class B { void target() {} } class C { void target() {} }
            """));
    }

    @Test
    void implicitAccessorAndCanonicalConstructor() throws Exception {
        String source = "package p; record R(int x) {} class A { int f() { return new R(1).x(); } }";
        assertEquals("EXACT p.R.x()", callee("x", source));
        assertEquals("EXACT p.R.R(int)", callee("R", source));
    }

    @Test
    void implicitConstructorStandsAtTheClass() throws Exception {
        CodeGraph graph =
                JavaSources.link(Map.of("A.java", "package p;\n\nclass A { Object f() { return new A(); } }"));
        assertEquals(3, graph.line(graph.callee(0)));
        assertEquals("p.A.A()", graph.qualifiedName(graph.callee(0)));
    }

    @Test
    void innerClassSeesMembersOfOuterAndItsSuperclass() throws Exception {
        assertEquals("EXACT p.Base.target()", callee("target", """
            package p;
            class Base { void target() {} }
            class Outer extends Base { class Inner { Runnable r = () -> target(); } }
            """));
    }

    @Test
    void anonymousClassPrefersWhatItInherits() throws Exception {
        assertEquals("EXACT p.Base.target()", callee("target", """
            package p;
            class Base { void target() {} void go() {} }
            class Outer { void target() {} Base f() { return new Base() { void go() { target(); } }; } }
            """));
    }

    @Test
    void nestedTypeInheritedThroughImportedSuperclass() throws Exception {
        assertEquals("EXACT q.Base.Builder.target()", callee("target", """
            package p;
            import q.Base;
            class A extends Base { void f(Builder b) { b.target(); } }
            """, """
            package q;
            public class Base { public static class Builder { public void target() {} } }
            """));
    }

    @Test
    void importShadowsSamePackage() throws Exception {
        assertEquals(
                "EXACT q.B.target()",
                callee(
                        "target",
                        "package p; import q.B; class A { void f(B b) { b.target(); } }",
                        "package p; class B { void target() {} }",
                        "package q; public class B { public void target() {} }"));
    }

    @Test
    void staticImportOnDemand() throws Exception {
        assertEquals(
                "EXACT q.B.target(int)",
                callee(
                        "target",
                        "package p; import static q.B.*; class A { void f() { target(1); } }",
                        "package q; public class B { public static void target(int i) {} public void target(String s) {} }"));
    }

    @Test
    void methodReferencesAreCalls() throws Exception {
        String source = """
            package p;
            import java.util.function.*;
            class A { Function<B, String> f = %s; }
            class B { String target() { return ""; } static String target(B b, int n) { return ""; } B(String s) {} B() {} }
            """;
        assertEquals("EXACT p.B.target()", callee("target", source.formatted("B::target")));
        assertEquals(
                "EXACT p.B.B(String)",
                callee(
                        "B",
                        "package p; class A { java.util.function.Function<String, B> f = B::new; } class B { B(String s) {} B() {} }"));
    }

    @Test
    void comparatorChainKeepsTheElementType() throws Exception {
        assertEquals("EXACT p.B.target()", callee("target", """
            package p;
            import java.util.*;
            class A { Comparator<B> c = Comparator.comparing(B::first).thenComparing(b -> b.target()); }
            class B { String first() { return ""; } String target() { return ""; } }
            class C { String target() { return ""; } }
            """));
    }

    @Test
    void boundedTypeVariableHasItsBoundsMembers() throws Exception {
        assertEquals("EXACT p.B.target()", callee("target", """
            package p;
            class A<T extends B> { T t; <S extends T> void f(S s) { s.target(); } }
            class B { void target() {} } class C { void target() {} }
            """));
    }

    @Test
    void substitutedSuperclassArguments() throws Exception {
        assertEquals("EXACT p.B.target()", callee("target", """
            package p;
            abstract class Holder<T> { T value() { return null; } }
            class BHolder extends Holder<B> {}
            class A { void f(BHolder h) { h.value().target(); } }
            class B { void target() {} } class C { void target() {} }
            """));
    }

    @Test
    void superCallsReachTheSuperclassAndInterfaceDefaults() throws Exception {
        assertEquals("EXACT p.I.target()", callee("target", """
            package p;
            interface I { default void target() {} }
            class A implements I { public void target() { I.super.target(); } }
            """));
    }

    @Test
    void libraryMethodIsExternalWithItsName() throws Exception {
        assertEquals(
                "EXTERNAL java.util.List.get(int)",
                callee(
                        "get",
                        "package p; import java.util.*; class A { Object f(List<String> l) { return l.get(0); } }"));
    }

    @Test
    void unknownLibraryIsExternalAndNeverGuessed() throws Exception {
        assertEquals("EXTERNAL org.example.Thing.target", callee("target", """
            package p;
            import org.example.Thing;
            class A { void f(Thing t) { t.target(); } }
            class B { void target() {} }
            """));
    }

    @Test
    void onlyMethodOfItsNameIsInferredForUnknownReceiver() throws Exception {
        assertEquals("INFERRED p.B.target(int)", callee("target", """
            package p;
            import org.example.Thing;
            class A { void f(Thing t) { t.with(x -> x.target(1)); } }
            class B { void target(int i) {} }
            """));
    }

    @Test
    void whatAnUnknownLibraryHandsOutIsNotGuessed() throws Exception {
        assertEquals("EXTERNAL target", callee("target", """
            package p;
            import org.example.Thing;
            class A { void f(Thing t) { t.value().target(1); } }
            class B { void target(int i) {} }
            """));
    }

    @Test
    void interfaceThatOverridesAnInterfaceWinsOverTheSuperclass() throws Exception {
        assertEquals("EXACT p.Sub.target()", callee("target", """
            package p;
            interface Top { void target(); }
            interface Sub extends Top { void target(); }
            abstract class Base implements Top {}
            abstract class A extends Base implements Sub { void f() { target(); } }
            """));
    }

    @Test
    void explicitConstructorCalls() throws Exception {
        String source =
                "package p; class B { B(int i) {} } class A extends B { A() { this(\"\"); } A(String s) { super(1); } }";
        assertEquals("EXACT p.A.A(String)", callee("A", source));
        assertEquals("EXACT p.B.B(int)", callee("B", source));
    }

    @Test
    void methodsWithoutClassSeeEachOther() throws Exception {
        assertEquals("EXACT target()", callee("target", "void main() { target(); } void target() {}"));
    }

    @Test
    void cyclicInheritanceEnds() throws Exception {
        assertEquals(
                "EXTERNAL",
                callee("target", "package p; class A extends B { void f() { target(); } } class B extends A.C { } ")
                        .split(" ")[0]);
    }

    @Test
    void protectedMethodsAreForSubclasses() throws Exception {
        String base =
                "package p; public class Base { public void target(Object o) {} protected void target(String s) {} }";
        assertEquals(
                "EXACT p.Base.target(Object)",
                callee("target", base, "package q; class A { void f(p.Base b) { b.target(\"\"); } }"));
        assertEquals(
                "EXACT p.Base.target(String)",
                callee("target", base, "package q; class A extends p.Base { void f() { target(\"\"); } }"));
        assertEquals(
                "EXACT p.Base.target(String)",
                callee("target", base, "package p; class A { void f(Base b) { b.target(\"\"); } }"));
    }
}
