package dev.orrery.render3d.view;

import dev.orrery.api.SymbolKey;
import dev.orrery.render3d.frame.Camera;
import dev.orrery.render3d.frame.Framing;
import dev.orrery.render3d.layout.Layout;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;

/**
 * Moves the camera: at once when a hand drags it, smoothly when it has a goal. Until a hand or a goal has moved it, it
 * shows the whole at every size.
 */
final class Pilot {
    private final MapPane pane;
    private final ObservableBooleanValue reducedMotion;
    private final Flight flight = new Flight(this::steerTo);
    private final Trail trail = new Trail();
    private @Nullable Layout layout;
    private @Nullable Camera camera;
    private boolean steered;

    Pilot(MapPane pane, ObservableBooleanValue reducedMotion) {
        this.pane = pane;
        this.reducedMotion = reducedMotion;
        pane.widthProperty().addListener(change -> frame());
        pane.heightProperty().addListener(change -> frame());
    }

    /** Learns of new places. */
    void show(Layout next) {
        layout = next;
        frame();
    }

    /** Starts over, as for another repository. */
    void reset() {
        flight.cancel();
        steered = false;
        trail.clear();
    }

    /** The present camera; any one before there is something to see. */
    Camera camera() {
        return camera == null ? new Camera(0, 0, 0, 100, 0, Camera.HOME_PITCH) : camera;
    }

    boolean isFlying() {
        return flight.isFlying();
    }

    private boolean hasSize() {
        return pane.pixelsWide() > 8 && pane.pixelsHigh() > 8;
    }

    private void frame() {
        Layout now = layout;
        if (now != null && !steered && hasSize()) {
            look(Framing.whole(now, pane.pixelsWide(), pane.pixelsHigh()));
        }
    }

    private void look(Camera from) {
        camera = from;
        pane.look(from);
    }

    private void steerTo(Camera next) {
        steered = true;
        look(next);
    }

    /** Moves the camera at once. */
    void steer(Camera next) {
        if (layout != null && !layout.isEmpty()) {
            flight.cancel();
            steerTo(next);
        }
    }

    /** Flies; jumps where motion is unwanted or nobody looks. */
    void fly(Camera goal) {
        flight.cancel();
        if (camera == null || reducedMotion.get() || !pane.isLive()) {
            steerTo(goal);
        } else {
            flight.begin(camera, goal);
        }
    }

    /** Flies to a body with its callers and callees; false where it cannot be yet. */
    boolean flyTo(int body) {
        Layout now = layout;
        if (now == null || body < 0 || camera == null || !hasSize()) {
            return false;
        }
        fly(Framing.around(now, body, camera, pane.pixelsWide(), pane.pixelsHigh()));
        return true;
    }

    void home() {
        Layout now = layout;
        if (now != null && hasSize()) {
            fly(Framing.whole(now, pane.pixelsWide(), pane.pixelsHigh()));
        }
    }

    /** Leaves a mark to come back to. */
    void leave(@Nullable SymbolKey selected, int hops) {
        if (camera != null) {
            trail.leave(camera, selected, hops);
        }
    }

    /** The last mark, which is gone then; null where there is none. */
    Trail.@Nullable Step back() {
        return trail.back();
    }
}
