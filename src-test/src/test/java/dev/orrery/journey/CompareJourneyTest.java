package dev.orrery.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.app.session.Compared;
import dev.orrery.app.session.ComparisonModel;
import dev.orrery.indexer.compare.Change;
import dev.orrery.render3d.scene.SymbolState;
import dev.orrery.render3d.view.CodeMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The working tree is compared with the last commit, follows the files, and is shown alone again. */
class CompareJourneyTest {
    private static final String CART = """
            class Cart {
              int total(int n) {
                return n;
              }

              void gone() {
                total(1);
              }
            }
            """;

    @TempDir
    Path folder;

    private Path root;

    @BeforeEach
    void repository() throws Exception {
        root = Files.createDirectories(folder.resolve("shop")).toRealPath();
        Files.writeString(root.resolve("Cart.java"), CART);
        Files.writeString(
                root.resolve("Shop.java"), "class Shop {\n  void open() {\n    new Cart().total(1);\n  }\n}\n");
        try (Git git =
                Git.init().setInitialBranch("main").setDirectory(root.toFile()).call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("first")
                    .setSign(false)
                    .setAuthor("a", "a@b")
                    .setCommitter("a", "a@b")
                    .call();
        }
        Files.writeString(root.resolve("Cart.java"), CART.replace("  void gone() {\n    total(1);\n  }\n", ""));
    }

    @Test
    void aKeyComparesAndEscapeEndsIt() throws Exception {
        try (Journey journey = Journey.begin(folder.resolve("home"))) {
            journey.open(root);
            CodeMap map = journey.map();
            ComparisonModel comparison = Journey.onFx(() -> journey.session().comparison());
            int bodies = Journey.onFx(() -> map.statisticsProperty().get().bodies());
            Journey.run(() -> map.node().requestFocus());
            journey.press(KeyCode.CONTROL, KeyCode.D);
            Journey.until("it is compared", () -> comparison.comparedProperty().get() != null);
            journey.settle();
            assertEquals(1, count(journey, SymbolState.REMOVED), "Cart.gone is a ghost");
            assertEquals(
                    bodies + 1,
                    Journey.onFx(() -> map.statisticsProperty().get().bodies()));
            MenuButton branch = journey.find("#branch-menu");
            assertEquals("main ⇄ HEAD", Journey.onFx(branch::getText));

            Button row = (Button) Journey.onFx(() -> journey.stage().getScene().getRoot().lookupAll(".related").stream()
                    .filter(node -> isAbout(node, "Cart.gone"))
                    .findFirst()
                    .orElseThrow());
            Journey.run(row::fire);
            Journey.until("the ghost is selected", () -> map.selectedProperty().get() != null);
            journey.settle();
            assertEquals(
                    "Cart.gone",
                    Journey.onFx(() -> map.selectedProperty().get()).qualifiedName());

            Files.writeString(root.resolve("Shop.java"), "class Shop {\n  void open() {}\n\n  void shut() {}\n}\n");
            Journey.until("the comparison follows", () -> {
                Compared now = comparison.comparedProperty().get();
                return now != null
                        && now.rows().getOrDefault(Change.ADDED, List.of()).size() == 1;
            });

            Journey.run(() -> map.node().requestFocus());
            Journey.until("escape leads out of everything", () -> {
                journey.composed().commands().get("map.back").run();
                return comparison.revisionProperty().get().isEmpty();
            });
            journey.settle();
            assertTrue(Journey.onFx(() -> map.layerProperty().get().isNone()));

            Journey.run(branch::show);
            Journey.run(() -> {
                TextField field = (TextField) branch.getItems().stream()
                        .map(item ->
                                item instanceof javafx.scene.control.CustomMenuItem custom ? custom.getContent() : null)
                        .filter(TextField.class::isInstance)
                        .findFirst()
                        .orElseThrow();
                field.setText("nosuch");
                field.fireEvent(new javafx.event.ActionEvent());
            });
            Journey.until("it is said", () -> comparison.failureProperty().get() != null);
            assertEquals("", Journey.onFx(() -> comparison.revisionProperty().get()));
            assertNotNull(journey.find(".trouble"));
        }
    }

    private static boolean isAbout(Node node, String name) {
        return node instanceof Button button
                && String.valueOf(button.getAccessibleText()).startsWith(name);
    }

    private static int count(Journey journey, SymbolState state) {
        return Journey.onFx(() -> journey.map().layerProperty().get().count(state));
    }
}
