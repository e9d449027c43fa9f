package dev.orrery.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.SymbolKey;
import dev.orrery.app.settings.Settings;
import dev.orrery.app.settings.SettingsStore;
import dev.orrery.render3d.scene.MapScene;
import dev.orrery.render3d.view.CodeMap;
import java.io.IOException;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the galaxy into the city and back. */
class CityJourneyTest {
    @TempDir
    Path folder;

    @Test
    void aKeyLeadsIntoTheCityWhereHousesAnswerThePointerAndBack() throws IOException {
        Path root = OwnSources.copyInto(folder);
        try (Journey journey = Journey.begin(folder.resolve("home"))) {
            journey.open(root);
            CodeMap map = journey.map();
            int bodies = Journey.onFx(() -> map.statisticsProperty().get().bodies());
            Journey.run(() -> map.node().requestFocus());
            journey.press(KeyCode.C);
            Journey.until("the city is asked for", () -> map.sceneProperty().get() == MapScene.CITY);
            journey.settle();
            int houses = Journey.onFx(() -> map.statisticsProperty().get().bodies());
            assertTrue(houses > 300 && houses < bodies, houses + " houses");
            int[] calls = Journey.onFx(() -> {
                var tally = map.statisticsProperty().get().tally();
                return new int[] {
                    tally.calls() + tally.bundledCalls() + tally.meltedCalls(), tally.totalCalls(), tally.bundles()
                };
            });
            assertEquals(calls[1], calls[0], "every call is counted");
            assertTrue(calls[2] > 10, "bundles");

            Point2D house = hoverAHouse(journey, map);
            SymbolKey pointed = Journey.onFx(() -> map.hoveredProperty().get());
            journey.robot().clickOn(house);
            Journey.until(
                    "what was pointed at is selected",
                    () -> pointed.equals(map.selectedProperty().get()));
            assertEquals(
                    pointed,
                    Journey.onFx(() -> journey.session().selectedProperty().get()));

            Journey.run(() -> map.node().requestFocus());
            journey.press(KeyCode.C);
            Journey.until("the galaxy is asked for", () -> map.sceneProperty().get() == MapScene.GALAXY);
            journey.settle();
            assertEquals(pointed, Journey.onFx(() -> map.selectedProperty().get()), "the selection stays");
            journey.press(KeyCode.C);
            Journey.until("the scene is remembered", () -> {
                Settings next = new Settings();
                new SettingsStore(
                                Journey.folders(folder.resolve("home")).config().resolve("settings.json"))
                        .load(next);
                return next.sceneProperty().get() == MapScene.CITY;
            });
        }
    }

    /** Moves over the middle of the map until a house answers. */
    private static Point2D hoverAHouse(Journey journey, CodeMap map) {
        Point2D middle = Journey.onFx(() -> {
            Bounds bounds = map.node().localToScreen(map.node().getBoundsInLocal());
            return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
        for (int i = 0; i < 60; i++) {
            Point2D at = middle.add(i % 10 * 9 - 45, i / 10 * 9 - 27);
            journey.robot().moveTo(at);
            if (Journey.onFx(() -> map.hoveredProperty().get()) != null) {
                return at;
            }
        }
        throw new AssertionError("no house answers");
    }
}
