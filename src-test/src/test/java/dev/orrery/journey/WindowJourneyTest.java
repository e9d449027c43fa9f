package dev.orrery.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.app.session.Room;
import dev.orrery.app.session.Session;
import dev.orrery.app.settings.Settings;
import dev.orrery.app.settings.SettingsStore;
import dev.orrery.app.settings.ThemeChoice;
import dev.orrery.base.Messages;
import dev.orrery.render3d.scene.MapTheme;
import dev.orrery.render3d.view.RendererChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import jfx.incubator.scene.control.richtext.RichTextArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What concerns the window as a whole: stopping, colours, keys, languages. */
class WindowJourneyTest {
    @TempDir
    Path folder;

    private Path home() {
        return folder.resolve("home");
    }

    @Test
    void indexingCanBeStoppedAndTakenUpAgain() throws IOException {
        Path root = OwnSources.copyInto(folder);
        try (Journey journey = Journey.begin(home())) {
            Journey.run(() -> {
                journey.composed().workbench().sessionProperty().subscribe(session -> {
                    if (session != null) {
                        session.phaseProperty().subscribe(phase -> stopOnce(journey));
                    }
                });
                journey.composed().workbench().open(root);
            });
            Journey.until(
                    "a stop button is there or it is stopped",
                    () -> journey.composed().workbench().sessionProperty().get() != null);
            Journey.until(
                    "it is stopped", () -> journey.session().phaseProperty().get() == Session.Phase.CANCELLED);
            Button again = journey.find(".state-pane .button");
            Journey.run(again::fire);
            Journey.until(
                    "it is indexed", () -> journey.session().phaseProperty().get() == Session.Phase.READY);
            assertTrue(Journey.onFx(() -> journey.session().graph().symbolCount()) > 1_000);
        }
    }

    private boolean stopped;

    private void stopOnce(Journey journey) {
        javafx.application.Platform.runLater(() -> {
            Node button = journey.stage().getScene().getRoot().lookup("#cancel-task");
            if (!stopped && button instanceof Button stop) {
                stopped = true;
                stop.fire();
            }
        });
    }

    @Test
    void theThemeChangesEverywhereAndIsRemembered() {
        try (Journey journey = Journey.begin(home())) {
            journey.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
            Journey.until("the light palette is on", () -> journey.stage().getScene().getStylesheets().stream()
                    .anyMatch(sheet -> sheet.endsWith("light.css")));
        }
        try (Journey journey = Journey.begin(home())) {
            assertEquals(
                    ThemeChoice.LIGHT,
                    Journey.onFx(
                            () -> journey.composed().settings().themeProperty().get()));
            assertTrue(Journey.onFx(() -> journey.stage().getScene().getStylesheets().stream()
                    .anyMatch(sheet -> sheet.endsWith("light.css"))));
        }
    }

    @Test
    void aKeyThatWasChangedRunsItsCommandAndIsRemembered() {
        try (Journey journey = Journey.begin(home())) {
            Journey.run(() -> journey.composed()
                    .keys()
                    .choose(journey.composed().commands().get("room.settings"), "F9"));
            journey.press(KeyCode.F9);
            Journey.until(
                    "settings are shown",
                    () -> journey.composed().workbench().roomProperty().get() == Room.SETTINGS);
        }
        Settings next = new Settings();
        Journey.until("the key is on disk", () -> {
            new SettingsStore(Journey.folders(home()).config().resolve("settings.json")).load(next);
            return "F9".equals(next.keys().get("room.settings"));
        });
    }

    @Test
    void thePaletteIsUsedByKeyboardAlone() throws IOException {
        Path root = OwnSources.copyInto(folder);
        try (Journey journey = Journey.begin(home())) {
            journey.open(root);
            // Two presses must be quick, which a crowded machine does not always grant.
            for (int attempt = 0; attempt < 20 && !isShown(journey, "#search-query"); attempt++) {
                journey.press(KeyCode.SHIFT);
                journey.press(KeyCode.SHIFT);
                journey.robot().interact(() -> {});
            }
            Node box = journey.find("#search-query");
            Journey.until("the keyboard is in the box", box::isFocused);
            journey.type("Switch between");
            Journey.until("one command is found", () -> journey.composed().window().lookupAll(".key-cap").stream()
                    .anyMatch(cap -> "Ctrl Shift L".equals(((Labeled) cap).getText())));
            journey.press(KeyCode.ENTER);
            Journey.until("it has run", () -> journey.map().themeProperty().get() == MapTheme.LIGHT);
            assertFalse(isShown(journey, "#search-query"));
            journey.press(KeyCode.CONTROL, KeyCode.K);
            journey.find("#search-query");
            journey.press(KeyCode.ESCAPE);
            Journey.until(
                    "it is gone", () -> journey.stage().getScene().getRoot().lookup("#search-query") == null);
        }
    }

    private static boolean isShown(Journey journey, String selector) {
        return Journey.onFx(() -> journey.stage().getScene().getRoot().lookup(selector) != null);
    }

    @Test
    void everySentenceComesFromABundle() throws IOException {
        Path root = OwnSources.copyInto(folder);
        Set<String> forgotten = new TreeSet<>();
        try (Journey journey = Journey.begin(home(), Messages.PSEUDO, RendererChoice.AUTO)) {
            forgotten.addAll(untranslated(journey));
            journey.open(root);
            Journey.run(() -> journey.session()
                    .selectedProperty()
                    .set(journey.session().graph().key(journey.session().graph().symbolCount() / 2)));
            journey.settle();
            for (Room room : List.of(Room.EXPLORE, Room.SEARCH, Room.CODE, Room.SETTINGS)) {
                Journey.run(() -> journey.composed().workbench().roomProperty().set(room));
                journey.robot().interact(() -> {});
                forgotten.addAll(untranslated(journey));
            }
            journey.press(KeyCode.CONTROL, KeyCode.K);
            journey.find("#search-query");
            forgotten.addAll(untranslated(journey));
        }
        assertEquals(Set.of(), forgotten);
    }

    private static List<String> untranslated(Journey journey) {
        return Journey.onFx(() -> {
            List<String> texts = new ArrayList<>();
            collect(journey.stage().getScene().getRoot(), texts);
            return texts;
        });
    }

    private static void collect(Node node, List<String> texts) {
        boolean data = node.getProperties().containsKey("orrery.data")
                || node.getStyleClass().contains("tab-label");
        boolean map = node.getStyleClass().contains("code-map");
        if (!node.isVisible() || data || map || node instanceof RichTextArea) {
            return;
        }
        if (node instanceof Labeled labeled) {
            check(labeled.getText(), texts);
        }
        if (node instanceof TextInputControl input) {
            check(input.getPromptText(), texts);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
        }
    }

    private static void check(String text, List<String> texts) {
        if (text != null && text.chars().anyMatch(Character::isLetter) && !text.contains("⟦")) {
            texts.add(text);
        }
    }
}
