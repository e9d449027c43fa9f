package dev.orrery.indexer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.SymbolHit;
import dev.orrery.base.CancelSource;
import dev.orrery.base.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catches search by meaning that does not find, forgets, answers stale, or believes damaged files. */
class MeaningTest {
    @TempDir
    Path folder;

    @Test
    void declarationsAreFoundByWhatTheyAreAbout() throws Exception {
        Sandbox sandbox = sandbox();
        try (CodeIndex index = sandbox.open()) {
            Sandbox.refresh(index);
            assertThrows(OrreryException.class, () -> find(index, "anything"));
            MeaningReport report = refresh(index);
            assertEquals(10, report.declarations());
            assertEquals(
                    "Cart.delItm", find(index, "removes an item from the cart").getFirst());
            assertEquals(
                    "Cart.isEmpty", find(index, "whether the cart has no items").getFirst());
            assertEquals(
                    "Tax.rate", find(index, "which percentage the state takes").getFirst(), "by its comment");
            assertEquals(List.of(), find(index, "of the"));
            assertEquals("Item", find(index, "kind:type the price of an item").getFirst());
            assertEquals(
                    List.of("Tax", "Tax.rate"),
                    find(index, "path:Tax anything").stream().sorted().toList());
        }
    }

    /** What chips call their registers, by the million, says nothing; nor do macros say anything of those that follow. */
    @Test
    void constantsOfThePreprocessorAreNotLearned() throws Exception {
        Sandbox sandbox = new Sandbox(folder);
        sandbox.write("chip.h", """
                #define VOLUME_OF_SPEAKERS 0x17
                #define BRIGHTNESS_OF_LAMPS 0x18
                #define wait_for_interrupt(line) while (!(line)) {}
                """);
        try (CodeIndex index = sandbox.open()) {
            Sandbox.refresh(index);
            assertEquals(1, refresh(index).declarations());
            assertEquals(
                    "wait_for_interrupt", find(index, "waits for the interrupt").getFirst());
        }
    }

    @Test
    void whatChangedIsFoundAndWhatIsGoneIsNot() throws Exception {
        Sandbox sandbox = sandbox();
        try (CodeIndex index = sandbox.open()) {
            Sandbox.refresh(index);
            refresh(index);
            sandbox.write("Tax.java", "class Tax { void printReceipt(String printer) { printer.print(this); } }");
            Files.delete(sandbox.root.resolve("Cart.java"));
            Sandbox.refresh(index);
            assertFalse(find(index, "removes an item from the cart").contains("Cart.delItm"));
            assertEquals("Tax.printReceipt", find(index, "prints the receipt").getFirst(), "before it is embedded");
            assertEquals(6, refresh(index).declarations());
            assertEquals("Tax.printReceipt", find(index, "prints the receipt").getFirst());
        }
    }

    @Test
    void anotherStartKnowsTheSameAndLearnsNothing() throws Exception {
        Sandbox sandbox = sandbox();
        List<String> found;
        try (CodeIndex index = sandbox.open()) {
            Sandbox.refresh(index);
            refresh(index);
            found = find(index, "the price of all items");
        }
        byte[] stored = Files.readAllBytes(stored(sandbox));
        try (CodeIndex index = sandbox.open()) {
            Sandbox.refresh(index);
            index.refreshMeaning(
                    (stage, done, total) -> assertFalse(stage.startsWith("indexer.stage.learning")),
                    Cancellation.NEVER);
            assertEquals(found, find(index, "the price of all items"));
        }
        assertArrayEquals(stored, Files.readAllBytes(stored(sandbox)));
    }

    @Test
    void aDamagedFileIsSetAsideWithAMessageAndMadeAnew() throws Exception {
        Sandbox sandbox = sandbox();
        try (CodeIndex index = sandbox.open()) {
            Sandbox.refresh(index);
            refresh(index);
        }
        byte[] intact = Files.readAllBytes(stored(sandbox));
        byte[] damaged = intact.clone();
        damaged[damaged.length / 2] ^= 1;
        Files.write(stored(sandbox), damaged);
        try (CodeIndex index = sandbox.open()) {
            Sandbox.refresh(index);
            refresh(index);
            assertTrue(
                    index.problems().stream()
                            .anyMatch(problem -> problem.key().equals("indexer.store.damaged")
                                    && problem.arguments().toString().contains("meaning")),
                    index.problems().toString());
            assertEquals(
                    "Cart.delItm", find(index, "removes an item from the cart").getFirst());
        }
        assertArrayEquals(intact, Files.readAllBytes(stored(sandbox)), "learned from the same, it is the same");
    }

    @Test
    void cancellingKeepsWhatWasKnown() throws Exception {
        Sandbox sandbox = sandbox();
        try (CodeIndex index = sandbox.open()) {
            Sandbox.refresh(index);
            CancelSource cancelled = new CancelSource();
            cancelled.cancel();
            assertThrows(CancellationException.class, () -> index.refreshMeaning(Progress.SILENT, cancelled));
            assertThrows(OrreryException.class, () -> find(index, "anything"));
            refresh(index);
            sandbox.write("More.java", "class More { void count() {} }");
            Sandbox.refresh(index);
            assertThrows(CancellationException.class, () -> index.refreshMeaning(Progress.SILENT, cancelled));
            assertEquals(
                    "Cart.delItm", find(index, "removes an item from the cart").getFirst());
        }
    }

    @Test
    void hostileTextIsReadAndAsked() throws Exception {
        Sandbox sandbox = new Sandbox(folder);
        String name = "x".repeat(50_000);
        sandbox.write("A.java", "class A { void " + name + "() { String s = \"" + "aB1_".repeat(30_000) + "\"; } }");
        sandbox.write("B.java", "class B { /* ");
        try (CodeIndex index = sandbox.open()) {
            Sandbox.refresh(index);
            refresh(index);
            find(index, name);
            find(index, "\0 <<<< @@@@ && " + "word ".repeat(100_000));
        }
    }

    private Sandbox sandbox() throws IOException {
        Sandbox sandbox = new Sandbox(folder);
        sandbox.write("Cart.java", """
                class Cart {
                    java.util.List<Item> items;
                    boolean delItm(Item item) { return items.remove(item); }
                    boolean isEmpty() { return items.isEmpty(); }
                    int total() { int sum = 0; for (Item item : items) { sum += item.price(); } return sum; }
                }
                """);
        sandbox.write("Item.java", """
                class Item {
                    String name;
                    int price() { return 1; }
                    String getName() { return name; }
                    void rename(String newName) { name = newName; }
                }
                """);
        sandbox.write("Tax.java", """
                class Tax {
                    /** The percentage that the state takes. */
                    double rate(int year) { return 0.2; }
                }
                """);
        return sandbox;
    }

    private static Path stored(Sandbox sandbox) throws IOException {
        try (var files = Files.walk(sandbox.folders.cache())) {
            return files.filter(file -> file.endsWith("meaning")).findFirst().orElseThrow();
        }
    }

    private static MeaningReport refresh(CodeIndex index) throws OrreryException {
        return index.refreshMeaning(Progress.SILENT, Cancellation.NEVER);
    }

    private static List<String> find(CodeIndex index, String question) throws OrreryException {
        return index.meaning().find(question, 20, Cancellation.NEVER).stream()
                .map(SymbolHit::key)
                .map(key -> key.qualifiedName())
                .toList();
    }
}
