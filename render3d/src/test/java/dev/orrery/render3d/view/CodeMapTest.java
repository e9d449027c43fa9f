package dev.orrery.render3d.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.SymbolKey;
import dev.orrery.render3d.SyntheticGraph;
import dev.orrery.render3d.frame.Box;
import dev.orrery.render3d.frame.FrameRequest;
import dev.orrery.render3d.frame.LabelPlacer;
import dev.orrery.render3d.frame.Spotting;
import dev.orrery.render3d.scene.MapFilter;
import dev.orrery.render3d.scene.MapTheme;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CodeMapTest {
    private final SyntheticGraph repository = SyntheticGraph.ofTypes(220, 9);
    private final CodeGraph graph = repository.graph();
    private final List<CodeMap> maps = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        Fx.run(() -> maps.forEach(CodeMap::close));
    }

    private CodeMap map(RendererChoice choice, int width, int height) throws Exception {
        return Fx.call(() -> {
            CodeMap map = CodeMap.create(choice);
            maps.add(map);
            StackPane root = new StackPane(map.node());
            new Scene(root, width, height);
            root.resize(width, height);
            root.applyCss();
            root.layout();
            map.show(graph);
            return map;
        });
    }

    private static void settle(CodeMap map) throws Exception {
        CompletableFuture<Void> settled = Fx.call(map::settled);
        settled.get(120, TimeUnit.SECONDS);
    }

    private static MapPane pane(CodeMap map) {
        return (MapPane) map.node();
    }

    @Test
    void settledMapsShowRegionsWithoutOverlapAtBothSizesAndInBothThemes() throws Exception {
        for (int[] size : new int[][] {{1280, 800}, {2560, 1440}}) {
            for (MapTheme theme : MapTheme.values()) {
                CodeMap map = map(RendererChoice.AUTO, size[0], size[1]);
                Fx.run(() -> map.themeProperty().set(theme));
                settle(map);
                Fx.run(() -> {
                    List<LabelPlacer.Placed> labels = pane(map).labels().placed();
                    assertTrue(labels.size() >= 8, "labels " + labels.size());
                    for (LabelPlacer.Placed one : labels) {
                        for (LabelPlacer.Placed other : labels) {
                            Box a = one.box();
                            assertTrue(one == other || !a.overlaps(other.box()), a + " and " + other.box());
                        }
                    }
                    WritableImage image = map.node().getScene().snapshot(null);
                    Set<Integer> colours = new HashSet<>();
                    for (int x = 0; x < size[0]; x += 3) {
                        colours.add(image.getPixelReader().getArgb(x, size[1] / 2));
                    }
                    assertTrue(colours.size() > 60, "colours " + colours.size());
                });
            }
        }
    }

    @Test
    void aClickSelectsWhatIsUnderThePointerAndADoubleClickOpensIt() throws Exception {
        CodeMap map = map(RendererChoice.AUTO, 900, 600);
        settle(map);
        List<SymbolKey> opened = new ArrayList<>();
        double[] at = Fx.call(() -> {
            map.setOnOpen(opened::add);
            return somewhereLit(map);
        });
        SymbolKey expected = Fx.call(() ->
                graph.key(pane(map).shownRequest().scene().symbol(pane(map).pick(at[0], at[1]))));
        Fx.run(() -> {
            fire(map, MouseEvent.MOUSE_MOVED, at[0], at[1], 0);
            assertEquals(expected, map.hoveredProperty().get());
            fire(map, MouseEvent.MOUSE_PRESSED, at[0], at[1], 1);
            fire(map, MouseEvent.MOUSE_CLICKED, at[0], at[1], 1);
            assertEquals(expected, map.selectedProperty().get());
            fire(map, MouseEvent.MOUSE_CLICKED, at[0], at[1], 2);
            assertEquals(List.of(expected), opened);
            fire(map, MouseEvent.MOUSE_EXITED, at[0], at[1], 0);
            assertNull(map.hoveredProperty().get());
        });
        settle(map);
        Fx.run(() -> assertTrue(map.stepBack()));
        assertNull(Fx.call(() -> map.selectedProperty().get()));
    }

    @Test
    void dragsAndTheWheelMoveTheCameraAndHomeBringsItBack() throws Exception {
        CodeMap map = map(RendererChoice.AUTO, 900, 600);
        settle(map);
        Object home = Fx.call(() -> pane(map).shownRequest().camera());
        Fx.run(() -> {
            fire(map, MouseEvent.MOUSE_PRESSED, 100, 100, 1);
            fire(map, MouseEvent.MOUSE_DRAGGED, 180, 120, 0);
        });
        settle(map);
        Object turned = Fx.call(() -> pane(map).shownRequest().camera());
        assertNotEquals(home, turned);
        Fx.run(() -> map.node()
                .fireEvent(new ScrollEvent(
                        ScrollEvent.SCROLL,
                        300,
                        200,
                        300,
                        200,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        0,
                        80,
                        0,
                        80,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        new PickResult(map.node(), 300, 200))));
        settle(map);
        assertNotEquals(turned, Fx.call(() -> pane(map).shownRequest().camera()));
        Fx.run(map::home);
        settle(map);
        assertEquals(home, Fx.call(() -> pane(map).shownRequest().camera()));
    }

    @Test
    void aChangedGraphKeepsCameraAndSelection() throws Exception {
        CodeMap map = map(RendererChoice.AUTO, 900, 600);
        SymbolKey key = graph.key(graph.symbolCount() / 2);
        Fx.run(() -> {
            map.selectedProperty().set(key);
            map.flyTo(key);
        });
        settle(map);
        Object camera = Fx.call(() -> pane(map).shownRequest().camera());
        CodeGraph next = repository.with("org/harbour/util/Later.java", 6).graph();
        Fx.run(() -> map.show(next));
        settle(map);
        Fx.run(() -> {
            assertEquals(camera, pane(map).shownRequest().camera());
            assertEquals(key, map.selectedProperty().get());
            assertEquals(next, pane(map).shownRequest().scene().graph());
            int body = pane(map).shownRequest().scene().body(key);
            assertEquals(body, pane(map).shownRequest().focus().selected());
        });
    }

    @Test
    void atRestNothingIsDrawn() throws Exception {
        CodeMap map = map(RendererChoice.AUTO, 640, 400);
        settle(map);
        int[] pictures = {0};
        Fx.run(() -> map.statisticsProperty().addListener(change -> pictures[0]++));
        for (int i = 0; i < 50; i++) {
            Fx.run(() -> map.node().requestLayout());
            settle(map);
        }
        assertEquals(0, pictures[0]);
    }

    @Test
    void everyRendererShowsTheMap() throws Exception {
        for (RendererChoice choice : List.of(RendererChoice.GL, RendererChoice.FLAT, RendererChoice.FXYZ)) {
            CodeMap map = map(choice, 640, 400);
            settle(map);
            RendererStatus status = Fx.call(map::renderer);
            assertNotEquals(RendererChoice.AUTO, status.renderer());
            assertFalse(dev.orrery.base.Messages.current()
                    .text(status.why())
                    .contains(status.why().key()));
            assertTrue(Fx.call(() -> map.statisticsProperty().get().bodies()) > 1000);
        }
    }

    @Test
    void focusPathHighlightAndFilterAllSettle() throws Exception {
        CodeMap map = map(RendererChoice.AUTO, 640, 400);
        SymbolKey a = graph.key(graph.caller(0));
        SymbolKey b = graph.key(graph.callee(0));
        Fx.run(() -> {
            map.selectedProperty().set(a);
            map.focusHopsProperty().set(2);
        });
        settle(map);
        Fx.run(() -> {
            map.focusHopsProperty().set(0);
            map.showPath(b);
            map.highlight(List.of(b));
            map.filterProperty().set(MapFilter.all().withFolder("org/harbour/index"));
            map.labelsProperty().set(false);
        });
        settle(map);
        Fx.run(() -> {
            assertEquals(0, pane(map).labels().shown());
            for (SymbolKey end : List.of(a, b)) {
                FrameRequest request = pane(map).shownRequest();
                double[] spot = Spotting.locate(request, request.scene().body(end));
                assertTrue(spot[0] > 0 && spot[0] < 640 && spot[1] > 0 && spot[1] < 400, "the whole path is seen");
            }
            assertTrue(map.stepBack(), "the path");
            assertTrue(map.stepBack(), "the highlight");
            assertTrue(map.stepBack(), "the selection");
            assertTrue(map.stepBack(), "the flight to the path");
            assertFalse(map.stepBack());
        });
    }

    @Test
    void closedMapsLeaveNoThreads() throws Exception {
        for (int i = 0; i < 6; i++) {
            CodeMap map = map(RendererChoice.AUTO, 320, 200);
            settle(map);
            Fx.run(map::close);
        }
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (mapThreads() > 0 && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertEquals(0, mapThreads());
    }

    private static long mapThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("orrery-map"))
                .count();
    }

    /** A place in the picture with a body under it. */
    private static double[] somewhereLit(CodeMap map) {
        for (int y = 150; y < 600; y += 7) {
            for (int x = 150; x < 900; x += 7) {
                if (pane(map).pick(x, y) >= 0) {
                    return new double[] {x, y};
                }
            }
        }
        throw new AssertionError("an empty map");
    }

    private static void fire(CodeMap map, EventType<MouseEvent> type, double x, double y, int clicks) {
        assertNotNull(map.node().getScene());
        map.node()
                .fireEvent(new MouseEvent(
                        type,
                        x,
                        y,
                        x,
                        y,
                        MouseButton.PRIMARY,
                        clicks,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        false,
                        new PickResult(map.node(), x, y)));
    }
}
