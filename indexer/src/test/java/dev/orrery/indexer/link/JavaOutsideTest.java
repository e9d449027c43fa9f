package dev.orrery.indexer.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.api.CodeGraph;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Java code means that leans on classes which nobody has seen, and on members that a tool adds. */
class JavaOutsideTest {
    /** The resolution and qualified callee of each call that {@code caller} makes, joined by blanks. */
    private static String calls(String caller, String source) throws Exception {
        CodeGraph graph = JavaSources.link(Map.of("File.java", source));
        StringBuilder text = new StringBuilder();
        for (int call = 0; call < graph.callCount(); call++) {
            if (graph.name(graph.caller(call)).equals(caller)) {
                int callee = graph.callee(call);
                text.append(text.isEmpty() ? "" : " ")
                        .append(graph.resolution(call))
                        .append(':')
                        .append(callee < 0 ? graph.calleeName(call) : graph.qualifiedName(callee));
            }
        }
        return text.toString();
    }

    @Test
    void whatNoKnownOverloadTakesIsInheritedFromOutside() throws Exception {
        assertEquals("EXTERNAL:lib.Base.visit EXACT:p.A.visit(int,int)", calls("f", """
            package p;
            import lib.Base;
            class A extends Base { void visit(int a, int b) {} void f() { visit("x"); visit(1, 2); } }
            """));
    }

    @Test
    void valueFromOutsideDoesNotFitClassesOfTheRepository() throws Exception {
        assertEquals("EXACT:p.A.take(Object)", calls("f", """
            package p;
            class A { void take(A a) {} void take(Object o) {} void f(lib.Thing x) { take(x); } }
            """));
    }

    @Test
    void guessIsNoStaticAndNoPrivateMethodAndNoneThatOverridesOneFromOutside() throws Exception {
        assertEquals("EXTERNAL:hide EXTERNAL:make EXTERNAL:over INFERRED:p.B.plain()", calls("f", """
            package p;
            class A { void f() { var x = unknown; x.hide(); x.make(); x.over(); x.plain(); } }
            class B { private void hide() {} static void make() {} void plain() {} }
            class C extends lib.Base { void over() {} }
            """));
    }

    @Test
    void memberOfAFieldFromOutsideIsNotGuessed() throws Exception {
        assertEquals("EXTERNAL:target", calls("f", """
            package p;
            class A { void f(lib.Thing x) { x.field.target(); } }
            class B { void target() {} }
            """));
    }

    @Test
    void unboundedWildcardHasTheBoundOfItsVariable() throws Exception {
        assertEquals("EXACT:p.Box.get() EXACT:p.B.target()", calls("f", """
            package p;
            class A { void f(Box<?> box) { box.get().target(); } }
            class Box<T extends B> { T get() { return null; } }
            class B { void target() {} }
            class C { void target() {} }
            """));
    }

    @Test
    void staticMethodOfAnInterfaceIsNotInherited() throws Exception {
        assertEquals("EXACT:p.Outer.of(String)", calls("f", """
            package p;
            class Outer {
                static void of(String s) {}
                class Inner implements Maker { void f() { of("x"); } }
            }
            interface Maker { static void of(Object o) {} }
            """));
    }

    @Test
    void overloadThatCannotBeToldPassesOnToAnother() throws Exception {
        assertEquals("AMBIGUOUS:p.A.f(C) EXTERNAL:lib.Base.unknown", calls("f", """
            package p;
            class A { void f(B b) { f(b.unknown()); } void f(C c) {} }
            class B extends lib.Base {}
            class C {}
            """));
    }

    @Test
    void interfaceOfTheRepositoryWinsOverOneOfTheJdkThatSaysTheSame() throws Exception {
        assertEquals("EXACT:p.Has.isEmpty()", calls("f", """
            package p;
            class A { void f(Both both) { both.isEmpty(); } }
            interface Both extends java.util.Collection<String>, Has {}
            interface Has { boolean isEmpty(); }
            """));
    }

    @Test
    void annotationsOfLombokDeclareMembers() throws Exception {
        assertEquals(
                "EXACT:p.A.A(int,String) EXACT:p.A.getName() EXACT:p.A.isOpen() EXACT:p.A.setCount(int) EXACT:p.A.withName(String)"
                        + " EXACT:p.A.builder() EXACT:p.A.ABuilder.count(int) EXACT:p.A.ABuilder.build()",
                calls("f", """
                    package p;
                    import lombok.*;
                    class User {
                        void f() {
                            val a = new A(1, "x");
                            a.getName();
                            a.isOpen();
                            a.setCount(2);
                            a.withName("y");
                            A.builder().count(3).build();
                        }
                    }
                    @Data @Builder @AllArgsConstructor
                    class A { private int count; @With private final String name; private final boolean open = true; }
                    """));
    }

    @Test
    void fieldsWhoseNameIsMissingGetNoAccessors() throws Exception {
        assertEquals("EXACT:p.A.getName()", calls("f", """
            package p;
            import lombok.*;
            @Data @With @Builder class A { private int = 3; int ; String name, ; boolean = true; void f() { getName(); } }
            """));
    }

    @Test
    void annotationsOfThatNameFromElsewhereDeclareNothing() throws Exception {
        assertEquals("EXTERNAL:p.A.getName", calls("f", """
            package p;
            import mine.Data;
            class User { void f(A a) { a.getName(); } }
            @Data class A { private String name; }
            """));
    }

    @Test
    void whatAllObjectsHaveGoesBeforeWhatAnInterfaceInherits() throws Exception {
        String types = "package p; interface I { boolean equals(Object o); } interface J extends I {} class A { ";
        assertEquals("EXACT:p.I.equals(Object)", calls("f", types + "void f(I i) { i.equals(null); } }"));
        assertEquals(
                "EXTERNAL:java.lang.Object.equals(Object)", calls("f", types + "void f(J j) { j.equals(null); } }"));
    }
}
