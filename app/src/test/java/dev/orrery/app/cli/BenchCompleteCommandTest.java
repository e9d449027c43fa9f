package dev.orrery.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class BenchCompleteCommandTest {
    @TempDir
    Path folder;

    private Path root;

    @BeforeEach
    void create() throws IOException {
        root = Files.createDirectories(folder.resolve("repository"));
        for (int number = 0; number < 30; number++) {
            Files.writeString(root.resolve("Step" + number + ".java"), source(number, 5));
            Files.writeString(root.resolve("step" + number + ".py"), "def walk(self, far):\n    return self.go(far)\n");
        }
    }

    private static String source(int number, int methods) {
        StringBuilder text = new StringBuilder("class Step" + number + " {\n    int far" + number + ";\n");
        for (int method = 0; method < methods; method++) {
            text.append("    int walk")
                    .append(method)
                    .append("(int far) {\n        return Math.abs(far + this.far")
                    .append(number)
                    .append(");\n    }\n");
        }
        return text.append("}\n").toString();
    }

    @Test
    void filesAreHeldOutMeasuredAndNothingIsLeft() throws IOException {
        Map<String, String> before = contents();
        CliRun run = run("--seconds", "1", "--seed", "3", "--json");
        assertEquals(0, run.status(), run.err());
        Map<?, ?> json = (Map<?, ?>) Json.parse(run.out());
        assertEquals(List.of(), JsonSchema.of("bench-complete").faults(json), run.out());
        assertEquals("held-out", json.get("protocol"));
        assertEquals(3L, json.get("seed"));
        assertEquals(60L, json.get("files"));
        assertEquals(3L, json.get("tested"));
        List<?> contestants = (List<?>) json.get("contestants");
        assertEquals(2, contestants.size());
        for (Object contestant : contestants) {
            assertTrue((Long) ((Map<?, ?>) contestant).get("tokens") > 0, run.out());
        }
        assertEquals(before, contents());
        try (var left = Files.list(folder.resolve("home/cache"))) {
            assertEquals(
                    List.of(),
                    left.filter(path -> path.getFileName().toString().startsWith("complete-"))
                            .toList());
        }
        CliRun text = run("--seconds", "1");
        assertEquals(0, text.status(), text.err());
        assertTrue(text.out().contains("next token, MRR@10") && text.out().startsWith("seed 1;"), text.out());
    }

    @Test
    void historyIsReplayed() throws IOException, InterruptedException {
        git("init", "-q", "-b", "main");
        commit("one");
        Files.writeString(root.resolve("Step4.java"), source(4, 8));
        Files.delete(root.resolve("Step5.java"));
        commit("two");
        CliRun run = run("--seconds", "20", "--history", "5", "--json");
        assertEquals(0, run.status(), run.err());
        Map<?, ?> json = (Map<?, ?>) Json.parse(run.out());
        assertEquals(List.of(), JsonSchema.of("bench-complete").faults(json), run.out());
        assertEquals("history", json.get("protocol"));
        assertEquals(1L, json.get("commits"));
        Map<?, ?> plain = (Map<?, ?>) ((List<?>) json.get("contestants")).getFirst();
        assertEquals(6L, plain.get("lines"), "two lines with names in each of three added methods");
        assertTrue((Double) plain.get("tokenMrr") > 0.3, run.out());
    }

    @Test
    void whereNothingCanBeMeasuredItSaysSo() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        CliRun nothing = CliRun.of(folder.resolve("home"), "bench", "complete", empty.toString());
        assertEquals(1, nothing.status(), nothing.err());
        assertEquals(1, nothing.err().lines().count(), nothing.err());
        assertEquals(3, run("--history", "3").status(), "no git repository");
        assertEquals(2, run("--history", "0").status());
        assertEquals(2, run("--seconds", "0").status());
        assertEquals(
                3,
                CliRun.of(
                                folder.resolve("home"),
                                "bench",
                                "complete",
                                folder.resolve("nowhere").toString())
                        .status());
    }

    private CliRun run(String... further) {
        String[] arguments = new String[3 + further.length];
        arguments[0] = "bench";
        arguments[1] = "complete";
        arguments[2] = root.toString();
        System.arraycopy(further, 0, arguments, 3, further.length);
        return CliRun.of(folder.resolve("home"), arguments);
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (var files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }

    private void commit(String message) throws IOException, InterruptedException {
        git("add", "-A");
        git("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "-q", "-m", message);
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[3 + arguments.length];
        command[0] = "git";
        command[1] = "-C";
        command[2] = root.toString();
        System.arraycopy(arguments, 0, command, 3, arguments.length);
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
    }
}
