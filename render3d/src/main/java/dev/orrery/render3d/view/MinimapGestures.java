package dev.orrery.render3d.view;

import dev.orrery.render3d.frame.Camera;
import dev.orrery.render3d.frame.Minimap;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/**
 * Hands on the minimap: dragging its frame moves the camera of the map, a click beside the frame flies there, the wheel
 * brings the camera nearer; with the keyboard the arrows move it, + and - bring it nearer and away.
 */
final class MinimapGestures {
    private static final double STEP = 0.12;

    private final MinimapPane pane;
    private final MapGestures.Target target;
    /** The camera when the frame was taken hold of. */
    private @Nullable Camera held;

    private double gripX;
    private double gripY;

    MinimapGestures(MinimapPane pane, MapGestures.Target target) {
        this.pane = pane;
        this.target = target;
        pane.addEventHandler(MouseEvent.ANY, this::mouse);
        pane.addEventHandler(ScrollEvent.SCROLL, this::wheel);
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void mouse(MouseEvent event) {
        Minimap places = pane.places();
        if (event.getEventType() == MouseEvent.MOUSE_ENTERED) {
            target.leave();
        } else if (places != null && event.getButton() == MouseButton.PRIMARY) {
            if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
                press(places, event.getX(), event.getY());
            } else if (event.getEventType() == MouseEvent.MOUSE_DRAGGED && held != null) {
                target.steer(places.dragged(held, event.getX() - gripX, event.getY() - gripY));
            } else if (event.getEventType() == MouseEvent.MOUSE_RELEASED) {
                held = null;
            }
        }
        event.consume();
    }

    private void press(Minimap places, double x, double y) {
        pane.requestFocus();
        gripX = x;
        gripY = y;
        if (pane.marks().framed(x, y)) {
            held = target.camera();
        } else {
            held = places.at(target.camera(), x, y);
            target.fly(held);
        }
    }

    private void wheel(ScrollEvent event) {
        double notches = Math.clamp(event.getDeltaY() / 40, -4, 4);
        if (notches != 0) {
            target.steer(target.camera().approach(Math.pow(0.88, notches)));
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        Camera now = target.camera();
        double step = now.distance() * STEP;
        if (event.isShiftDown() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        Camera moved =
                switch (event.getCode()) {
                    case LEFT -> now.fly(-step, 0);
                    case RIGHT -> now.fly(step, 0);
                    case UP -> now.fly(0, step);
                    case DOWN -> now.fly(0, -step);
                    case PLUS, ADD, EQUALS -> now.approach(0.8);
                    case MINUS, SUBTRACT -> now.approach(1.25);
                    default -> null;
                };
        if (moved != null) {
            target.steer(moved);
            event.consume();
        }
    }
}
