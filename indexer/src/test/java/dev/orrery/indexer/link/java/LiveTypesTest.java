package dev.orrery.indexer.link.java;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.api.Cancellation;
import dev.orrery.indexer.link.Linker;
import dev.orrery.indexer.parse.CaretScope;
import dev.orrery.indexer.parse.ExpressionKind;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.FlatParser;
import dev.orrery.indexer.parse.Grammar;
import dev.orrery.indexer.parse.KeptFacts;
import dev.orrery.indexer.parse.LiveFacts;
import dev.orrery.indexer.parse.java.JavaExtractor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LiveTypesTest {
    private static final String SHAPE = "package a; public class Shape { int sides() { return 0; } }";
    private static final String SQUARE = "package a; class Square extends Shape { Shape twin() { return this; } }";

    @Test
    void theBufferGoesBeforeWhatItsFileIsInTheIndex() throws Exception {
        LiveTypes types = types(Map.of("a/Shape.java", SHAPE, "a/Square.java", SQUARE));
        String edited =
                "package a; public class Shape { Long area() { return 1L; } void f(Square s) { here(s.area()); } }";
        assertEquals("java.lang.Long", argumentOfHere(types, "a/Shape.java", edited));
        assertEquals(
                "int", argumentOfHere(types, "a/Use.java", "package a; class Use {{ here(new Square().sides()); }}"));
    }

    @Test
    void aClassOfTheBufferIsTheClassThatOthersExtend() throws Exception {
        LiveTypes types = types(Map.of("a/Shape.java", SHAPE, "a/Square.java", SQUARE));
        String edited = """
                package a;
                public class Shape {
                    <T extends Shape> T same(T t) { return t; }
                    Integer only(Shape shape) { return 1; }
                    String only(Object other) { return ""; }
                    void f(Square s) { here(only(s.twin())); }
                }
                """;
        assertEquals("java.lang.Integer", argumentOfHere(types, "a/Shape.java", edited));
    }

    @Test
    void whatWasFoundOutForABufferDoesNotStay() throws Exception {
        LiveTypes types = types(Map.of(
                "a/Outer.java", "package a; class Outer { }",
                "a/User.java", "package a; class User extends Outer { Inner inner() { return null; } }"));
        String edited =
                "package a; class Outer { static class Inner { int n; } void f(User u) { here(u.inner().n); } }";
        assertEquals("int", argumentOfHere(types, "a/Outer.java", edited));
        String other = "package a; class Other { void f(User u) { here(u.inner()); } }";
        assertEquals("Inner", argumentOfHere(types, "a/Other.java", other));
    }

    @Test
    void localsAreKnownAtTheCaretWithTheirDistance() throws Exception {
        LiveFacts facts = live("""
                class A {
                    int field;
                    void f(int p) {
                        String s = "";
                        { int gone = 1; }
                        for (var each : new int[0]) { Runnable r = () -> { var l = s.length(); here(); }; }
                        int later;
                    }
                }
                """);
        CaretScope caret = facts.caret().orElseThrow();
        List<String> seen = caret.variables().stream()
                .map(variable ->
                        facts.facts().string(facts.facts().variables().name(variable.row())) + variable.distance())
                .toList();
        assertEquals(List.of("l0", "each4", "s5", "p6"), seen);
    }

    private static LiveTypes types(Map<String, String> sources) throws Exception {
        Map<String, FileFacts> facts = new TreeMap<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            facts.put(source.getKey(), live(source.getValue()).facts());
        }
        Linker linker = new Linker(1);
        linker.update(KeptFacts.of(facts), List.of(), Cancellation.NEVER);
        return linker.live();
    }

    private static LiveFacts live(String source) throws Exception {
        byte[] utf8 = source.getBytes(StandardCharsets.UTF_8);
        Grammar grammar = Grammar.of("java");
        try (FlatParser parser = new FlatParser()) {
            return new JavaExtractor(grammar).live(parser.parse(grammar, utf8), utf8, "here");
        }
    }

    private static String argumentOfHere(LiveTypes types, String path, String source) throws Exception {
        LiveFacts facts = live(source);
        return types.ask(path, facts, unit -> {
            int call = facts.caret().orElseThrow().call();
            int argument = unit.body.arguments(call)[0];
            assertEquals(false, facts.facts().expressions().kind(argument) == ExpressionKind.UNKNOWN);
            return switch (unit.body.types.of(argument)) {
                case Type.ClassType type -> type.symbol().qualifiedName();
                case Type.Primitive primitive -> primitive.keyword();
                case Type other -> other.toString();
            };
        });
    }
}
