package dev.orrery.render3d.view;

import dev.orrery.api.SymbolKey;
import dev.orrery.render3d.city.City;
import dev.orrery.render3d.frame.Camera;
import dev.orrery.render3d.frame.CityFraming;
import dev.orrery.render3d.frame.Focus;
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
    private final Flight crossing = new Flight(this::look);
    private final Trail trail = new Trail();
    private @Nullable Layout layout;
    private @Nullable City city;
    /** Where one was in the other scene; null for its whole. */
    private @Nullable Camera elsewhere;

    private double share;
    private @Nullable Camera camera;
    private boolean steered;

    Pilot(MapPane pane, ObservableBooleanValue reducedMotion) {
        this.pane = pane;
        this.reducedMotion = reducedMotion;
        pane.widthProperty().addListener(change -> frame());
        pane.heightProperty().addListener(change -> frame());
    }

    /** Learns of new places. */
    void show(Layout galaxy, @Nullable City built) {
        boolean toCity = built != null;
        boolean crosses = toCity != (city != null);
        layout = built == null ? galaxy : built.layout();
        city = built;
        if (crosses) {
            cross(toCity ? 1 : 0);
        } else {
            frame();
        }
    }

    /** Flies from one scene to the same place in the other, or where one has not been there, to its whole. */
    private void cross(double goalShare) {
        Camera from = camera;
        Camera back = elsewhere;
        elsewhere = steered ? from : null;
        steered = back != null;
        flight.cancel();
        crossing.cancel();
        Camera goal = back == null ? whole() : back;
        if (from == null || goal == null || reducedMotion.get() || !pane.isLive()) {
            pass(goalShare);
            if (goal != null) {
                look(goal);
            }
            return;
        }
        double begin = share;
        crossing.begin(from, goal, t -> pass(begin + (goalShare - begin) * t));
    }

    private void pass(double to) {
        share = to;
        pane.pass(to);
    }

    private @Nullable Camera whole() {
        Layout now = layout;
        City built = city;
        if (now == null || !hasSize()) {
            return null;
        }
        return built == null
                ? Framing.whole(now, pane.pixelsWide(), pane.pixelsHigh())
                : CityFraming.whole(built, pane.pixelsWide(), pane.pixelsHigh());
    }

    /** Starts over, as for another repository. */
    void reset() {
        flight.cancel();
        crossing.cancel();
        pass(city == null ? 0 : 1);
        elsewhere = null;
        steered = false;
        trail.clear();
    }

    /** The present camera; any one before there is something to see. */
    Camera camera() {
        return camera == null ? new Camera(0, 0, 0, 100, 0, Camera.HOME_PITCH) : camera;
    }

    boolean isFlying() {
        return flight.isFlying() || crossing.isFlying();
    }

    private boolean hasSize() {
        return pane.pixelsWide() > 8 && pane.pixelsHigh() > 8;
    }

    private void frame() {
        Camera goal = steered || crossing.isFlying() ? null : whole();
        if (goal != null) {
            look(goal);
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
            arrive();
            flight.cancel();
            steerTo(next);
        }
    }

    /** Ends a passage where it leads. */
    private void arrive() {
        if (crossing.isFlying()) {
            crossing.cancel();
            pass(city == null ? 0 : 1);
        }
    }

    /** Flies; jumps where motion is unwanted or nobody looks. */
    void fly(Camera goal) {
        arrive();
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

    /** Flies to where a whole path is in the picture; false where it cannot be yet. */
    boolean flyAlong(Focus path) {
        Layout now = layout;
        if (now == null || path.selected() < 0 || camera == null || !hasSize()) {
            return false;
        }
        leave(null, 0);
        fly(Framing.around(now, path.selected(), path.lit(), camera, pane.pixelsWide(), pane.pixelsHigh()));
        return true;
    }

    void home() {
        Camera goal = whole();
        if (goal != null) {
            fly(goal);
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
