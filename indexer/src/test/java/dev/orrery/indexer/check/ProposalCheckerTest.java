package dev.orrery.indexer.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import dev.orrery.api.ProposalVerdict;
import dev.orrery.api.ProposalVerdict.Depth;
import dev.orrery.api.ProposalVerdict.Kind;
import dev.orrery.api.TextEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProposalCheckerTest {
    private static final String CODE = "package p; class C { int f(int a) {\n§§\nreturn a; } }";

    @Test
    void aTextMustNotParseWorse() {
        try (Checked checked = new Checked(Map.of())) {
            assertTrue(checked.at("p/C.java", CODE, "a++;").isSound());
            ProposalVerdict broken = checked.at("p/C.java", CODE, "a++; if (");
            assertEquals(Kind.SYNTAX, broken.problems().getFirst().kind());
            String halfWritten = "package p; class C { void g( {\n§§\n } }";
            assertFalse(Checked.keys(checked.at("p/C.java", halfWritten, "int a = 1;"))
                    .contains("syntax"));
        }
    }

    @Test
    void itSaysHowDeepItLooked() {
        try (Checked checked = new Checked(Map.of());
                ProposalChecker unready = new ProposalChecker(() -> null)) {
            assertEquals(Depth.TYPES, checked.at("p/C.java", CODE, "a++;").depth());
            assertEquals(
                    Depth.SYNTAX,
                    checked.at("a.py", "def f():\n    §§\n", "return 1").depth());
            assertEquals(Depth.NOTHING, checked.at("a.unknown", "§§", "x").depth());
            TextEdit edit = new TextEdit(0, 0, "import gone.Gone;\n");
            ProposalVerdict verdict = unready.check(new Document("C.java", 0, "class C {}"), edit, Cancellation.NEVER);
            assertEquals(new ProposalVerdict(List.of(), List.of(), Depth.SYNTAX), verdict);
        }
    }

    @Test
    void whatNobodyWantsAnyMoreEnds() {
        try (ProposalChecker checker = new ProposalChecker(() -> null)) {
            Document document = new Document("C.java", 0, "class C {}");
            assertThrows(
                    CancellationException.class,
                    () -> checker.check(document, new TextEdit(9, 9, "int a;"), () -> true));
        }
    }

    @Test
    void hostileProposalsAreAnsweredToo() {
        try (Checked checked = new Checked(Map.of())) {
            for (String code : List.of(
                    "int x = " + "(".repeat(20_000) + "1" + ")".repeat(20_000) + ";",
                    "int x = " + "1 + ".repeat(20_000) + "1;",
                    "f(".repeat(3_000) + ")".repeat(3_000) + ";",
                    "{".repeat(5_000),
                    "}".repeat(5_000),
                    "String s = \"",
                    "/*",
                    "\0\uD800",
                    "a.b.c.".repeat(5_000) + "d();",
                    "class C extends C { C() { this(); } }",
                    "class A<T extends A<T>> { A<A<A<T>>> a; }")) {
                assertNotNull(checked.at("p/C.java", CODE, code));
            }
        }
    }

    /** Lines of real code that compiles, each taken out and proposed again; of its libraries nothing is known here, so imports are left out. */
    @Test
    @Tag("slow")
    void linesThatCompilePass() throws IOException {
        long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
        System.out.println("orrery.test.seed=" + seed);
        Map<String, String> sources = new HashMap<>();
        for (String folder :
                List.of("src/main/java", "../plugins/api/src/main/java", "../plugins/base/src/main/java")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    sources.put(Path.of(folder).relativize(file).toString().replace('\\', '/'), Files.readString(file));
                }
            }
        }
        List<String> paths = new ArrayList<>(sources.keySet().stream().sorted().toList());
        Random random = new Random(seed);
        List<String> wrong = new ArrayList<>();
        try (Checked checked = new Checked(sources)) {
            for (int i = 0; i < 100; i++) {
                String path = paths.get(random.nextInt(paths.size()));
                String text = sources.get(path);
                int start = text.lastIndexOf('\n', random.nextInt(text.length())) + 1;
                int end = text.indexOf('\n', start) + 1;
                String line = text.substring(start, Math.max(start, end));
                if (!line.isEmpty() && !line.startsWith("import ")) {
                    ProposalVerdict verdict = checked.check(
                            path, text.substring(0, start) + text.substring(end), new TextEdit(start, start, line));
                    if (!verdict.isSound()) {
                        wrong.add(path + ": " + line.strip() + " " + verdict.problems());
                    }
                }
            }
        }
        assertTrue(wrong.size() <= 1, wrong.toString());
    }
}
