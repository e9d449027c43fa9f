package dev.orrery.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.app.command.Command;
import dev.orrery.app.session.TimeModel;
import dev.orrery.render3d.frame.FrameRequest;
import dev.orrery.render3d.layout.Points;
import dev.orrery.render3d.scene.ColourBy;
import dev.orrery.render3d.scene.ColourKey;
import dev.orrery.render3d.scene.SymbolLayer;
import dev.orrery.render3d.scene.SymbolState;
import dev.orrery.render3d.view.CodeMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Back through the history and forth again, over places that stay; and the colours that the history gives. */
class TimeJourneyTest {
    @TempDir
    Path folder;

    @Test
    void keysLeadThroughTheHistoryOverPlacesThatStay() throws IOException {
        Path root = repository();
        try (Journey journey = Journey.begin(folder.resolve("home"))) {
            journey.open(root);
            assertKeysExist(journey);
            CodeMap map = journey.map();
            TimeModel time = journey.session().time();
            journey.settle();
            FrameRequest before = Journey.onFx(() -> map.drawn().orElseThrow());
            Journey.run(() -> map.node().requestFocus());
            journey.press(KeyCode.T);
            Journey.until(
                    "the history lies over the map",
                    () -> !map.layerProperty().get().isNone());
            assertEquals(2, Journey.onFx(() -> time.sampleProperty().get()), "it begins with the present");
            assertEquals(1, count(map, SymbolState.CHANGED));

            journey.press(KeyCode.LEFT);
            journey.press(KeyCode.LEFT);
            Journey.until(
                    "the first commit is shown", () -> time.sampleProperty().get() == 0);
            journey.settle();
            assertTrue(count(map, SymbolState.ADDED) > 1);
            assertTrue(count(map, SymbolState.ABSENT) > 1);
            FrameRequest then = Journey.onFx(() -> map.drawn().orElseThrow());
            assertEquals(before.scene().bodyCount(), then.scene().bodyCount());
            for (int body = 0; body < then.scene().bodyCount(); body++) {
                Points was = before.layout().bodies();
                Points is = then.layout().bodies();
                assertEquals(was.x(body), is.x(body));
                assertEquals(was.y(body), is.y(body));
                assertEquals(was.z(body), is.z(body));
                int symbol = then.scene().symbol(body);
                String file = then.scene().graph().path(then.scene().graph().file(symbol));
                assertEquals(file.equals("A.java"), then.appearance().visible(body), "what was not there is not drawn");
            }

            journey.press(KeyCode.SPACE);
            Journey.until(
                    "it has played to its end", () -> time.sampleProperty().get() == 2);
            journey.press(KeyCode.ESCAPE);
            Journey.until("the present is back", () -> map.layerProperty().get() == SymbolLayer.NONE);
            assertEquals(false, Journey.onFx(() -> time.onProperty().get()));

            Journey.run(() -> map.colourByProperty().set(ColourBy.CHURN));
            Journey.until(
                    "colours tell how often files changed",
                    () -> map.drawn().orElseThrow().appearance().key() instanceof ColourKey.Amounts amounts
                            && amounts.least() == 1
                            && amounts.most() == 2);
            assertTrue(Journey.onFx(
                    () -> journey.session().history().historyProperty().get().commitCount() == 3));
        }
    }

    /** A word that no key has would be taken for a character, and never be heard. */
    private static void assertKeysExist(Journey journey) {
        for (Command command : journey.composed().commands().all()) {
            for (String key : command.keys()) {
                assertInstanceOf(KeyCodeCombination.class, KeyCombination.valueOf(key), command.id());
            }
        }
    }

    private static int count(CodeMap map, SymbolState state) {
        return Journey.onFx(() -> map.layerProperty().get().count(state));
    }

    /** A class with a method, then one more, then another text of the first. */
    private Path repository() throws IOException {
        Path root = Files.createDirectories(folder.resolve("tree")).toRealPath();
        git(root, "init", "-q", "-b", "main");
        commit(root, "A.java", "class A {\n    int a() { return 1; }\n}\n");
        commit(root, "B.java", "class B {\n    int b() { return new A().a(); }\n}\n");
        commit(root, "A.java", "class A {\n    int a() { return 2; }\n}\n");
        return root;
    }

    private static void commit(Path root, String file, String text) throws IOException {
        Files.writeString(root.resolve(file), text);
        git(root, "add", ".");
        git(root, "-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "-q", "-m", "changes " + file);
    }

    private static void git(Path root, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(out);
        }
    }
}
