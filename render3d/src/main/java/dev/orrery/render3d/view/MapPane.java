package dev.orrery.render3d.view;

import dev.orrery.base.Messages;
import dev.orrery.render3d.city.City;
import dev.orrery.render3d.frame.Box;
import dev.orrery.render3d.frame.Camera;
import dev.orrery.render3d.frame.Detail;
import dev.orrery.render3d.frame.FacePicker;
import dev.orrery.render3d.frame.Faces;
import dev.orrery.render3d.frame.Frame;
import dev.orrery.render3d.frame.FrameRequest;
import dev.orrery.render3d.frame.Passage;
import dev.orrery.render3d.frame.Picker;
import dev.orrery.render3d.frame.Tally;
import dev.orrery.render3d.layout.Layout;
import dev.orrery.render3d.picture.MapPicture;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The picture with its labels, its legend and the mark under the pointer. Knows a model and a camera and sees to it that
 * what is on the screen follows them: quick pictures while things move, a complete one when they rest, none when nothing
 * changes.
 */
final class MapPane extends Region implements AutoCloseable, MapSurface.Listener {
    private static final Duration REST = Duration.millis(130);
    private static final long COUNT_NANOS = 400_000_000;

    /** Learns of pictures and renderers. */
    interface Observer {
        void presented(MapStatistics statistics);

        void renderer(RendererStatus status);
    }

    private final Observer observer;
    private final MapSurface surface;
    private final LabelLayer labels = new LabelLayer();
    private final HoverMark hover = new HoverMark();
    private final Legend legend = new Legend(Messages.current());
    private final MinimapPane minimap = new MinimapPane();
    private final FrameRate rate = new FrameRate();
    private final PauseTransition rest = new PauseTransition(REST);
    private @Nullable MapModel model;
    private @Nullable Camera camera;
    private @Nullable FrameRequest asked;
    private @Nullable FrameRequest shown;
    private @Nullable FrameRequest drawn;
    private @Nullable Frame frame;
    private @Nullable Picker picker;
    private @Nullable FacePicker facePicker;
    private double share;
    private MapSurface.Pace pace = MapSurface.Pace.BUDGETED;
    private final DoubleProperty topInset = new SimpleDoubleProperty(this, "topInset");
    private final BooleanProperty minimapWanted = new SimpleBooleanProperty(this, "minimap", true);
    private boolean labelled = true;
    private boolean scheduled;
    private boolean closed;
    private boolean moving;
    private long counted;
    private Runnable onPresented = () -> {};

    MapPane(RendererChoice choice, Observer observer) {
        this.observer = observer;
        this.surface = Surfaces.make(choice, this);
        getChildren().addAll(surface.node(), labels, hover, legend, minimap);
        legend.relocate(16, 44);
        setClip(new Rectangle());
        setFocusTraversable(true);
        setMinSize(0, 0);
        minimapWanted.addListener(change -> {
            requestLayout();
            redecorate();
        });
        rest.setOnFinished(done -> {
            moving = false;
            schedule();
        });
    }

    @Override
    protected void layoutChildren() {
        if (getClip() instanceof Rectangle clip) {
            clip.setWidth(getWidth());
            clip.setHeight(getHeight());
        }
        labels.resizeRelocate(0, 0, getWidth(), getHeight());
        minimap.stand(getWidth(), getHeight(), minimapWanted.get());
        schedule();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 640;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 400;
    }

    void show(MapModel next) {
        model = next;
        legend.show(next.inputs(), next.appearance().key());
        minimap.show(next);
        schedule();
    }

    void look(Camera from) {
        camera = from;
        minimap.look(from);
        if (isLive()) {
            moving = true;
            rest.playFromStart();
        }
        schedule();
    }

    /** Lets the minimap move a camera. */
    void steeredBy(MapGestures.Target target) {
        minimap.connect(target, () -> onPresented.run());
    }

    /** Stands between galaxy (0) and city (1). */
    void pass(double to) {
        share = to;
        if (isLive()) {
            moving = true;
            rest.playFromStart();
        }
        schedule();
    }

    /** Labels on or off. */
    void label(boolean on) {
        labelled = on;
        redecorate();
    }

    void onPresented(Runnable action) {
        onPresented = action;
    }

    /** Whether a window shows the map, so that there is time for motion. */
    boolean isLive() {
        return getScene() != null
                && getScene().getWindow() != null
                && getScene().getWindow().isShowing();
    }

    double scale() {
        return isLive() ? Math.max(1, getScene().getWindow().getOutputScaleX()) : 1;
    }

    int pixelsWide() {
        return (int) Math.round(getWidth() * scale());
    }

    int pixelsHigh() {
        return (int) Math.round(getHeight() * scale());
    }

    /** Whether the screen shows the present model from the present camera in full detail. */
    boolean isSettled() {
        FrameRequest now = shown;
        return now != null && model != null && !scheduled && !moving && now.equals(wish()) && minimap.refresh(scale());
    }

    private void schedule() {
        if (!scheduled) {
            scheduled = true;
            Platform.runLater(this::flush);
        }
    }

    private void flush() {
        scheduled = false;
        if (closed) {
            return;
        }
        minimap.refresh(scale());
        FrameRequest wish = wish();
        if (wish != null && !wish.equals(asked)) {
            asked = wish;
            surface.show(wish);
        } else if (wish != null && wish.equals(shown)) {
            onPresented.run();
        }
    }

    private Detail detail() {
        return switch (pace) {
            case BUDGETED -> moving ? Detail.moving() : Detail.settled();
            case EVERYTHING -> Detail.full();
        };
    }

    private @Nullable FrameRequest wish() {
        MapModel now = model;
        Camera from = camera;
        int wide = pixelsWide();
        int high = pixelsHigh();
        if (now == null || from == null || wide < 8 || high < 8) {
            return null;
        }
        City city = now.city();
        Passage passage = city == null || share == 0 ? Passage.GALAXY : new Passage(city, share);
        Layout layout = city == null || share == 0
                ? now.layout()
                : share == 1 ? city.layout() : now.layout().towards(city.layout(), share * share * (3 - 2 * share));
        Detail detail = detail();
        return new FrameRequest(layout, now.appearance(), from, now.focus(), wide, high, scale(), detail, passage);
    }

    @Override
    public void presented(FrameRequest request, FrameRequest fitted, Frame picture, double millis) {
        shown = request;
        drawn = fitted;
        frame = picture;
        picker = null;
        facePicker = null;
        rate.count(moving);
        count(picture.tally());
        redecorate();
        observer.presented(new MapStatistics(rate.perSecond(), millis, picture.tally(), labels.shown()));
        onPresented.run();
    }

    /** Numbers that change with every picture could not be read. */
    private void count(Tally tally) {
        long now = System.nanoTime();
        if (!moving || now - counted > COUNT_NANOS) {
            counted = now;
            legend.count(tally);
        }
    }

    private void redecorate() {
        FrameRequest request = shown;
        Frame picture = frame;
        if (request == null || picture == null) {
            return;
        }
        if (labelled) {
            labels.show(request, picture, taken());
        } else {
            labels.hideAll();
        }
        hover.clear();
    }

    @Override
    public void renderer(RendererStatus status, MapSurface.Pace possible) {
        pace = possible;
        observer.renderer(status);
    }

    private List<Box> taken() {
        return List.of(legend.box(), minimap.box(), new Box(0, 0, getWidth(), topInset.get()));
    }

    BooleanProperty minimapProperty() {
        return minimapWanted;
    }

    DoubleProperty topInsetProperty() {
        return topInset;
    }

    /** The body at a place in units of the user interface, or -1; in a city a house is the body that stands for it. */
    int pick(double x, double y) {
        FrameRequest request = shown;
        City city = request == null ? null : request.passage().city();
        int owner = owner(x, y);
        int file = Faces.fileOf(owner);
        return file < 0 || city == null ? owner : city.mainBody(file);
    }

    private int owner(double x, double y) {
        Frame picture = frame;
        FrameRequest request = shown;
        if (picture == null || request == null) {
            return Faces.NOBODY;
        }
        if (request.passage().city() != null) {
            FacePicker finder = facePicker == null ? new FacePicker(picture) : facePicker;
            facePicker = finder;
            return finder.pick(x * request.scale(), y * request.scale());
        }
        Picker finder = picker;
        if (finder == null) {
            finder = new Picker(picture);
            picker = finder;
        }
        return finder.pick(x * request.scale(), y * request.scale(), 4 * request.scale());
    }

    /** Marks what is under the pointer. */
    void mark(double x, double y) {
        FrameRequest request = shown;
        int owner = owner(x, y);
        if (request == null || owner == Faces.NOBODY) {
            hover.clear();
        } else {
            hover.show(request, owner);
        }
    }

    void unmark() {
        hover.clear();
    }

    /** The model of the picture on the screen, which picked bodies belong to. */
    @Nullable
    FrameRequest shownRequest() {
        return shown;
    }

    /** What the picture on the screen was drawn from, with the detail that there was time for. */
    @Nullable
    FrameRequest drawnRequest() {
        return drawn;
    }

    /** The picture on the screen and its labels; null before the first. */
    @Nullable
    MapPicture picture() {
        FrameRequest request = shown;
        return request == null ? null : new MapPicture(request, labels.standing());
    }

    MinimapPane minimap() {
        return minimap;
    }

    LabelLayer labels() {
        return labels;
    }

    @Override
    public void close() {
        closed = true;
        rest.stop();
        minimap.close();
        surface.close();
    }
}
