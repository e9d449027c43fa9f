package dev.orrery.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompleteCommandTest {
    private static final String TILL = """
            package shop;
            class Till {
              int ring(Cart cart) {
                log.info("ringing");
                return cart.total(1);
              }
              int ringAgain(Cart cart) {
                log.info("ringing");
                return cart.total(1);
              }
            """;

    @TempDir
    Path folder;

    private Path root;

    @BeforeEach
    void create() throws IOException {
        root = Files.createDirectories(folder.resolve("Ünï code"));
        Files.createDirectories(root.resolve("src/shop"));
        Files.writeString(root.resolve("src/shop/Cart.java"), """
                package shop;
                class Cart {
                  int total(int n) { return helper(n); }
                  private int helper(int n) { return Math.abs(n); }
                }
                """);
        Files.writeString(root.resolve("src/shop/Till.java"), TILL + "}\n");
    }

    @Test
    void aLineThatOftenStandsThereIsProposed() throws IOException {
        String buffer = TILL + "  int ringOnceMore(Cart cart) {\n    log.info(\"ringing\");\n    return \n  }\n}\n";
        CliRun run = complete(buffer, 13, 12, "--json");
        assertEquals(0, run.status(), run.err());
        Map<?, ?> json = (Map<?, ?>) Json.parse(run.out());
        assertEquals(List.of(), JsonSchema.of("complete").faults(json), run.out());
        Map<?, ?> best = (Map<?, ?>) ((List<?>) json.get("proposals")).getFirst();
        assertEquals("cart.total(1);", best.get("text"));
        assertEquals("ngram", best.get("engine"));
        assertEquals(Map.of("line", 13L, "column", 12L), best.get("start"));
        assertTrue(!((List<?>) json.get("items")).isEmpty(), run.out());
        CliRun text = complete(buffer, 13, 12);
        assertEquals(0, text.status(), text.err());
        assertTrue(text.lines().getFirst().startsWith("== ngram orrery-ngram\t"), text.out());
        assertEquals("cart.total(1);", text.lines().get(1));
    }

    @Test
    void theBuiltInModelCanBeAskedAlone() throws IOException {
        for (String engine : List.of("ngram", "orrery-ngram")) {
            CliRun run = complete(
                    TILL + "  int x(Cart cart) {\n    log.info(\"ringing\");\n    return ",
                    13,
                    12,
                    "--engine",
                    engine,
                    "--json");
            assertEquals(0, run.status(), run.err());
            Map<?, ?> json = (Map<?, ?>) Json.parse(run.out());
            assertEquals(List.of(), JsonSchema.of("complete").faults(json), run.out());
            assertEquals("cart.total(1);", ((Map<?, ?>) ((List<?>) json.get("proposals")).getFirst()).get("text"));
        }
    }

    @Test
    void anEngineWithoutAModelIsNothingAndAnUnknownOneIsWrong() {
        CliRun none = complete(TILL, 4, 5, "--engine", "gguf");
        assertEquals(1, none.status(), none.err());
        assertTrue(
                none.err().contains("orrery models add") && none.err().lines().count() == 1, none.err());
        CliRun unknown = complete(TILL, 4, 5, "--engine", "crystal-ball");
        assertEquals(2, unknown.status(), unknown.err());
        assertTrue(unknown.err().contains("ngram") && unknown.err().contains("djl"), unknown.err());
    }

    @Test
    void whatIsNoPlaceIsWrongUsageAndOneLine() throws IOException {
        Files.write(root.resolve("a.bin"), new byte[] {1, 0, 2});
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(root.resolve("link.txt"), folder.resolve("secret.txt"));
        Files.createSymbolicLink(root.resolve("out"), folder);
        for (List<String> place : List.of(
                List.of("--file", "src/shop/Cart.java"),
                List.of("--line", "1"),
                List.of("--file", "src/shop/Cart.java", "--line", "99"),
                List.of("--file", "src/shop/Cart.java", "--line", "2147483647"),
                List.of("--file", "src/shop/Cart.java", "--line", "2", "--column", "99"),
                List.of("--file", "src/shop/Cart.java", "--line", "0"),
                List.of("--file", "a.bin", "--line", "1"),
                List.of("--file", "no/such/File.java", "--line", "1"),
                List.of("--file", "../secret.txt", "--line", "1"),
                List.of("--file", "out/secret.txt", "--line", "1"),
                List.of("--file", "link.txt", "--line", "1"),
                List.of("--file", "src", "--line", "1"),
                List.of("--file", "", "--line", "1"))) {
            List<String> arguments = new ArrayList<>(List.of("complete", root.toString()));
            arguments.addAll(place);
            CliRun run = CliRun.of(folder.resolve("home"), arguments.toArray(new String[0]));
            assertEquals(2, run.status(), place + run.err());
            assertEquals(1, run.err().lines().count(), run.err());
            assertEquals("", run.out());
        }
    }

    /** Nothing is known of a text, and the reason is one line. */
    @Test
    void whereNothingIsKnownTheReasonIsSaid() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Files.writeString(empty.resolve("notes.txt"), "");
        CliRun run = CliRun.of(
                folder.resolve("home"), "complete", empty.toString(), "--file", "notes.txt", "--line", "1", "--json");
        assertEquals(1, run.status(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertEquals(List.of(), JsonSchema.of("complete").faults(Json.parse(run.out())));
    }

    @Test
    void columnsAreThoseOfUtf16AndLineEndsOfWindowsAreNoColumns() throws IOException {
        String buffer = "class A {\r\n\tString s = \"\uD83D\uDE00é\"; \r\n}\r\n";
        assertEquals(2, complete(buffer, 2, 15).status(), "in the middle of a character");
        assertTrue(List.of(0, 1).contains(complete(buffer, 2, 20).status()));
        assertEquals(2, complete(buffer, 2, 21).status());
    }

    private CliRun complete(String buffer, int line, int column, String... further) {
        List<String> arguments = new ArrayList<>(List.of(
                "complete",
                root.toString(),
                "--file",
                "src/shop/Till.java",
                "--stdin",
                "--line",
                Integer.toString(line),
                "--column",
                Integer.toString(column)));
        arguments.addAll(Arrays.asList(further));
        return CliRun.of(
                folder.resolve("home"), buffer.getBytes(StandardCharsets.UTF_8), arguments.toArray(new String[0]));
    }
}
