package dev.orrery.render3d.view;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.GraphDelta;
import dev.orrery.api.SymbolKey;
import dev.orrery.api.UserMessage;
import dev.orrery.render3d.frame.Camera;
import dev.orrery.render3d.frame.FrameRequest;
import dev.orrery.render3d.picture.MapPicture;
import dev.orrery.render3d.scene.ColourBy;
import dev.orrery.render3d.scene.MapFilter;
import dev.orrery.render3d.scene.MapScene;
import dev.orrery.render3d.scene.MapTheme;
import dev.orrery.render3d.scene.Metrics;
import dev.orrery.render3d.scene.Regions;
import dev.orrery.render3d.scene.SizeBy;
import dev.orrery.render3d.scene.SymbolLayer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The map of a repository: a node that shows a {@link CodeGraph}, and what can be done with it. All methods on the JavaFX
 * thread. What takes time happens elsewhere; the map shows the last complete state meanwhile.
 */
public final class CodeMap implements AutoCloseable {
    private final MapPane pane;
    private final ModelWorker worker = new ModelWorker(this::take);
    private final Pilot pilot;
    private final MapPointer pointer;
    private final List<CompletableFuture<Void>> waiting = new ArrayList<>();

    private final ObjectProperty<@Nullable SymbolKey> selected = new SimpleObjectProperty<>(this, "selected");
    private final ReadOnlyObjectWrapper<@Nullable SymbolKey> hovered = new ReadOnlyObjectWrapper<>(this, "hovered");
    private final IntegerProperty focusHops = new SimpleIntegerProperty(this, "focusHops", 0);
    private final BooleanProperty labels = new SimpleBooleanProperty(this, "labels", true);
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty(this, "reducedMotion", false);
    private final ObjectProperty<MapFilter> filter = new SimpleObjectProperty<>(this, "filter", MapFilter.all());
    private final ObjectProperty<ColourBy> colourBy = new SimpleObjectProperty<>(this, "colourBy", ColourBy.REGION);
    private final ObjectProperty<Metrics> metrics = new SimpleObjectProperty<>(this, "metrics", Metrics.NONE);
    private final ObjectProperty<SizeBy> sizeBy = new SimpleObjectProperty<>(this, "sizeBy", SizeBy.LINES);
    private final ObjectProperty<MapTheme> theme = new SimpleObjectProperty<>(this, "theme", MapTheme.DARK);
    private final ObjectProperty<MapScene> scene = new SimpleObjectProperty<>(this, "scene", MapScene.GALAXY);
    private final ObjectProperty<SizeBy> heightBy = new SimpleObjectProperty<>(this, "heightBy", SizeBy.FAN_IN);
    private final ObjectProperty<@Nullable SymbolKey> pathTo = new SimpleObjectProperty<>(this, "pathTo");
    private final ObjectProperty<SymbolLayer> layer = new SimpleObjectProperty<>(this, "layer", SymbolLayer.NONE);
    private final ReadOnlyObjectWrapper<MapStatistics> statistics =
            new ReadOnlyObjectWrapper<>(this, "statistics", MapStatistics.NONE);
    private final ReadOnlyObjectWrapper<RendererStatus> renderer = new ReadOnlyObjectWrapper<>(
            this, "renderer", new RendererStatus(RendererChoice.AUTO, UserMessage.of("render3d.renderer.starting")));

    private CodeGraph graph = CodeGraph.empty();
    private Set<SymbolKey> highlighted = Set.of();
    private @Nullable MapModel model;
    private @Nullable MapInputs newest;
    private @Nullable SymbolKey flyTarget;
    private boolean pathAwaited;

    private CodeMap(RendererChoice choice) {
        pane = new MapPane(choice, new MapPane.Observer() {
            @Override
            public void presented(MapStatistics shown) {
                statistics.set(shown);
            }

            @Override
            public void renderer(RendererStatus status) {
                renderer.set(status);
            }
        });
        pane.getStyleClass().add("code-map");
        pane.onPresented(this::settleWaiting);
        pilot = new Pilot(pane, reducedMotion);
        List.of(selected, filter, metrics, colourBy, sizeBy, theme, pathTo, scene, heightBy, layer)
                .forEach(property -> property.addListener(change -> submit()));
        focusHops.addListener(change -> submit());
        labels.addListener((property, before, on) -> pane.label(on));
        selected.addListener(change -> pathTo.set(null));
        pointer = new MapPointer(this, pane, pilot, hovered);
        new MapGestures(pane, pointer);
        pane.steeredBy(pointer);
    }

    /** A map without a repository yet. The renderer comes up in the background; see {@link #rendererProperty}. */
    public static CodeMap create(RendererChoice choice) {
        return new CodeMap(choice);
    }

    /** The node to put into a window. */
    public Region node() {
        return pane;
    }

    /** Shows a graph: of another repository, or a later one of the same. */
    public void show(CodeGraph next) {
        graph = next;
        submit();
    }

    /** Shows the state after a change; what did not change does not move. */
    public void apply(GraphDelta delta) {
        show(delta.after());
    }

    /** Forgets the repository, so that the next graph is laid out anew. */
    public void reset() {
        worker.forget();
        pilot.reset();
        selected.set(null);
        highlighted = Set.of();
        layer.set(SymbolLayer.NONE);
        show(CodeGraph.empty());
    }

    private void submit() {
        MapInputs inputs = new MapInputs(
                layer.get().over(graph),
                metrics.get(),
                colourBy.get(),
                sizeBy.get(),
                filter.get(),
                theme.get(),
                selected.get(),
                focusHops.get(),
                highlighted,
                pathTo.get(),
                scene.get(),
                heightBy.get(),
                layer.get());
        newest = inputs;
        worker.submit(inputs);
    }

    private void take(MapModel next) {
        model = next;
        pane.show(next);
        pane.setAccessibleText(dev.orrery.base.Messages.current()
                .text(
                        "render3d.map.accessible",
                        next.scene().regionCount(),
                        next.scene().bodyCount(),
                        next.scene().calls()));
        pilot.show(next.layout(), next.inputs().scene() == MapScene.CITY ? next.city() : null);
        SymbolKey target = flyTarget;
        if (target != null) {
            flyTo(target);
        }
        if (pathAwaited
                && pathTo.get() != null
                && pathTo.get().equals(next.inputs().pathTo())) {
            pathAwaited = !pilot.flyAlong(next.focus());
        }
        settleWaiting();
    }

    /** Flies to a symbol; as soon as it is there, if it is not yet. */
    public void flyTo(SymbolKey key) {
        MapModel now = model;
        int body = now == null ? -1 : now.scene().body(key);
        if (body >= 0) {
            pilot.leave(selected.get(), focusHops.get());
        }
        flyTarget = pilot.flyTo(body) ? null : key;
    }

    /** Shows the whole. */
    public void home() {
        pilot.leave(selected.get(), focusHops.get());
        pilot.home();
    }

    /** Goes back by one step: out of a path, a focus, a selection, a layer, a place; false where there is nothing left. */
    public boolean stepBack() {
        if (pathTo.get() != null) {
            pathTo.set(null);
        } else if (focusHops.get() > 0) {
            focusHops.set(0);
        } else if (!highlighted.isEmpty()) {
            highlight(Set.of());
        } else if (selected.get() != null) {
            selected.set(null);
        } else if (!layer.get().isNone()) {
            layer.set(SymbolLayer.NONE);
        } else {
            Trail.Step step = pilot.back();
            if (step == null) {
                return false;
            }
            selected.set(step.selected());
            focusHops.set(step.hops());
            pilot.fly(step.camera());
        }
        return true;
    }

    /** Puts the camera somewhere, as a hand does. */
    public void steer(Camera camera) {
        pilot.steer(camera);
    }

    /** What the picture on the screen was drawn from, with the detail that there was time for. */
    public Optional<FrameRequest> drawn() {
        return Optional.ofNullable(pane.drawnRequest());
    }

    /** Turns the camera, as a drag does; radians. */
    public void orbit(double turn, double tilt) {
        pilot.steer(pilot.camera().orbit(turn, tilt));
    }

    /** Brings the camera nearer (factor below 1) to the middle of the picture. */
    public void zoom(double factor) {
        pilot.steer(pilot.camera().approach(factor));
    }

    /** Flies over the floor by shares of the distance to the target. */
    public void fly(double right, double ahead) {
        Camera now = pilot.camera();
        pilot.steer(now.fly(right * now.distance(), ahead * now.distance()));
    }

    /** Shows a shortest chain of calls from the selection to another symbol, and flies to where all of it is seen. */
    public void showPath(SymbolKey to) {
        pathAwaited = true;
        pathTo.set(to);
    }

    /** Lights symbols up, such as hits of a search; an empty collection ends it. */
    public void highlight(Collection<SymbolKey> symbols) {
        highlighted = Set.copyOf(symbols);
        submit();
    }

    public ObjectProperty<@Nullable SymbolKey> selectedProperty() {
        return selected;
    }

    public ReadOnlyObjectProperty<@Nullable SymbolKey> hoveredProperty() {
        return hovered.getReadOnlyProperty();
    }

    /** What happens on a double click. */
    public void setOnOpen(Consumer<SymbolKey> action) {
        pointer.onOpen(action);
    }

    /** How many calls around the selection stay visible; 0 shows all. */
    public IntegerProperty focusHopsProperty() {
        return focusHops;
    }

    public BooleanProperty labelsProperty() {
        return labels;
    }

    /** Whether the whole is shown small in a corner, where there is room. */
    public BooleanProperty minimapProperty() {
        return pane.minimapProperty();
    }

    /** How much at the top belongs to others, who lie over the map: no label goes there. */
    public DoubleProperty topInsetProperty() {
        return pane.topInsetProperty();
    }

    /** Whether the camera jumps instead of flying. */
    public BooleanProperty reducedMotionProperty() {
        return reducedMotion;
    }

    public ObjectProperty<MapFilter> filterProperty() {
        return filter;
    }

    /** What is known of the code beyond its graph, for colours and sizes. */
    public ObjectProperty<Metrics> metricsProperty() {
        return metrics;
    }

    public ObjectProperty<ColourBy> colourByProperty() {
        return colourBy;
    }

    public ObjectProperty<SizeBy> sizeByProperty() {
        return sizeBy;
    }

    /** Galaxy or city; a change leads from one to the other. */
    public ObjectProperty<MapScene> sceneProperty() {
        return scene;
    }

    /** What the height of a house tells; its area is {@link #sizeByProperty}. */
    public ObjectProperty<SizeBy> heightByProperty() {
        return heightBy;
    }

    /** What lies over the map; a step back takes it away. */
    public ObjectProperty<SymbolLayer> layerProperty() {
        return layer;
    }

    public ObjectProperty<MapTheme> themeProperty() {
        return theme;
    }

    public ReadOnlyObjectProperty<MapStatistics> statisticsProperty() {
        return statistics.getReadOnlyProperty();
    }

    /** Which renderer draws, and why; {@code AUTO} until one has come up. */
    public RendererStatus renderer() {
        return renderer.get();
    }

    public ReadOnlyObjectProperty<RendererStatus> rendererProperty() {
        return renderer.getReadOnlyProperty();
    }

    /** What is shown now, to be kept; null before the first picture. */
    public @Nullable MapPicture picture() {
        return pane.picture();
    }

    /** The regions of what is shown, with their names and hues; null before the first graph is laid out. */
    public @Nullable Regions regions() {
        MapModel now = model;
        return now == null ? null : now.scene().regions();
    }

    /** Completes, on the JavaFX thread, once everything asked for is laid out and shown in full detail at the present size. */
    public CompletableFuture<Void> settled() {
        CompletableFuture<Void> future = new CompletableFuture<>();
        waiting.add(future);
        settleWaiting();
        return future;
    }

    @SuppressWarnings("ReferenceEquality")
    private void settleWaiting() {
        boolean current = model != null && newest != null && model.inputs() == newest;
        if (!waiting.isEmpty() && current && !pilot.isFlying() && pane.isSettled()) {
            List<CompletableFuture<Void>> done = List.copyOf(waiting);
            waiting.clear();
            done.forEach(future -> future.complete(null));
        }
    }

    @Override
    public void close() {
        pilot.reset();
        worker.close();
        pane.close();
    }
}
