package dev.orrery.render3d.view;

import dev.orrery.api.SymbolKey;
import dev.orrery.render3d.frame.Camera;
import dev.orrery.render3d.frame.FrameRequest;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import org.jspecify.annotations.Nullable;

/** What the pointer does to a map: moves its camera, hovers, selects, opens. */
final class MapPointer implements MapGestures.Target {
    private final CodeMap map;
    private final MapPane pane;
    private final Pilot pilot;
    private final ObjectProperty<@Nullable SymbolKey> hovered;
    private Consumer<SymbolKey> onOpen = key -> {};

    MapPointer(CodeMap map, MapPane pane, Pilot pilot, ObjectProperty<@Nullable SymbolKey> hovered) {
        this.map = map;
        this.pane = pane;
        this.pilot = pilot;
        this.hovered = hovered;
    }

    void onOpen(Consumer<SymbolKey> action) {
        onOpen = action;
    }

    @Override
    public Camera camera() {
        return pilot.camera();
    }

    @Override
    public void steer(Camera next) {
        pilot.steer(next);
    }

    @Override
    public void fly(Camera goal) {
        mark();
        pilot.fly(goal);
    }

    @Override
    public double[] size() {
        return new double[] {pane.getWidth(), pane.getHeight()};
    }

    @Override
    public void hover(double x, double y) {
        pane.mark(x, y);
        hovered.set(keyAt(x, y));
    }

    @Override
    public void leave() {
        pane.unmark();
        hovered.set(null);
    }

    @Override
    public void click(double x, double y) {
        SymbolKey key = keyAt(x, y);
        if (key != null) {
            mark();
            map.selectedProperty().set(key);
        }
    }

    @Override
    public void doubleClick(double x, double y) {
        SymbolKey key = keyAt(x, y);
        if (key != null) {
            onOpen.accept(key);
        }
    }

    private void mark() {
        pilot.leave(map.selectedProperty().get(), map.focusHopsProperty().get());
    }

    private @Nullable SymbolKey keyAt(double x, double y) {
        int body = pane.pick(x, y);
        FrameRequest request = pane.shownRequest();
        return body < 0 || request == null
                ? null
                : request.scene().graph().key(request.scene().symbol(body));
    }
}
