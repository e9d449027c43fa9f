package dev.orrery.render3d.view;

import dev.orrery.render3d.frame.Camera;
import java.util.EnumSet;
import java.util.Set;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * The mouse on the map: drag orbits, right or Shift drag pans, the wheel zooms to the pointer, a click selects, a double
 * click opens; and W, A, S, D, which fly for as long as they are held.
 */
final class MapGestures {
    /** What gestures act on. */
    interface Target {
        Camera camera();

        void steer(Camera camera);

        /** Goes somewhere smoothly; one can step back from there. */
        void fly(Camera camera);

        /** Width and height in units of the user interface. */
        double[] size();

        void hover(double x, double y);

        void leave();

        void click(double x, double y);

        void doubleClick(double x, double y);
    }

    private static final double SLOP = 4;
    private static final Set<KeyCode> FLYING = EnumSet.of(KeyCode.W, KeyCode.A, KeyCode.S, KeyCode.D);

    private final Target target;
    private final Set<KeyCode> held = EnumSet.noneOf(KeyCode.class);
    private final AnimationTimer flying = new AnimationTimer() {
        private long last;

        @Override
        public void start() {
            last = 0;
            super.start();
        }

        @Override
        public void handle(long now) {
            double seconds = last == 0 ? 0.016 : Math.min(0.1, (now - last) / 1e9);
            last = now;
            fly(seconds);
        }
    };
    private double startX;
    private double startY;
    private double lastX;
    private double lastY;
    private boolean dragged;

    MapGestures(Node node, Target target) {
        this.target = target;
        node.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        node.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        node.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        node.addEventHandler(MouseEvent.MOUSE_MOVED, event -> target.hover(event.getX(), event.getY()));
        node.addEventHandler(MouseEvent.MOUSE_EXITED, event -> target.leave());
        node.addEventHandler(ScrollEvent.SCROLL, this::zoom);
        node.addEventHandler(KeyEvent.KEY_PRESSED, event -> key(event, true));
        node.addEventHandler(KeyEvent.KEY_RELEASED, event -> key(event, false));
        node.focusWithinProperty().addListener(change -> release());
    }

    private void press(MouseEvent event) {
        ((Node) event.getSource()).requestFocus();
        startX = event.getX();
        startY = event.getY();
        lastX = startX;
        lastY = startY;
        dragged = false;
    }

    private void drag(MouseEvent event) {
        if (!dragged && Math.hypot(event.getX() - startX, event.getY() - startY) < SLOP) {
            return;
        }
        dragged = true;
        target.leave();
        double dx = event.getX() - lastX;
        double dy = event.getY() - lastY;
        lastX = event.getX();
        lastY = event.getY();
        Camera camera = target.camera();
        if (event.getButton() == MouseButton.PRIMARY && !event.isShiftDown()) {
            target.steer(camera.orbit(-dx * 0.006, dy * 0.006));
        } else {
            double[] size = target.size();
            double unit = camera.distance() / Camera.focal((int) size[0], (int) size[1]);
            target.steer(camera.pan(-dx * unit, dy * unit));
        }
    }

    private void click(MouseEvent event) {
        if (dragged || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (event.getClickCount() == 2) {
            target.doubleClick(event.getX(), event.getY());
        } else if (event.getClickCount() == 1) {
            target.click(event.getX(), event.getY());
        }
    }

    private void zoom(ScrollEvent event) {
        double[] size = target.size();
        double notches = Math.clamp(event.getDeltaY() / 40, -4, 4);
        if (notches != 0) {
            target.steer(target.camera()
                    .zoom(Math.pow(0.88, notches), event.getX(), event.getY(), (int) size[0], (int) size[1]));
        }
        event.consume();
    }

    private void key(KeyEvent event, boolean down) {
        if (!FLYING.contains(event.getCode()) || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        event.consume();
        if (down && held.add(event.getCode())) {
            flying.start();
        } else if (!down && held.remove(event.getCode()) && held.isEmpty()) {
            flying.stop();
        }
    }

    private void release() {
        held.clear();
        flying.stop();
    }

    private void fly(double seconds) {
        double way = target.camera().distance() * seconds * 0.8;
        double right = (held.contains(KeyCode.D) ? way : 0) - (held.contains(KeyCode.A) ? way : 0);
        double ahead = (held.contains(KeyCode.W) ? way : 0) - (held.contains(KeyCode.S) ? way : 0);
        if (right != 0 || ahead != 0) {
            target.steer(target.camera().fly(right, ahead));
        }
    }
}
