package dev.orrery.indexer.scope;

import static dev.orrery.indexer.scope.ScopeCarets.at;
import static dev.orrery.indexer.scope.ScopeCarets.java;
import static dev.orrery.indexer.scope.ScopeCarets.names;
import static dev.orrery.indexer.scope.ScopeCarets.one;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Scope;
import dev.orrery.api.Scope.Place;
import dev.orrery.api.ScopeName;
import dev.orrery.api.ScopeName.Fit;
import dev.orrery.api.ScopeName.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaScopeTest {
    @Test
    void blocksEndTheNamesInThem() {
        Scope scope = java("""
                class A {
                    int field;
                    void m(String parameter) {
                        int local = 0;
                        { int gone = 1; }
                        for (String each : new String[0]) { each.length(); }
                        try { } catch (RuntimeException caught) { caught.toString(); }
                        int other = ^;
                        int later = 2;
                    }
                    int after;
                }
                """);
        List<String> names = names(scope);
        assertTrue(
                names.containsAll(List.of("local", "parameter", "field", "m", "after", "A", "toString")), "" + names);
        assertFalse(names.contains("gone") || names.contains("each") || names.contains("caught"), "" + names);
        assertFalse(names.contains("later"), "" + names);
        assertEquals("int", scope.expected());
        assertEquals(Fit.FITS, one(scope, "local").fit());
        assertEquals(Fit.CLASHES, one(scope, "parameter").fit());
        assertEquals(Kind.PARAMETER, one(scope, "parameter").kind());
        assertTrue(one(scope, "local").distance() < one(scope, "parameter").distance());
        assertTrue(one(scope, "parameter").distance() < one(scope, "field").distance());
        assertTrue(scope.isComplete());
    }

    @Test
    void theNearestHidesOthersOfItsName() {
        Scope scope = java("class A { String x; void x() {} void m(int x) { long y = ^ } }");
        assertEquals(
                List.of("int", "void"),
                ScopeCarets.all(scope, "x").map(ScopeName::type).toList());
    }

    @Test
    void staticCodeSeesNoInstanceMembers() {
        Scope scope = java("class A { int i; static int s; void m() {} static void n() { int k = ^ } }");
        assertTrue(names(scope).contains("s"));
        assertTrue(names(scope).contains("n"));
        assertFalse(names(scope).contains("i"));
        assertFalse(names(scope).contains("m"));
    }

    @Test
    void aStaticClassSeesNoInstanceMembersOfTheOneAroundIt() {
        String text = "class A { int i; static int s; %s class B { int b; void m() { int k = ^ } } }";
        assertFalse(names(java(text.formatted("static"))).contains("i"));
        assertTrue(names(java(text.formatted("static"))).containsAll(List.of("s", "b")));
        assertTrue(names(java(text.formatted(""))).containsAll(List.of("i", "s", "b")));
    }

    @Test
    void privateMembersStayInTheirFileAndOthersInTheirPackage() {
        Map<String, String> sources = Map.of(
                "q/Base.java",
                "package q; public class Base { public int open; protected int inherited; int near; private int own; }");
        Scope other = at("p/A.java", "package p; import q.Base; class A { void m(Base b) { b.^ } }", sources);
        assertEquals("Base", other.receiver());
        assertTrue(names(other).contains("open"));
        assertFalse(names(other).contains("inherited")
                || names(other).contains("near")
                || names(other).contains("own"));
        Scope below =
                at("p/A.java", "package p; import q.Base; class A extends Base { void m() { int i = ^ } }", sources);
        assertTrue(names(below).containsAll(List.of("open", "inherited")));
        assertFalse(names(below).contains("near"));
        Scope same = at("q/A.java", "package q; class A { void m(Base b) { b.^ } }", sources);
        assertTrue(names(same).containsAll(List.of("open", "inherited", "near")));
        Scope own = java("class A { private int own; class In { private int in; } void m(In i) { i.^ } }");
        assertTrue(names(own).contains("in"));
    }

    @Test
    void typeArgumentsArePutIn() {
        Scope scope = java("import java.util.*; class A { void m(Map<String, List<Long>> map) { map.^ } }");
        assertEquals("Map<String, List<Long>>", scope.receiver());
        assertEquals("List<Long>", one(scope, "get").type());
        Scope chain =
                java("import java.util.*; class A { void m(Map<String, List<Long>> map) { map.get(\"\").get(0).^ } }");
        assertEquals("Long", chain.receiver());
        assertTrue(names(chain).contains("longValue"));
        assertTrue(chain.isComplete());
    }

    @Test
    void lambdaParametersHaveTheTypeThatIsWanted() {
        Scope scope = java("""
                import java.util.*;
                class A { void m(List<String> list) { list.stream().map(s -> s.^ """);
        assertEquals("String", scope.receiver());
        assertTrue(names(scope).contains("length"));
        Scope nested = java("""
                import java.util.*;
                class A {
                    void m(List<String> list) {
                        list.forEach(each -> { int n = 1; if (^ });
                    }
                }
                """);
        assertTrue(names(nested).containsAll(List.of("each", "n", "list")));
        assertEquals("boolean", nested.expected());
    }

    @Test
    void patternsAndRecords() {
        Scope scope = java("""
                record P(int x, String y) { static int z; }
                class A {
                    void m(Object o) {
                        if (o instanceof P p && p.^) {}
                    }
                }
                """);
        assertTrue(names(scope).containsAll(List.of("x", "y")));
        Scope component = java("""
                record P(int x, String y) {}
                class A { int m(Object o) { return switch (o) { case P(int a, String b) -> b.^; default -> 0; }; } }
                """);
        assertEquals("String", component.receiver());
        Scope block = java("""
                record P(int x, String y) {}
                class A {
                    int m(Object o) {
                        return switch (o) {
                            case P(int a, String b) -> { int n = f(^); yield n; }
                            default -> 0;
                        };
                    }
                }
                """);
        assertTrue(names(block).containsAll(List.of("a", "b", "o")));
    }

    @Test
    void labelsOfASwitchNameConstantsAlone() {
        Scope scope = java("enum E { RED, BLUE; } class A { void m(E e) { switch (e) { case RED: break; case ^ } } }");
        assertTrue(names(scope).containsAll(List.of("RED", "BLUE")));
        assertEquals(Fit.FITS, one(scope, "BLUE").fit());
        Scope arrow =
                java("enum E { RED, BLUE; } class A { int m(E e) { return switch (e) { case RED -> 1; case ^ } } }");
        assertTrue(names(arrow).contains("BLUE"));
    }

    @Test
    void argumentsAreWantedAsTheOverloadsTakeThem() {
        String text =
                "class A { void f(int a, String b) {} void f(String a, long c) {} void m(int i, String s) { f(i, ^ } }";
        assertEquals("String", java(text).expected());
        assertEquals(Fit.FITS, one(java(text), "s").fit());
        Scope generic = java("import java.util.*; class A { void m(List<String> l, String s, int i) { l.add(^); } }");
        assertEquals(Fit.FITS, one(generic, "s").fit());
        Scope made = java("class B { B(String s) {} } class A { void m(String s, int i) { new B(^ } }");
        assertEquals("String", made.expected());
        assertEquals(Fit.CLASHES, one(made, "i").fit());
    }

    @Test
    void arraysHaveALengthAndCanBeCloned() {
        Scope scope = java("class A { void m(int[] a) { a.^ } }");
        assertEquals("int", one(scope, "length").type());
        assertTrue(names(scope).containsAll(List.of("clone", "getClass")));
        assertEquals("int", java("class A { void m(int[] a, int i) { a[^ } }").expected());
    }

    @Test
    void aClassNameIsFollowedByStaticMembersAndClasses() {
        Scope scope =
                java("import java.util.Map; class A { static int s; int i; static class In {} void m() { A.^ } }");
        assertTrue(names(scope).containsAll(List.of("s", "In")));
        assertFalse(names(scope).contains("i"));
        assertTrue(names(java("class A { void m() { java.util.Map.^ } }")).contains("Entry"));
        assertTrue(names(java("class A { void m() { java.util.^ } }")).containsAll(List.of("Map", "concurrent")));
    }

    @Test
    void innerAndAnonymousClassesSeeWhatIsAround() {
        Scope scope = java("""
                class A {
                    int i;
                    void m(String p) {
                        new Thread(new Runnable() {
                            int own;
                            @Override public void run() { int x = ^ }
                        });
                    }
                }
                """);
        assertTrue(names(scope).containsAll(List.of("own", "run", "p", "i", "m")));
    }

    @Test
    void staticImportsAreNames() {
        Scope scope = java("import static java.lang.Math.max; import static java.util.Map.*; class A {{ int x = ^ }}");
        assertTrue(names(scope).containsAll(List.of("max", "entry", "of")));
        assertFalse(names(scope).contains("min"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "class A { void m() { ^ } } | STATEMENT",
                "class A { ^ } | STATEMENT",
                "class A { private ^ } | TYPE",
                "class A { private String ^ } | DECLARATION",
                "class A { void m(^ } | TYPE",
                "class A { void m(int ^ } | DECLARATION",
                "class A { void m() { String ^ } } | DECLARATION",
                "class A { void m() { java.util.List<String> ^ } } | DECLARATION",
                "class A { void m() { java.util.List<^ } } | TYPE",
                "class A { void m() { int[] ^ } } | DECLARATION",
                "class A { void m() { int x = 1 + ^ } } | EXPRESSION",
                "class A { void m(int a, int b) { if (a < ^ } } | EXPRESSION",
                "class A { void m() { new ^ } } | TYPE",
                "class A { void m() { m(^ } } | EXPRESSION",
                "class A { void m() { for (^ } } | STATEMENT",
                "class A { void m() { for (int i = 0; ^ } } | EXPRESSION",
                "class A { void m() { try { } catch (^ } } | TYPE",
                "class A { int x = ^ } | EXPRESSION",
                "class A extends ^ | TYPE",
                "import java.^ | IMPORT",
                "import ^ | IMPORT",
                "class ^ | DECLARATION",
                "class A { @^ void m() {} } | TYPE",
                "class A { void m() { // ^ } } | TEXT",
                "class A { void m() { String s = \"^ } } | TEXT",
                "class A { void m() { /* ^ } } | TEXT",
                "class A { void m() { Object o = (String) ^ } } | EXPRESSION",
                "class A { void m(Object o) { if (o instanceof ^ } } | TYPE",
                "class A { void m() { A::^ } } | MEMBER",
                "class A { void m() { return a ? ^ } } | EXPRESSION",
                "class A<T extends ^ | TYPE",
                "enum E { ^ } | DECLARATION",
            })
    void placesAreTold(String text, Place place) {
        assertEquals(place, java(text).place());
    }

    @Test
    void whatIsBehindTheCaretNeedsNotBeThere() {
        for (String end : List.of("", " } }", ";\n} int x; }", "\n if (s.isEmpty()) { return; }\n } void n() {} }")) {
            Scope scope = java("class A {\n void m(String s) {\n  s.^" + end);
            assertEquals("String", scope.receiver(), end);
            assertTrue(scope.isComplete(), end);
        }
    }

    @Test
    void nothingIsCompleteThatComesFromElsewhere() {
        assertFalse(
                java("import x.Y; class A extends Y { void m() { int i = ^ } }").isComplete());
        assertFalse(java("import x.Y; class A { void m(Y y) { y.^ } }").isComplete());
        assertFalse(java("import x.*; class A { void m() { int i = ^ } }").isComplete());
        assertFalse(java("class A { void m() { int i = ^").isComplete());
        assertTrue(java("class A { void m() { int i = ^; } }").isComplete());
    }

    @Test
    void importsNamePackagesAndTypes() {
        Scope scope = at(
                "p/A.java",
                "package p; import q.^",
                Map.of(
                        "q/r/B.java",
                        "package q.r; public class B {}",
                        "q/C.java",
                        "package q; public class C { public static int s; }"));
        assertEquals(List.of("C", "r"), names(scope).stream().sorted().toList());
        Scope statics = at(
                "p/A.java",
                "package p; import static q.C.^",
                Map.of("q/C.java", "package q; public class C { public static int s; }"));
        assertTrue(names(statics).contains("s"));
    }

    @Test
    void theWordAtTheCaretBeginsTheName() {
        Scope scope = java("class A { void m(String value) { va^lue.length(); } }");
        assertEquals("class A { void m(String value) { ".length(), scope.start());
        assertTrue(names(scope).contains("value"));
    }
}
