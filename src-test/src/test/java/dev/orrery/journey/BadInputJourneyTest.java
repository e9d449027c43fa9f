package dev.orrery.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.app.session.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a repository or its index is said in the window, and the rest can be used. */
class BadInputJourneyTest {
    @TempDir
    Path folder;

    private Path root;

    @BeforeEach
    void create() throws IOException {
        root = Files.createDirectories(folder.resolve("größer, with spaces"));
        Files.writeString(root.resolve("Good.java"), "class Good { void needle() { needle(); } }\n");
    }

    @Test
    void problemsAreListedAndTheRestIsOnTheMap() throws IOException {
        Files.write(root.resolve("Zeros.java"), new byte[5000]);
        Files.write(
                root.resolve("Latin.java"),
                "class Latin { String s = \"\u00e4\"; }\n".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(root.resolve("Line.java"), "class Line { /*" + "x".repeat(10_000_000) + "*/ }\n");
        Files.createSymbolicLink(root.resolve("loop"), root);
        try (Journey journey = Journey.begin(folder.resolve("home"))) {
            journey.open(root);
            Button problems = journey.find("#problems");
            Journey.until("the problems are counted", problems::isVisible);
            Journey.run(problems::fire);
            ListView<?> list = journey.find("#problem-list");
            String shown = Journey.onFx(
                    () -> list.getItems().stream().map(Object::toString).collect(Collectors.joining("\n")));
            assertTrue(shown.contains("Zeros.java") && shown.contains("Line.java"), shown);
            assertTrue(
                    names(journey).containsAll(List.of("Good", "Latin")),
                    names(journey).toString());
        }
    }

    @Test
    void aRepositoryThatGoesAwayWhileItIsOpenLeavesAnEmptyMapAndTheWindowAlive() throws IOException {
        try (Journey journey = Journey.begin(folder.resolve("home"))) {
            journey.open(root);
            Files.delete(root.resolve("Good.java"));
            Journey.until("the symbols are gone", () -> names(journey).isEmpty());
            Files.writeString(root.resolve("Better.java"), "class Better {}\n");
            Journey.until("the new symbol is there", () -> names(journey).contains("Better"));
        }
    }

    @Test
    void aDamagedIndexIsRebuiltAndTheWindowSaysSo() throws IOException {
        Path home = folder.resolve("home");
        List<String> before;
        try (Journey journey = Journey.begin(home)) {
            journey.open(root);
            before = names(journey);
        }
        spoil(home.resolve("cache"));
        try (Journey journey = Journey.begin(home)) {
            journey.open(root);
            assertEquals(before, names(journey));
            Labeled problems = journey.find("#problems");
            Journey.until("the damage is said", problems::isVisible);
        }
    }

    private static void spoil(Path cache) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(cache)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            for (int i = bytes.length / 2; i < bytes.length; i++) {
                bytes[i] ^= 0x55;
            }
            Files.write(file, bytes);
        }
    }

    private static List<String> names(Journey journey) {
        return Journey.onFx(() -> {
            Session session = journey.composed().workbench().sessionProperty().get();
            var graph = session == null ? null : session.graph();
            if (graph == null) {
                return List.<String>of();
            }
            return java.util.stream.IntStream.range(0, graph.symbolCount())
                    .mapToObj(graph::name)
                    .toList();
        });
    }
}
