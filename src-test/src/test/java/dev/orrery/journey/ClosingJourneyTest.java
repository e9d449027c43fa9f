package dev.orrery.journey;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.SymbolKey;
import dev.orrery.app.session.Room;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import jfx.incubator.scene.control.richtext.RichTextArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository that was looked at from all sides and closed leaves nothing behind: no object, no thread, no open file. */
class ClosingJourneyTest {
    /** Threads that belong to one open repository or one map, by the beginnings of their names. */
    private static final Set<String> OWNED = Set.of("orrery-map-", "watch-", "directory-watcher", "index-", "history-");

    @TempDir
    Path folder;

    @Test
    void whatIsClosedIsForgotten() throws IOException {
        List<Path> roots = List.of(repository("first"), repository("second"));
        try (Journey journey = Journey.begin(folder.resolve("home"))) {
            // What JavaFX and the JDK keep for good, they have after the first time.
            Map<String, WeakReference<Object>> warm = useAndClose(journey, roots.getFirst());
            assertForgotten(warm);
            Map<String, Integer> threads = threads();
            long files = openFiles();
            for (int round = 0; round < 2; round++) {
                assertForgotten(useAndClose(journey, roots.get((round + 1) % 2)));
            }
            Journey.until("threads have ended, of " + threads, () -> threads().equals(threads));
            Journey.until("files are closed, but " + files, () -> openFiles() <= files);
        }
    }

    @Test
    void openingAnotherClosesTheFirst() throws IOException {
        Path first = repository("first");
        Path second = repository("second");
        try (Journey journey = Journey.begin(folder.resolve("home"))) {
            journey.open(first);
            Map<String, WeakReference<Object>> closed = use(journey);
            journey.open(second);
            assertForgotten(closed);
        }
    }

    private Path repository(String name) throws IOException {
        Path root = Files.createDirectories(folder.resolve(name));
        for (int i = 0; i < 12; i++) {
            Files.writeString(
                    root.resolve("Part" + i + ".java"),
                    "package " + name + ";\n\n/** Calls the next. */\nclass Part" + i + " {\n    void run" + i
                            + "() {\n        new Part" + (i + 1) % 12 + "().run" + (i + 1) % 12 + "();\n    }\n}\n");
        }
        return root;
    }

    private static Map<String, WeakReference<Object>> useAndClose(Journey journey, Path root) {
        journey.open(root);
        Map<String, WeakReference<Object>> used = use(journey);
        Journey.run(() -> journey.composed().workbench().close());
        Journey.onFx(() -> journey.composed().workbench().closed()).join();
        return used;
    }

    /** Goes through every room, both scenes, the palette, the questions; answers what was shown, without holding it. */
    private static Map<String, WeakReference<Object>> use(Journey journey) {
        Map<String, WeakReference<Object>> shown = new LinkedHashMap<>();
        SymbolKey key = Journey.onFx(() -> {
            CodeGraph graph = journey.session().graph();
            shown.put("graph", new WeakReference<>(graph));
            return graph.key(graph.symbolCount() - 1);
        });
        shown.put("session", new WeakReference<>(journey.session()));
        shown.put("index", new WeakReference<>(journey.session().index()));
        shown.put("map", new WeakReference<>(journey.map()));
        shown.put("explore", new WeakReference<>(journey.find(".crumbs")));
        Journey.run(() -> journey.session().selectedProperty().set(key));
        journey.settle();
        for (String command : List.of("map.focus", "map.scene", "graph.cycles", "graph.dead", "symbol.impact")) {
            run(journey, command);
            journey.settle();
        }
        run(journey, "symbol.read");
        RichTextArea area = journey.find(".rich-text-area");
        Journey.until("the text is there", () -> area.getParagraphCount() > 3);
        shown.put("text", new WeakReference<>(area));
        run(journey, "code.usages");
        run(journey, "room.search");
        shown.put("search", new WeakReference<>(journey.find("#search-query")));
        run(journey, "palette.show");
        journey.find(".palette");
        journey.press(KeyCode.ESCAPE);
        run(journey, "problems.show");
        run(journey, "theme.toggle");
        run(journey, "room.settings");
        run(journey, "room.explore");
        Journey.until(
                "the map is back",
                () -> journey.composed().workbench().roomProperty().get() == Room.EXPLORE);
        journey.settle();
        return shown;
    }

    private static void run(Journey journey, String command) {
        assertTrue(Journey.onFx(() -> journey.composed().commands().get(command).run()), command);
        org.testfx.util.WaitForAsyncUtils.waitForFxEvents();
    }

    private static void assertForgotten(Map<String, WeakReference<Object>> shown) {
        shown.forEach((what, reference) -> Journey.until(what + " is forgotten", () -> {
            System.gc();
            return reference.get() == null;
        }));
    }

    private static Map<String, Integer> threads() {
        Map<String, Integer> counted = new TreeMap<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            OWNED.stream().filter(thread.getName()::startsWith).forEach(name -> counted.merge(name, 1, Integer::sum));
        }
        return counted;
    }

    /** How many files, sockets and watches this process has open; 0 where the system does not tell. */
    private static long openFiles() {
        Path open = Path.of("/proc/self/fd");
        if (!Files.isDirectory(open)) {
            return 0;
        }
        List<Path> all = new ArrayList<>();
        try (Stream<Path> each = Files.list(open)) {
            each.forEach(all::add);
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
        return all.size();
    }
}
