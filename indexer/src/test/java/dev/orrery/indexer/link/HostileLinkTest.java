package dev.orrery.indexer.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.KeptFacts;
import dev.orrery.indexer.parse.ParseOutcome.Parsed;
import dev.orrery.indexer.parse.Parsing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources that are damaged, cyclic, deep or huge are linked all the same: no error, no hang. */
@Tag("slow")
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileLinkTest {
    private static final Path JAVA = Path.of("src/test/resources/golden/java");
    private static final Path OTHERS = Path.of("src/test/resources/dev/orrery/indexer/parse/golden");

    @Test
    void damagedSourcesAreLinkedTogether() throws Exception {
        long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
        System.out.println("damagedSourcesAreLinkedTogether seed " + seed);
        Random random = new Random(seed);
        Map<String, byte[]> samples = samples();
        for (int round = 0; round < Integer.getInteger("hostile.rounds", 12); round++) {
            Map<String, byte[]> damaged = new TreeMap<>();
            samples.forEach((path, bytes) -> damaged.put(path, damage(bytes, samples, random)));
            link(damaged);
        }
    }

    private static Map<String, byte[]> samples() throws Exception {
        Map<String, byte[]> samples = new TreeMap<>();
        for (Path folder : List.of(JAVA, OTHERS)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    samples.put(folder.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
        }
        return samples;
    }

    /** Cuts a sample, repeats a part of it, or puts a part of another into it. */
    private static byte[] damage(byte[] bytes, Map<String, byte[]> samples, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = from + random.nextInt(bytes.length - from + 1);
        byte[] part = Arrays.copyOfRange(bytes, from, to);
        return switch (random.nextInt(4)) {
            case 0 -> part;
            case 1 -> joined(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, from, bytes.length));
            case 2 -> {
                byte[][] all = samples.values().toArray(byte[][]::new);
                byte[] other = all[random.nextInt(all.length)];
                byte[] inserted = Arrays.copyOf(other, random.nextInt(other.length + 1));
                yield joined(
                        Arrays.copyOf(bytes, from), joined(inserted, Arrays.copyOfRange(bytes, from, bytes.length)));
            }
            default -> bytes;
        };
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class A extends A { void f() { f(); g(); } }",
                "class A extends B { void f() { g(); } } class B extends A { } interface I extends J {} interface J extends I {}",
                "class A<T extends T> { T t; void f() { t.g(); } } class B<T extends U, U extends T> { T t; void f() { t.g(); } }",
                "class A<T extends A<A<A<T>>>> { A<T> next; void f() { next.next.next.f(); } }",
                "class A<T> extends B<A<A<T>>> {} class B<T> extends A<B<B<T>>> { void f(A<?> a) { a.g(); } }",
                "class A { A a = a.b(); A b() { return c().b(); } A c() { return b().c(); } }",
                "class A { void f() { var x = y; var y = x; x.g(); y.g(); for (var z : z) z.h(); } }",
                "class A { java.util.function.Function f = x -> y -> f.apply(x).apply(y); void g() { g(z -> g(z)); } }",
                "record R(R r) { void f(Object o) { if (o instanceof R(R(R(var x)))) x.f(x); } }",
                "class A { void f() { [0].g(); } }",
                "import static A.*; import A.*; import static B.*; class A extends B.C { } class B extends A { class C extends B {} void f() { g(); } }"
            })
    void cyclesEnd(String source) throws Exception {
        assertTrue(link(Map.of("A.java", source.getBytes(UTF_8))).symbolCount() > 0);
    }

    @Test
    void deepSourcesEnd() throws Exception {
        int depth = 3000;
        link(Map.of(
                "Chain.java", klass("Chain", "Chain a() { return this" + ".a()".repeat(depth) + "; }"),
                "Nested.java",
                        klass(
                                "Nested",
                                "int f(int x) { return " + "f(".repeat(depth) + "1" + ")".repeat(depth) + "; }"),
                "Sum.java", klass("Sum", "int f() { return 1" + " + f()".repeat(depth) + "; }"),
                "Generic.java",
                        klass("Generic", "X" + "<X".repeat(depth) + ">".repeat(depth) + " x; void f() { x.g(); }"),
                "Choice.java", klass("Choice", "Object f(boolean b) { return " + "b ? f(b) : ".repeat(500) + "null; }"),
                "Lambdas.java",
                        klass(
                                "Lambdas",
                                "<T> T f(java.util.function.Supplier<T> s) { return s.get(); } Object g() { return "
                                        + "f(() -> ".repeat(60) + "g()" + ")".repeat(60) + "; }"),
                "Inner.java", ("class C {".repeat(200) + "void f() { f(); }" + "}".repeat(200)).getBytes(UTF_8)));
    }

    @Test
    void overloadedLambdasEnd() throws Exception {
        link(Map.of(
                "Over.java",
                klass(
                        "Over",
                        "interface F { Object a(Object x); } interface G { Object b(Object x); } "
                                + "Object f(F f) { return null; } Object f(G g) { return null; } Object f(String s) { return s; } Object g() { return "
                                + "f(x -> ".repeat(40) + "unknown" + ")".repeat(40) + "; }")));
    }

    @Test
    void tenThousandOverloadsEnd() throws Exception {
        String overloads = IntStream.range(0, 10_000)
                .mapToObj(i -> "void f(T" + i + " t) {} static class T" + i + " extends lib.Base" + i + " {}")
                .collect(Collectors.joining("\n"));
        link(Map.of("Many.java", klass("Many", overloads + " void g() { f(unknown); f(unknown.x()); f(new T7()); }")));
    }

    @Test
    void manyCallsOfManyOverloadsEnd() throws Exception {
        String overloads = IntStream.range(0, 4_000)
                .mapToObj(i -> "void f(int a, String s) { f(1, \"\"); f(a, 2); f(); }")
                .collect(Collectors.joining("\n"));
        link(Map.of("Many.java", klass("Many", overloads)));
    }

    @Test
    void tallDiamondsEnd() throws Exception {
        String diamonds = IntStream.range(1, 60)
                .mapToObj(i -> "interface A" + i + "<T> extends A" + (i - 1) + "<T>, B" + (i - 1) + "<T> {} interface B"
                        + i + "<T> extends A" + (i - 1) + "<T>, B" + (i - 1) + "<T> {}")
                .collect(Collectors.joining("\n"));
        link(Map.of(
                "Diamonds.java",
                (diamonds
                                + " interface A0<T> {} interface B0<T> { void f(T t); } class User { void g(A59<User> a) { a.f(this); a.h(); } }")
                        .getBytes(UTF_8)));
    }

    private static byte[] klass(String name, String body) {
        return ("class " + name + " { " + body + " }").getBytes(UTF_8);
    }

    private static CodeGraph link(Map<String, byte[]> sources) {
        Map<String, FileFacts> facts = new TreeMap<>();
        try (Parsing parsing = new Parsing()) {
            sources.forEach((path, bytes) -> {
                if (parsing.parse(path, bytes) instanceof Parsed(FileFacts known)) {
                    facts.put(path, known);
                }
            });
        }
        return new Linker(2).update(KeptFacts.of(facts), List.of(), Cancellation.NEVER);
    }
}
