package dev.orrery.render3d.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.SymbolKey;
import dev.orrery.render3d.SyntheticGraph;
import dev.orrery.render3d.frame.Box;
import dev.orrery.render3d.frame.Camera;
import dev.orrery.render3d.frame.LabelPlacer;
import dev.orrery.render3d.frame.Minimap;
import dev.orrery.render3d.scene.MapScene;
import dev.orrery.render3d.scene.MapTheme;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MinimapPaneTest {
    private final CodeGraph graph = SyntheticGraph.ofTypes(120, 5).graph();
    private CodeMap map;
    private StackPane root;

    private void open(RendererChoice choice, int width, int height) throws Exception {
        Fx.run(() -> {
            map = CodeMap.create(choice);
            root = new StackPane(map.node());
            new Scene(root, width, height);
            size(width, height);
            map.show(graph);
        });
        settle();
    }

    private void size(int width, int height) {
        root.resize(width, height);
        root.applyCss();
        root.layout();
    }

    private void settle() throws Exception {
        Fx.call(map::settled).get(120, TimeUnit.SECONDS);
    }

    private MinimapPane minimap() {
        return ((MapPane) map.node()).minimap();
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(map::close);
    }

    private Camera camera() {
        return ((MapPane) map.node()).shownRequest().camera();
    }

    private static List<Double> frame(MinimapPane pane) {
        return Arrays.stream(pane.marks().frame()).boxed().toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = RendererChoice.class,
            names = {"GL", "FLAT", "FXYZ"})
    void theFrameFollowsTheCameraAtOnceAndTheCameraTheFrame(RendererChoice renderer) throws Exception {
        open(renderer, 900, 600);
        for (MapScene scene : MapScene.values()) {
            Fx.run(() -> map.sceneProperty().set(scene));
            settle();
            Camera home = Fx.call(this::camera);
            Fx.run(() -> {
                List<Double> whole = frame(minimap());
                map.zoom(0.2);
                assertNotEquals(whole, frame(minimap()), "the frame follows without waiting for a picture");
                double[] at = middle();
                assertTrue(minimap().marks().framed(at[0], at[1]));
                fire(MouseEvent.MOUSE_PRESSED, at[0], at[1]);
                fire(MouseEvent.MOUSE_DRAGGED, at[0] + 20, at[1] + 10);
                double[] now = middle();
                assertEquals(at[0] + 20, now[0], 0.01);
                assertEquals(at[1] + 10, now[1], 0.01);
                fire(MouseEvent.MOUSE_RELEASED, at[0] + 20, at[1] + 10);
            });
            settle();
            Camera dragged = Fx.call(this::camera);
            assertEquals(home.distance() * 0.2, dragged.distance(), 1e-6);
            assertNotEquals(home.x(), dragged.x());
            Fx.run(map::home);
            settle();
        }
    }

    @Test
    void aClickJumpsAndOneStepBackReturns() throws Exception {
        open(RendererChoice.FLAT, 900, 600);
        Fx.run(() -> {
            map.zoom(0.1);
        });
        settle();
        Camera before = Fx.call(this::camera);
        Fx.run(() -> {
            fire(MouseEvent.MOUSE_MOVED, 12, 90);
            assertNull(map.hoveredProperty().get());
            fire(MouseEvent.MOUSE_PRESSED, 12, 90);
            fire(MouseEvent.MOUSE_RELEASED, 12, 90);
            fire(MouseEvent.MOUSE_CLICKED, 12, 90);
            assertNull(map.selectedProperty().get(), "a click does not reach the map below");
        });
        settle();
        Fx.run(() -> {
            Camera now = camera();
            Minimap places = Objects.requireNonNull(minimap().places());
            assertArrayEquals(new double[] {12, 90}, places.middle(now), 0.01);
            map.stepBack();
        });
        settle();
        assertEquals(before, Fx.call(this::camera));
    }

    @Test
    void theArrowKeysMoveTheCamera() throws Exception {
        open(RendererChoice.FLAT, 900, 600);
        Camera before = Fx.call(this::camera);
        Fx.run(() -> {
            assertTrue(minimap().isFocusTraversable());
            assertFalse(minimap().getAccessibleText().startsWith("render3d"));
            for (KeyCode code : new KeyCode[] {KeyCode.LEFT, KeyCode.UP, KeyCode.PLUS}) {
                minimap().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            }
        });
        settle();
        Camera after = Fx.call(this::camera);
        assertTrue(after.x() < before.x() && after.z() < before.z() && after.distance() < before.distance());
    }

    @Test
    void smallMapsHaveNoneAndLargeOnesOnlyWhereItIsWanted() throws Exception {
        open(RendererChoice.FLAT, 480, 600);
        assertFalse(Fx.call(() -> minimap().isVisible()));
        Fx.run(() -> size(1400, 900));
        settle();
        assertTrue(Fx.call(() -> minimap().isVisible() && minimap().places() != null));
        Fx.run(() -> {
            map.minimapProperty().set(false);
            root.layout();
            assertFalse(minimap().isVisible());
        });
        settle();
    }

    @Test
    void aClosedMapThatIsStillLaidOutAsksForNothing() throws Exception {
        open(RendererChoice.FLAT, 900, 600);
        Fx.run(() -> {
            map.close();
            size(1900, 900);
            assertFalse(minimap().refresh(1));
        });
    }

    @ParameterizedTest
    @EnumSource(MapTheme.class)
    void noLabelLiesOnItAndWhatIsLitIsMarked(MapTheme theme) throws Exception {
        open(RendererChoice.FLAT, 900, 600);
        SymbolKey busy = graph.key(graph.callee(0));
        for (MapScene scene : MapScene.values()) {
            Fx.run(() -> {
                map.themeProperty().set(theme);
                map.sceneProperty().set(scene);
                map.zoom(0.3);
            });
            settle();
            Fx.run(() -> {
                assertEquals(0, minimap().marks().shown());
                Box room = minimap().box();
                assertTrue(room.width() > 100);
                for (LabelPlacer.Placed label : ((MapPane) map.node()).labels().placed()) {
                    assertFalse(label.box().overlaps(room), label.toString());
                }
                map.selectedProperty().set(busy);
            });
            settle();
            Fx.run(() -> {
                assertTrue(minimap().marks().shown() > 1, "the selection and who calls it");
                map.selectedProperty().set(null);
            });
            settle();
        }
    }

    /** Where the middle of what the map shows stands. */
    private double[] middle() {
        return Objects.requireNonNull(minimap().places()).middle(minimap().camera());
    }

    private void fire(EventType<MouseEvent> type, double ownX, double ownY) {
        MinimapPane node = minimap();
        double x = node.getLayoutX() + ownX;
        double y = node.getLayoutY() + ownY;
        node.fireEvent(new MouseEvent(
                type,
                x,
                y,
                x,
                y,
                MouseButton.PRIMARY,
                1,
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
                new PickResult(node, x, y)));
    }
}
