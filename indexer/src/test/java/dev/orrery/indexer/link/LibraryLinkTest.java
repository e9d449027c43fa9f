package dev.orrery.indexer.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.indexer.library.ClassPath;
import dev.orrery.indexer.library.CompiledJar;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.KeptFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls whose types come from jars. */
class LibraryLinkTest {
    private static final Map<String, String> LIBRARY = Map.of(
            "lib/Box.java", """
                package lib;
                public class Box<T> {
                    public T get() { return null; }
                    public <R> Box<R> map(Mapper<? super T, ? extends R> mapper) { return null; }
                    public static class Inner<U> { public U value; }
                    public <V> Inner<V> inner(Class<V> type) { return null; }
                }
                """,
            "lib/Mapper.java", "package lib; public interface Mapper<A, B> { B apply(A a); }",
            "lib/Base.java",
                    "package lib; public abstract class Base<T> { protected abstract void visit(T t); public void visit(T t, int depth) {} }",
            "lib/Naming.java",
                    "package lib; public class Naming extends app.Own { public app.Own own() { return null; } public static void take(app.Own o) {} }",
            "app/Own.java", "package app; public class Own { public void hello() {} }",
            "gone/Gone.java", "package gone; public class Gone { public void far() {} }",
            "lib/Half.java",
                    "package lib; public class Half extends gone.Gone { public gone.Gone gone() { return null; } }");

    @TempDir
    Path folder;

    private ClassPath jar() throws Exception {
        Path jar = folder.resolve("lib.jar");
        if (!Files.exists(jar)) {
            CompiledJar.of(jar, LIBRARY, Set.of("app/Own.java", "gone/Gone.java"));
        }
        return new ClassPath(List.of(jar));
    }

    private static List<String> calls(CodeGraph graph) {
        List<String> calls = new ArrayList<>();
        for (int call = 0; call < graph.callCount(); call++) {
            String text = GraphAssertions.describe(graph, call);
            calls.add(text.substring(text.indexOf("-> ") + 3));
        }
        return calls;
    }

    private List<String> calls(String... files) throws Exception {
        Map<String, String> sources = new TreeMap<>();
        for (String file : files) {
            sources.put("File" + sources.size() + ".java", file);
        }
        return calls(
                new Linker(1, jar()).update(KeptFacts.of(JavaSources.facts(sources)), List.of(), Cancellation.NEVER));
    }

    @Test
    void genericResultsAndLambdasAreTypedByLibraries() throws Exception {
        assertEquals(
                List.of(
                        "EXTERNAL lib.Box.map(Mapper)",
                        "EXACT app.A.a()",
                        "EXTERNAL lib.Box.get()",
                        "EXACT app.B.b()",
                        "EXTERNAL lib.Box.inner(Class)",
                        "EXACT app.B.b()"),
                calls("""
                    package app;
                    import lib.*;
                    class A {
                        B a() { return null; }
                        void f(Box<A> box) { box.map(x -> x.a()).get().b(); box.inner(B.class).value.b(); }
                    }
                    class B { void b() {} void b(int i) {} }
                    """));
    }

    @Test
    void inheritedOverloadsOfLibrariesAreToldApart() throws Exception {
        assertEquals(List.of("EXACT app.A.visit(String)", "EXTERNAL lib.Base.visit(Object,int)"), calls("""
                    package app;
                    class A extends lib.Base<String> {
                        @Override protected void visit(String s) {}
                        void f() { visit("x"); visit("x", 1); }
                    }
                    """));
    }

    @Test
    void classesOfTheRepositoryGoBeforeWhatJarsNameAndHave() throws Exception {
        assertEquals(
                List.of(
                        "EXTERNAL lib.Naming.own()",
                        "EXACT app.Own.hello()",
                        "EXACT app.Own.hello()",
                        "EXTERNAL lib.Naming.take(Own)"),
                calls(
                                "package app; public class Own { public void hello() {} }",
                                "package app; class Use { void f(lib.Naming n) { n.own().hello(); n.hello(); lib.Naming.take(new Own()); } }")
                        .stream()
                        .filter(call -> !call.endsWith("Own.Own()"))
                        .toList());
    }

    @Test
    void whatJarsNameAndNobodyHasIsNotClaimedToBeKnown() throws Exception {
        assertEquals(
                List.of("EXTERNAL gone.Gone.far", "EXTERNAL lib.Half.gone()", "EXTERNAL gone.Gone.far"),
                calls("package app; class Use { void f(lib.Half h) { h.far(); h.gone().far(); } }"));
    }

    @Test
    void damagedClassesAreAsIfTheyWereNotThere() throws Exception {
        Path jar = folder.resolve("damaged.jar");
        CompiledJar.of(jar, LIBRARY);
        byte[] bytes = Files.readAllBytes(jar);
        long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
        System.err.println("seed " + seed);
        Random random = new Random(seed);
        Map<String, FileFacts> facts = JavaSources.facts(Map.of("Use.java", """
            package app;
            class Use extends lib.Base<Use> {
                protected void visit(Use u) { visit(u, 1); }
                void f(lib.Box<Use> b, lib.Naming n) { b.get().f(b, n); b.map(u -> u).get().visit(null); n.own().hello(); }
            }
            """));
        for (int round = 0; round < 50; round++) {
            byte[] damaged = bytes.clone();
            for (int hits = 1 + random.nextInt(20); hits > 0; hits--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Path file = Files.write(folder.resolve("round.jar"), damaged);
            new Linker(1, new ClassPath(List.of(file))).update(KeptFacts.of(facts), List.of(), Cancellation.NEVER);
        }
    }

    @Test
    void updateEqualsFreshLinkWhenClassesThatJarsNameComeAndGo() throws Exception {
        List<String> variants = List.of(
                "package app; public class Own { public void hello() {} }",
                "package app; public class Own { public void hello(int i) {} public void hello() {} }",
                "package app; public class Other {}",
                "package gone; public class Gone { public void far() {} }",
                "package gone; public class Elsewhere { public static class Gone {} }",
                "package app; class Use { void f(lib.Half h, lib.Naming n) { h.far(); h.gone().far(); n.own().hello(); n.hello(); } }",
                "package app; class Sub extends lib.Naming { void g() { hello(); own().hello(); take(this); } }",
                "package lib; public class Half { public app.Own gone() { return null; } void far() {} }",
                "package app; class Far extends lib.Half { void h() { far(); gone().hello(); } }");
        List<FileFacts> facts = new ArrayList<>();
        for (String variant : variants) {
            facts.add(JavaSources.facts(variant));
        }
        long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
        System.err.println("seed " + seed);
        Random random = new Random(seed);
        Linker incremental = new Linker(1, jar());
        Map<String, FileFacts> now = new HashMap<>();
        for (int step = 0; step < 60; step++) {
            Map<String, FileFacts> changed = new HashMap<>();
            Set<String> removed = new HashSet<>();
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                String path = "F" + random.nextInt(6) + ".java";
                if (random.nextInt(3) == 0) {
                    removed.add(path);
                    changed.remove(path);
                } else {
                    removed.remove(path);
                    changed.put(path, facts.get(random.nextInt(facts.size())));
                }
            }
            now.keySet().removeAll(removed);
            now.putAll(changed);
            CodeGraph updated = incremental.update(KeptFacts.of(changed), removed, Cancellation.NEVER);
            CodeGraph fresh = new Linker(1, jar()).update(KeptFacts.of(now), List.of(), Cancellation.NEVER);
            GraphAssertions.assertSameColumns(fresh, updated, "seed " + seed + ", step " + step);
        }
    }
}
