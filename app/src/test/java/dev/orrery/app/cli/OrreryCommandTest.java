package dev.orrery.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrreryCommandTest {
    @TempDir
    Path folder;

    private Path home;
    private String repository;

    @BeforeEach
    void create() throws IOException {
        home = folder.resolve("home");
        Path root = Files.createDirectories(folder.resolve("with space and Ünïcode"));
        repository = root.toString();
        Files.createDirectories(root.resolve("src/shop"));
        Files.writeString(root.resolve("src/shop/Cart.java"), """
                package shop;
                class Cart {
                  int total(int n) { return helper(n); }
                  private int helper(int n) { return Math.abs(n); }
                }
                """);
        Files.writeString(root.resolve("notes.txt"), "total is not ö total\n");
    }

    @Test
    void indexReportsAsItsSchemaSays() throws IOException {
        CliRun run = run("index", repository, "--json");
        assertEquals(0, run.status(), run.err());
        Object json = Json.parse(run.out());
        assertEquals(List.of(), JsonSchema.of("index").faults(json));
        assertEquals(2L, ((Map<?, ?>) json).get("files"));
        assertEquals(1L, ((Map<?, ?>) json).get("parsed"));
        Map<?, ?> again =
                (Map<?, ?>) Json.parse(run("index", repository, "--json").out());
        assertEquals(0L, again.get("parsed"));
        Map<?, ?> fresh = (Map<?, ?>)
                Json.parse(run("index", repository, "--fresh", "--json").out());
        assertEquals(1L, fresh.get("parsed"));
    }

    @Test
    void anIndexOfNothingSaysWhy() throws IOException {
        Path ignored = Files.createDirectories(folder.resolve("ignored"));
        Files.writeString(ignored.resolve(".gitignore"), "/*\n");
        Files.writeString(ignored.resolve("A.java"), "class A {}");
        CliRun run = run("index", ignored.toString());
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains("ignore rules"), run.out());
        assertFalse(run("index", repository).out().contains("ignore rules"));
    }

    @Test
    void graphPrintsOneCallSiteALine() throws IOException {
        CliRun run = run("graph", repository);
        assertEquals(0, run.status(), run.err());
        for (String line : run.lines()) {
            assertEquals(List.of(), JsonSchema.of("graph").faults(Json.parse(line)), line);
        }
        assertTrue(
                run.lines()
                        .contains(
                                "{\"caller\":{\"file\":\"src/shop/Cart.java\",\"name\":\"total\",\"qualified\":\"shop.Cart.total(int)\",\"line\":3},"
                                        + "\"callee\":{\"file\":\"src/shop/Cart.java\",\"name\":\"helper\",\"qualified\":\"shop.Cart.helper(int)\",\"line\":4},"
                                        + "\"line\":3,\"resolution\":\"exact\",\"candidates\":[],\"overriders\":[]}"),
                run.out());
    }

    @Test
    void graphHasTwoMoreForms() {
        String xml = run("graph", repository, "--format", "graphml").out();
        assertTrue(xml.startsWith("<?xml") && xml.endsWith("</graphml>\n"), xml);
        assertTrue(xml.contains("<data key=\"qualified\">shop.Cart.total(int)</data>"), xml);
        String dot = run("graph", repository, "--format", "dot").out();
        assertTrue(dot.contains("[label=\"shop.Cart.total(int)\"];"), dot);
        assertEquals(2, run("graph", repository, "--format", "pdf").status());
    }

    @Test
    void graphAnswersQuestions() throws IOException {
        Files.writeString(Path.of(repository).resolve("src/shop/Order.java"), """
                package shop;
                class Order { int all() { return new Cart().total(1); } private void unused() {} }
                class Sum { static int of(Order order) { return order.all(); } }
                """);
        Files.writeString(Path.of(repository).resolve("src/shop/Till.java"), """
                package shop;
                public class Till { public int ring() { return Sum.of(new Order()); } }
                """);
        assertEquals(
                List.of("src/shop/Order.java:2:70:shop.Order.unused()"),
                run("graph", repository, "--query", "dead").lines());
        assertEquals(
                List.of(
                        "src/shop/Order.java:2:19:shop.Order.all()\t4\t1\t2\t1\t0",
                        "src/shop/Order.java:3:24:shop.Sum.of(Order)\t1\t1\t1\t1\t0"),
                run("graph", repository, "--query", "hotspots").lines().stream()
                        .filter(line -> line.contains("Order.java"))
                        .toList());
        assertEquals(1, run("graph", repository, "--query", "cycles").status());
        assertEquals(2, run("graph", repository, "--query", "magic").status());
    }

    @Test
    void searchPrintsPathLineColumnText() throws IOException {
        CliRun run = run("search", repository, "total");
        assertEquals(0, run.status(), run.err());
        assertEquals(
                List.of(
                        "notes.txt:1:1:total is not ö total",
                        "notes.txt:1:17:total is not ö total",
                        "src/shop/Cart.java:3:7:  int total(int n) { return helper(n); }"),
                run.lines());
        Object json = Json.parse(run("search", repository, "t[aeiou]tal", "--mode", "regex", "--json")
                .out());
        assertEquals(List.of(), JsonSchema.of("search").faults(json));
        assertEquals(3, ((List<?>) ((Map<?, ?>) json).get("hits")).size());
    }

    @Test
    void filtersOfTextAreOptionsAndTheQueryStaysLiteral() {
        assertEquals(List.of("notes.txt"), files("total", "--path", "notes"));
        assertEquals(List.of("src/shop/Cart.java"), files("total", "--path", "-*.txt"));
        assertEquals(List.of("src/shop/Cart.java"), files("total", "--lang", "java"));
        assertEquals(List.of("notes.txt", "src/shop/Cart.java"), files("TOTAL", "--case", "no"));
        assertEquals(List.of(), files("path:notes total"));
        assertEquals(List.of("src/shop/Cart.java"), files("helpr", "--mode", "symbol", "--kind", "method"));
        assertEquals(List.of(), files("helper", "--mode", "symbol", "--kind", "type"));
    }

    private List<String> files(String query, String... options) {
        String[] arguments = new String[3 + options.length];
        arguments[0] = "search";
        arguments[1] = repository;
        arguments[2] = query;
        System.arraycopy(options, 0, arguments, 3, options.length);
        return run(arguments).lines().stream()
                .map(line -> line.substring(0, line.indexOf(':')))
                .distinct()
                .toList();
    }

    @Test
    void searchFindsMeaning() throws IOException {
        CliRun run = run("search", repository, "whom does it assist", "--mode", "semantic", "--json");
        assertEquals(0, run.status(), run.err());
        assertEquals(List.of(), JsonSchema.of("search").faults(Json.parse(run.out())));
        assertEquals(
                "src/shop/Cart.java:4:15:shop.Cart.helper(int)",
                run("search", repository, "the absolute helper", "--mode", "semantic", "--limit", "1")
                        .lines()
                        .getFirst());
        assertEquals(
                1, run("search", repository, "of the", "--mode", "semantic").status());
    }

    @Test
    void searchFindsSymbols() {
        CliRun run = run("search", repository, "total", "--mode", "symbol");
        assertEquals("src/shop/Cart.java:3:7:shop.Cart.total(int)", run.lines().getFirst(), run.err());
    }

    @Test
    void benchSearchTimesQueriesThatAreDrawnFromTheRepository() throws IOException {
        CliRun run = run("bench", "search", repository, "--seconds", "1", "--json");
        assertEquals(0, run.status(), run.err());
        Map<?, ?> json = (Map<?, ?>) Json.parse(run.out());
        assertEquals(List.of(), JsonSchema.of("bench-search").faults(json));
        List<?> queries = (List<?>) json.get("queries");
        assertEquals(50, queries.size());
        assertTrue(
                queries.stream()
                                .anyMatch(
                                        query -> ((Map<?, ?>) query).get("hits").equals(0L))
                        && queries.stream()
                                .anyMatch(query ->
                                        !((Map<?, ?>) query).get("hits").equals(0L)),
                run.out());
    }

    /** The user's own index is neither used nor made, and nothing is left behind. */
    @Test
    @Tag("slow")
    void benchIndexMeasuresInAFolderOfItsOwn() throws IOException {
        CliRun run = run("bench", "index", repository, "--seconds", "1", "--json");
        assertEquals(0, run.status(), run.err());
        Map<?, ?> json = (Map<?, ?>) Json.parse(run.out());
        assertEquals(List.of(), JsonSchema.of("bench-index").faults(json));
        assertEquals(2L, json.get("files"));
        assertEquals(0L, json.get("parsedReopened"));
        try (var left = Files.list(home.resolve("cache"))) {
            assertEquals(List.of(), left.toList());
        }
        CliRun nowhere = run("bench", "index", repository + "/nowhere");
        assertEquals(3, nowhere.status());
        assertEquals(1, nowhere.err().lines().count(), nowhere.err());
    }

    @Test
    void impactPrintsWhoIsReachedAndTheWay() throws IOException {
        CliRun run = run("impact", repository, "Cart.helper");
        assertEquals(0, run.status(), run.err());
        assertEquals(
                List.of("src/shop/Cart.java:3:7:shop.Cart.total(int)\t1.0\t1\t\tshop.Cart.helper(int)"), run.lines());
        Object json =
                Json.parse(run("impact", repository, "helper(int)", "--json").out());
        assertEquals(List.of(), JsonSchema.of("impact").faults(json));
        assertEquals(1L, ((Map<?, ?>) json).get("count"));
        assertEquals(1, run("impact", repository, "total").status());
        assertEquals(1, run("impact", repository, "no.such.name").status());
        assertEquals(3, run("impact", repository, "--diff", "HEAD").status());
    }

    @Test
    void anAmbiguousSymbolIsWrongUsageAndSaysWhatItMayBe() throws IOException {
        Files.writeString(Path.of(repository).resolve("src/shop/Order.java"), """
                package shop;
                class Order { int total(int n) { return n; } int total() { return total(1); } }
                """);
        CliRun run = run("impact", repository, "total");
        assertEquals(2, run.status());
        assertTrue(run.err().contains("2 symbols: shop.Order.total, shop.Cart.total."), run.err());
        assertEquals(1, run("impact", repository, "Order.total").status(), "overloads are one name");
    }

    @Test
    void contextPrintsThePiecesAtACaret() throws IOException {
        Files.writeString(Path.of(repository).resolve("src/shop/Till.java"), """
                package shop;
                class Till {
                  int ring(Cart cart) {
                    return 0;
                  }
                }
                """);
        CliRun run = run("context", repository, "--file", "src/shop/Till.java", "--line", "4", "--json");
        assertEquals(0, run.status(), run.err());
        Map<?, ?> json = (Map<?, ?>) Json.parse(run.out());
        assertEquals(List.of(), JsonSchema.of("context").faults(json));
        assertTrue(run.out().contains("int total(int n)"), run.out());
        CliRun text = run("context", repository, "--file", "src/shop/Till.java", "--line", "4");
        assertEquals(
                "== src/shop/Till.java:1-7\twindow\t24\tthe text around the caret",
                text.lines().getFirst());
        String buffer = "package shop;\nclass New { Cart cart; }\n";
        CliRun unsaved = CliRun.of(
                home,
                buffer.getBytes(StandardCharsets.UTF_8),
                "context",
                repository,
                "--file",
                "src/shop/New.java",
                "--line",
                "2",
                "--column",
                "12",
                "--stdin");
        assertTrue(unsaved.out().contains("class New { Cart cart; }"), unsaved.out());
        assertTrue(unsaved.out().contains("int total(int n)"), unsaved.out());
    }

    @Test
    void contextRefusesWhatIsNoPlaceInTheRepository() throws IOException {
        Files.write(Path.of(repository).resolve("a.bin"), new byte[] {1, 0, 2});
        for (String file : List.of("../elsewhere", "/etc/passwd", "a.bin", "no/such/file", "")) {
            CliRun run = run("context", repository, "--file", file, "--line", "1");
            assertEquals(3, run.status(), file + run.err());
            assertEquals(1, run.err().lines().count(), run.err());
        }
    }

    @Test
    void nothingFoundIsOne() {
        CliRun run = run("search", repository, "no such word");
        assertEquals(1, run.status());
        assertEquals("", run.out());
    }

    @Test
    void wrongUsageIsTwoAndOneLine() {
        for (String[] arguments : new String[][] {
            {},
            {"fly"},
            {"index"},
            {"bench"},
            {"bench", "search", repository, "--seconds", "0"},
            {"bench", "index", repository, "--seconds", "0"},
            {"bench", "map"},
            {"bench", "map", repository, "--seconds", "0"},
            {"bench", "map", repository, "--size", "large"},
            {"index", repository, "--colour"},
            {"search", repository},
            {"search", repository, ""},
            {"search", repository, "x", "--limit", "many"},
            {"search", repository, "x", "--limit", "0"},
            {"search", repository, "x", "--kind", "method"},
            {"search", repository, "x", "--case", "maybe"},
            {"search", repository, "x", "--mode", "telepathy"},
            {"search", repository, "(", "--mode", "regex"},
            {"impact", repository},
            {"context", repository, "--file", "notes.txt"},
            {"context", repository, "--line", "1"},
            {"context", repository, "--file", "notes.txt", "--line", "99"},
            {"context", repository, "--file", "notes.txt", "--line", "1", "--column", "99"},
            {"context", repository, "--file", "notes.txt", "--line", "1", "--budget", "0"},
            {"impact", repository, "Cart", "--diff", "HEAD"},
        }) {
            CliRun run = run(arguments);
            assertEquals(2, run.status(), String.join(" ", arguments));
            assertEquals(1, run.err().lines().count(), run.err());
            assertEquals("", run.out());
        }
    }

    @Test
    void aFolderThatIsNotThereIsThree() {
        CliRun run = run("index", folder.resolve("nowhere").toString());
        assertEquals(3, run.status());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains("nowhere"), run.err());
    }

    @Test
    void doctorSaysWhatItsSchemaSays() throws IOException {
        CliRun run = run("doctor", "--json");
        assertEquals(0, run.status());
        Map<?, ?> json = (Map<?, ?>) Json.parse(run.out());
        assertEquals(List.of(), JsonSchema.of("doctor").faults(json));
        assertEquals(6, ((List<?>) json.get("engines")).size());
        assertEquals(0, run("doctor").status());
    }

    @Test
    void helpNamesEveryCommand() {
        CliRun run = run("--help");
        assertEquals(0, run.status());
        for (String command : List.of("index", "search", "graph", "impact", "context", "complete", "doctor", "bench")) {
            assertTrue(run.out().contains("\n  " + command), run.out());
            assertEquals(0, run(command, "--help").status());
        }
    }

    @Test
    void aReaderThatLeavesEndsTheCommandQuietly() {
        java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
        assertEquals(0, graph("Broken pipe", err));
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }

    /** A graph of which the disk took a part would look whole to a script. */
    @Test
    void aFullDiskBehindTheOutputIsAFailure() {
        java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
        assertEquals(3, graph("No space left on device", err));
        String told = err.toString(StandardCharsets.UTF_8);
        assertTrue(told.contains("No space left on device") && told.lines().count() == 1, told);
    }

    /** Prints the graph to where every write fails. */
    private int graph(String why, OutputStream err) {
        OutputStream failing = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException(why);
            }
        };
        CliContext context = new CliContext(
                new dev.orrery.base.AppFolders(home, home, home.resolve("cache")),
                dev.orrery.base.Messages.of(Locale.ENGLISH),
                java.io.InputStream.nullInputStream(),
                new Output(failing),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                CliContext.ProgressShown.NEVER,
                RendererProbe.UNKNOWN,
                MapBench.NONE);
        return OrreryCommand.run(context, new String[] {"graph", repository});
    }

    private CliRun run(String... arguments) {
        return CliRun.of(home, arguments);
    }
}
