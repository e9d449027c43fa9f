package dev.orrery.journey;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real model through the window: imported, verified, loaded, measured, assigned, asked, unloaded. */
@Tag("slow")
class ModelsJourneyTest {
    private static final Path TINY = Path.of("../models/src/test/resources/dev/orrery/models/tiny-code");

    @TempDir
    Path folder;

    @Test
    void aModelComesAnswersAndGoes() throws IOException {
        Path repository = Files.createDirectory(folder.resolve("shop"));
        Files.writeString(repository.resolve("Cart.java"), "class Cart { int total() { return 0; } }");
        try (Journey journey = Journey.begin(folder.resolve("home"))) {
            journey.open(repository);
            Journey.run(() -> journey.composed().commands().get("room.models").run());
            row(journey, "orrery-ngram", row -> true);

            fire(journey, "#models-import");
            TextField path = journey.find("#import-path");
            Journey.run(() -> path.setText("/no/such/model"));
            fire(journey, "#import-go");
            assertTrue(
                    Journey.onFx(() -> journey.find("#import-path").isVisible()),
                    "a path that is none keeps the question");
            Journey.run(() -> path.setText(TINY.toAbsolutePath().normalize().toString()));
            fire(journey, "#import-go");
            row(journey, "tiny-code", row -> row.contains("OnDisk"));
            select(journey, "tiny-code");

            fire(journey, "#inspect-verify");
            row(journey, "tiny-code", row -> row.contains("OnDisk"));
            assertTrue(Journey.onFx(() -> !journey.find("#models-trouble").isVisible()), "all is as it was imported");

            fire(journey, "#inspect-load");
            row(journey, "tiny-code", row -> row.contains("Loaded"));
            fire(journey, "#model-bench");
            row(journey, "tiny-code", row -> row.contains("Speed["));

            MenuButton duty = journey.find("#duty-completion");
            Journey.run(() -> {
                duty.show();
                duty.getItems().stream()
                        .filter(item -> item.getText().contains("tiny-code"))
                        .findFirst()
                        .orElseThrow()
                        .fire();
                duty.hide();
            });
            Journey.until(
                    "it is assigned", () -> journey.stage().getScene().getRoot().lookupAll(".duty-row .label").stream()
                            .anyMatch(label -> ((Label) label).getText().equals("tiny-code")));

            MenuButton privacy = journey.find("#privacy");
            Journey.run(() -> privacy.getItems().get(1).fire());
            Journey.until(
                    "the top bar says that something may leave",
                    () -> journey.stage().getScene().getRoot().lookup(".badge-open") != null);
            Journey.run(() -> privacy.getItems().get(0).fire());
            Journey.until(
                    "and that nothing may",
                    () -> journey.stage().getScene().getRoot().lookup(".badge-open") == null);

            fire(journey, "#trial-ask");
            Label figures = journey.find("#trial-figures");
            Journey.until("it has answered", () -> figures.getText().contains("tokens,"));

            fire(journey, "#inspect-unload");
            row(journey, "tiny-code", row -> row.contains("OnDisk"));
            Node memory = journey.find("#memory-track");
            Journey.until(
                    "its memory is given back", () -> memory.getAccessibleText().equals("models 0 MB"));

            Journey.run(() -> journey.composed().commands().get("room.activity").run());
            Journey.until(
                    "what was asked is written down",
                    () -> journey.stage().getScene().getRoot().lookupAll(".list-view").stream()
                            .flatMap(list -> ((ListView<?>) list).getItems().stream())
                            .anyMatch(entry -> entry.toString().contains("tiny-code")
                                    && entry.toString().contains("djl")));
        }
    }

    private static void fire(Journey journey, String button) {
        Button found = journey.find(button);
        Journey.until(button + " can be pressed", () -> !found.isDisabled());
        Journey.run(found::fire);
    }

    /** Waits until the list has a model, and it looks so. */
    private static void row(Journey journey, String id, Predicate<String> looks) {
        ListView<?> list = journey.find("#models");
        Journey.until(id + " is listed as it should be", () -> list.getItems().stream()
                .map(Object::toString)
                .anyMatch(row -> row.contains("id=" + id + ",") && looks.test(row)));
    }

    private static void select(Journey journey, String id) {
        ListView<?> list = journey.find("#models");
        Journey.run(() -> {
            for (int i = 0; i < list.getItems().size(); i++) {
                if (list.getItems().get(i).toString().contains("id=" + id + ",")) {
                    list.getSelectionModel().select(i);
                }
            }
        });
    }
}
