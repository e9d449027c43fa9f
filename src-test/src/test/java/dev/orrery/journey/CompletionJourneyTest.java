package dev.orrery.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code is typed, a proposal is taken, undone and saved; who made it is told at the proposal and stands in the ledger. */
@Tag("slow")
class CompletionJourneyTest {
    private static final Path TINY = Path.of("../models/src/test/resources/dev/orrery/models/tiny-code");

    @TempDir
    Path folder;

    private Path repository() throws IOException {
        Path repository = Files.createDirectory(folder.resolve("shop"));
        Files.writeString(repository.resolve("Item.java"), """
                class Item {
                    int price() { return 1; }
                }
                """);
        for (String name : new String[] {"Cart", "Order", "Invoice", "Basket", "Offer"}) {
            Files.writeString(repository.resolve(name + ".java"), """
                    import java.util.List;

                    class %s {
                        private final List<Item> items = List.of();

                        int total() {
                            int sum = 0;
                            for (Item item : items) {
                                sum += item.price();
                            }
                            return sum;
                        }
                    }
                    """.formatted(name));
        }
        Files.writeString(repository.resolve("Stock.java"), """
                import java.util.List;

                class Stock {
                    private final List<Item> items = List.of();

                    int total() {
                        int sum = 0;
                        for (Item item : items) {
                            // here
                        }
                        return sum;
                    }
                }
                """);
        return repository;
    }

    @Test
    void typedTakenUndoneSaved() throws IOException {
        Path repository = repository();
        try (Journey journey = Journey.begin(folder.resolve("home"))) {
            journey.open(repository);
            CodeArea area = open(journey, "Stock.java");
            int line = Journey.onFx(() -> lineWith(area, "// here"));
            Journey.run(() -> area.select(
                    TextPos.ofLeading(line, area.getPlainText(line).indexOf("//")),
                    TextPos.ofLeading(line, area.getPlainText(line).length())));
            Journey.until(
                    "completion has learned the repository",
                    () -> journey.composed().window().lookupAll(".task").isEmpty());
            journey.type("sum ");
            Label ghost = shown(journey);
            assertEquals("+= item.price();", Journey.onFx(ghost::getText));
            assertTrue(
                    Journey.onFx(() -> told(journey)).contains("Learned from this repository"), "who made it is told");
            journey.press(KeyCode.TAB);
            Journey.until(
                    "it is in the text", () -> area.getPlainText(line).strip().equals("sum += item.price();"));
            journey.press(KeyCode.CONTROL, KeyCode.Z);
            Journey.until(
                    "it is undone as one step",
                    () -> area.getPlainText(line).strip().equals("sum"));
            journey.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
            Journey.until(
                    "and done again", () -> area.getPlainText(line).strip().equals("sum += item.price();"));
            journey.press(KeyCode.CONTROL, KeyCode.S);
            Journey.until("it is saved", () -> contains(repository.resolve("Stock.java"), "sum += item.price();"));
            assertTrue(ledger(journey, "engine=ngram"), "the ledger names the engine");
        }
    }

    @Test
    void aModelOnThisMachineProposesToo() throws IOException {
        Path repository = repository();
        Files.writeString(repository.resolve("Notes.java"), "/*\n * The total\n */\nclass Notes {}\n");
        try (Journey journey = Journey.begin(folder.resolve("home"))) {
            journey.open(repository);
            Journey.run(() -> journey.composed().commands().get("room.models").run());
            fire(journey, "#models-import");
            TextField path = journey.find("#import-path");
            Journey.run(() -> path.setText(TINY.toAbsolutePath().normalize().toString()));
            fire(journey, "#import-go");
            ListView<?> models = journey.find("#models");
            Journey.until("it is here", () -> models.getItems().stream()
                    .anyMatch(row -> row.toString().contains("tiny-code")));
            Journey.run(() -> {
                for (int at = 0; at < models.getItems().size(); at++) {
                    if (models.getItems().get(at).toString().contains("id=tiny-code,")) {
                        models.getSelectionModel().select(at);
                    }
                }
            });
            fire(journey, "#inspect-load");
            Journey.until("it is loaded", () -> models.getItems().stream()
                    .anyMatch(row -> row.toString().contains("tiny-code")
                            && row.toString().contains("Loaded")));

            CodeArea area = open(journey, "Notes.java");
            Journey.run(
                    () -> area.select(TextPos.ofLeading(1, area.getPlainText(1).length())));
            journey.type(" is");
            journey.press(KeyCode.CONTROL, KeyCode.SPACE);
            Journey.until("the model's proposal is shown", () -> told(journey).contains("DJL"));
            String before = Journey.onFx(() -> text(area));
            journey.press(KeyCode.TAB);
            Journey.until("it is in the text", () -> text(area).length() > before.length());
            assertTrue(ledger(journey, "engine=djl"), "the ledger names the engine");
            assertFalse(contains(repository.resolve("Notes.java"), "The total is"), "nothing is saved unasked");
            Journey.run(area::requestFocus);
            journey.press(KeyCode.CONTROL, KeyCode.S);
            Journey.until("it is saved", () -> contains(repository.resolve("Notes.java"), "The total is"));
        }
    }

    private static CodeArea open(Journey journey, String file) {
        journey.press(KeyCode.CONTROL, KeyCode.P);
        journey.find("#search-query");
        journey.type(file);
        Journey.until("the file is found", () -> journey.composed().window().lookupAll(".list-cell").stream()
                .anyMatch(cell -> cell.lookup(".row") != null));
        journey.press(KeyCode.ENTER);
        Journey.until("the text is there", () -> {
            Node found = journey.stage().getScene().getRoot().lookup(".code-area");
            return found instanceof CodeArea there && there.getParagraphCount() > 1 && there.isFocused();
        });
        return journey.find(".code-area");
    }

    private static Label shown(Journey journey) {
        Journey.until(
                "a proposal is shown", () -> journey.stage().getScene().getRoot().lookupAll(".ghost-text").stream()
                        .anyMatch(Node::isVisible));
        return Journey.onFx(() -> (Label) journey.stage().getScene().getRoot().lookupAll(".ghost-text").stream()
                .filter(Node::isVisible)
                .findFirst()
                .orElseThrow());
    }

    /** What is said beneath the proposal. */
    private static String told(Journey journey) {
        Set<Node> labels = journey.stage().getScene().getRoot().lookupAll(".ghost-source .label");
        return labels.stream().map(label -> ((Label) label).getText()).collect(Collectors.joining(" "));
    }

    private static boolean ledger(Journey journey, String text) {
        Journey.run(() -> journey.composed().commands().get("room.activity").run());
        Journey.until(
                "it stands in the ledger", () -> journey.stage().getScene().getRoot().lookupAll(".list-view").stream()
                        .flatMap(list -> ((ListView<?>) list).getItems().stream())
                        .anyMatch(entry -> entry.toString().contains(text)));
        Journey.run(() -> journey.composed().commands().get("room.code").run());
        return true;
    }

    private static int lineWith(CodeArea area, String text) {
        for (int line = 0; line < area.getParagraphCount(); line++) {
            if (area.getPlainText(line).contains(text)) {
                return line;
            }
        }
        throw new AssertionError("no line has " + text);
    }

    private static String text(CodeArea area) {
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < area.getParagraphCount(); line++) {
            text.append(area.getPlainText(line)).append('\n');
        }
        return text.toString();
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static void fire(Journey journey, String button) {
        Button found = journey.find(button);
        Journey.until(button + " can be pressed", () -> !found.isDisabled());
        Journey.run(found::fire);
    }
}
