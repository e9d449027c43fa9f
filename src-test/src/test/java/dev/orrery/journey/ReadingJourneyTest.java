package dev.orrery.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.SymbolKey;
import dev.orrery.app.session.Room;
import dev.orrery.app.session.Session;
import dev.orrery.app.session.SymbolLookup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.TabPane;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From opening a repository to reading one method of it, and back to the map; and what happens when a file changes. */
class ReadingJourneyTest {
    @TempDir
    Path folder;

    private Path root;
    private Journey journey;

    @BeforeEach
    void open() throws IOException {
        root = OwnSources.copyInto(folder);
        journey = Journey.begin(folder.resolve("home"));
        journey.open(root);
    }

    @AfterEach
    void leave() {
        journey.close();
    }

    @Test
    void fromTheBoxToTheCodeToTheDefinitionAndBackToTheMap() {
        Session session = journey.session();
        TreeView<?> tree = journey.find(".tree-view");
        Journey.until("the tree has rows", () -> tree.getExpandedItemCount() > 3);
        assertTrue(Journey.onFx(() -> journey.map().statisticsProperty().get().bodies()) > 1_000, "bodies on the map");

        journey.press(KeyCode.CONTROL, KeyCode.K);
        journey.find("#search-query");
        journey.type("CodeViewModel");
        Journey.until("the type is the first hit", () -> journey.composed().window().lookupAll(".list-cell").stream()
                .anyMatch(cell -> cell.lookup(".row") != null));
        journey.press(KeyCode.ENTER);
        Journey.until(
                "Code is shown",
                () -> journey.composed().workbench().roomProperty().get() == Room.CODE);
        TabPane tabs = journey.find(".code-tabs");
        assertEquals(
                "CodeViewModel.java",
                Journey.onFx(() -> tabs.getSelectionModel().getSelectedItem().getText()));

        CodeArea area = journey.find(".code-area");
        Journey.until("the text is there", () -> area.getParagraphCount() > 50);
        int line = Journey.onFx(() -> lineWith(area, "reader.read(file.path(), line,"));
        int column = Journey.onFx(() -> area.getPlainText(line).indexOf("read(") + 1);
        SymbolKey load = key("CodeViewModel.load");
        // The jump to the type may still be on its way and takes the caret along.
        Journey.until("the caret has selected the method", () -> {
            area.select(TextPos.ofLeading(line, 0));
            area.select(TextPos.ofLeading(line, column));
            return load.equals(session.selectedProperty().get());
        });
        assertEquals(load, Journey.onFx(() -> journey.map().selectedProperty().get()));

        journey.press(KeyCode.F12);
        Journey.until("the definition is shown", () -> "FileReader.java"
                .equals(tabs.getSelectionModel().getSelectedItem().getText()));

        journey.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        Journey.until(
                "Explore is shown",
                () -> journey.composed().workbench().roomProperty().get() == Room.EXPLORE);
        SymbolKey chosen = key("Latest.ask");
        Journey.run(() -> journey.map().selectedProperty().set(chosen));
        Journey.until("the code follows the map", () -> "Latest.java"
                .equals(tabs.getSelectionModel().getSelectedItem().getText()));
    }

    @Test
    void theReliefFollowsTheTextAndLeadsIt() {
        SymbolKey load = key("CodeViewModel.load");
        Journey.run(() -> journey.session().selectedProperty().set(load));
        Journey.run(() -> journey.composed().workbench().roomProperty().set(Room.CODE));
        CodeArea area = journey.find(".code-area");
        Journey.until("the text is there", () -> area.getParagraphCount() > 50);
        Region box = journey.find(".relief-view");
        Journey.until("the relief shows where one is", () -> box.isVisible() && box.getLayoutY() > 20);

        Journey.run(() -> area.select(TextPos.ofLeading(0, 0)));
        Journey.until("the box follows the text to its start", () -> box.getLayoutY() < 10);
        assertEquals(0, Journey.onFx(() -> topLine(area)));

        Bounds from = Journey.onFx(() -> box.localToScreen(box.getLayoutBounds()));
        Point2D middle = new Point2D(from.getCenterX(), from.getCenterY());
        journey.robot().moveTo(middle).press(MouseButton.PRIMARY).moveTo(middle.add(0, 60));
        Journey.until("the text follows the box", () -> topLine(area) > 10 && box.getLayoutY() > 40);
        journey.robot().moveTo(middle.add(0, -60)).release(MouseButton.PRIMARY);
        Journey.until("and back to its start", () -> topLine(area) == 0);
    }

    private static int topLine(CodeArea area) {
        Bounds bounds = area.localToScreen(area.getLayoutBounds());
        return area.getTextPosition(bounds.getCenterX(), bounds.getMinY() + 3).index();
    }

    @Test
    void anEditOnDiskReachesTreeMapInspectorAndCode() throws IOException {
        Session session = journey.session();
        Journey.run(() -> session.selectedProperty().set(key("Latest")));
        Journey.until("the inspector shows it", () -> labels().contains("Latest"));
        journey.settle();
        long symbols = Journey.onFx(() -> session.graph().symbolCount());
        int bodies = Journey.onFx(() -> journey.map().statisticsProperty().get().bodies());
        Path file = root.resolve("app/src/main/java/dev/orrery/app/session/Latest.java");
        String text = Files.readString(file);
        int end = text.lastIndexOf('}');
        Files.writeString(
                file,
                text.substring(0, end)
                        + "\n    void firstOnJourney() {\n        cancel();\n    }\n\n    void secondOnJourney() {\n        firstOnJourney();\n    }\n}\n");

        Journey.until("the graph has both methods", () -> session.graph().symbolCount() == symbols + 2);
        assertEquals(
                key("Latest"), Journey.onFx(() -> session.selectedProperty().get()), "the selection stays");
        journey.settle();
        Journey.until(
                "the map has two bodies more",
                () -> journey.map().statisticsProperty().get().bodies() == bodies + 2);
        Journey.run(() -> session.selectedProperty().set(key("Latest.firstOnJourney")));
        Journey.until("the inspector knows the new caller", () -> labels().contains("Latest.secondOnJourney"));
        CodeArea area = journey.find(".code-area");
        Journey.until("the code shows the new text", () -> lineWith(area, "void firstOnJourney") >= 0);

        Files.writeString(file, text);
        Journey.until("the graph is as before", () -> session.graph().symbolCount() == symbols);
        Journey.until("the selection went to what is left", () -> key("Latest")
                .equals(session.selectedProperty().get()));
    }

    private SymbolKey key(String name) {
        CodeGraph graph = Journey.onFx(() -> journey.session().graph());
        SymbolKey key = SymbolLookup.find(graph, name).orElse(null);
        assertNotNull(key, name);
        return key;
    }

    private List<String> labels() {
        return journey.composed().window().lookupAll(".label").stream()
                .filter(javafx.scene.control.Labeled.class::isInstance)
                .map(label -> ((javafx.scene.control.Labeled) label).getText())
                .toList();
    }

    private static int lineWith(CodeArea area, String text) {
        for (int line = 0; line < area.getParagraphCount(); line++) {
            if (area.getPlainText(line).contains(text)) {
                return line;
            }
        }
        return -1;
    }
}
