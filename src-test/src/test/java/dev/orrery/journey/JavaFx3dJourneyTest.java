package dev.orrery.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.SymbolKey;
import dev.orrery.app.session.SymbolLookup;
import dev.orrery.render3d.view.CodeMap;
import dev.orrery.render3d.view.RendererChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The map drawn by JavaFX 3D, in a window on a display, with more than two thousand bodies to pick from. */
@Tag("display")
class JavaFx3dJourneyTest {
    @TempDir
    Path folder;

    @Test
    void whatIsClickedIsWhatIsSelected() throws IOException {
        String display = System.getenv("DISPLAY");
        assumeTrue(display != null && !display.isBlank(), "no display on this machine");
        Path root = OwnSources.copyInto(folder);
        try (Journey journey = Journey.begin(folder.resolve("home"), Locale.ENGLISH, RendererChoice.FXYZ)) {
            journey.open(root);
            CodeMap map = journey.map();
            assertEquals(RendererChoice.FXYZ, Journey.onFx(() -> map.renderer().renderer()));
            assertTrue(Journey.onFx(() -> journey.session().graph().symbolCount()) > 2_000);
            assertTrue(Journey.onFx(() -> map.statisticsProperty().get().bodies()) > 2_000, "bodies");
            CodeGraph graph = Journey.onFx(() -> journey.session().graph());
            int inFront = 0;
            for (String name : new String[] {"CodeGraph", "Latest", "Session", "Linker", "RepositoryScanner"}) {
                SymbolKey key = SymbolLookup.find(graph, name).orElse(null);
                assertNotNull(key, name);
                Journey.run(() -> {
                    map.selectedProperty().set(null);
                    map.flyTo(key);
                });
                journey.settle();
                Point2D middle = Journey.onFx(() -> {
                    Bounds bounds = map.node().localToScreen(map.node().getBoundsInLocal());
                    return new Point2D(bounds.getCenterX(), bounds.getCenterY());
                });
                journey.robot().moveTo(middle.add(90, 60));
                journey.robot().moveTo(middle);
                journey.robot().clickOn(middle);
                // A body nearer to the eye may stand before the one flown to: what is pointed at is what is selected.
                Journey.until(name + " or what stands before it is selected", () -> {
                    SymbolKey selected = map.selectedProperty().get();
                    return selected != null
                            && selected.equals(map.hoveredProperty().get());
                });
                inFront += Journey.onFx(() -> key.equals(map.selectedProperty().get())) ? 1 : 0;
            }
            // How many of them stand free depends on these sources, which grow.
            assertTrue(inFront >= 1, "what was flown to was never in the middle");
        }
    }
}
