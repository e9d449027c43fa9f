package dev.orrery.render3d.view;

import dev.orrery.base.Messages;
import dev.orrery.render3d.city.City;
import dev.orrery.render3d.frame.Box;
import dev.orrery.render3d.frame.Camera;
import dev.orrery.render3d.frame.Detail;
import dev.orrery.render3d.frame.Focus;
import dev.orrery.render3d.frame.FrameRequest;
import dev.orrery.render3d.frame.Minimap;
import dev.orrery.render3d.frame.Passage;
import dev.orrery.render3d.layout.Layout;
import dev.orrery.render3d.scene.MapScene;
import dev.orrery.render3d.scene.MapTheme;
import dev.orrery.render3d.scene.Palette;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * The whole scene in a corner of the map, with a frame around what the map shows. The picture is painted once for each
 * scene; the frame follows the camera at once, and the camera follows the frame. JavaFX thread only.
 */
final class MinimapPane extends Region implements AutoCloseable {
    private static final double LEAST_WIDTH = 600;
    private static final double LEAST_HEIGHT = 340;
    private static final double MARGIN = 12;
    /** Bodies are larger against the picture than those of the map, or nothing would be seen of them. */
    private static final double COARSE = 1.7;

    private static final Detail DETAIL = new Detail(9_000, 0, 40, Detail.Finish.RESTING);

    private final FramedPicture view = new FramedPicture();
    private final MinimapMarks marks = new MinimapMarks();
    private final MinimapPainter painter = new MinimapPainter(this::take);
    private Runnable onPainted = () -> {};
    private @Nullable MapModel model;
    private @Nullable Camera camera;
    private @Nullable FrameRequest asked;
    private @Nullable FrameRequest shown;
    private @Nullable Minimap next;
    private @Nullable Minimap places;
    private int mapWidth = 1;
    private int mapHeight = 1;

    MinimapPane() {
        setManaged(false);
        setVisible(false);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(Messages.current().text("render3d.minimap.accessible"));
        setAccessibleHelp(Messages.current().text("render3d.minimap.help"));
        focusedProperty().addListener(change -> decorate());
        getChildren().addAll(view, marks);
    }

    /** Hands the camera over; {@code painted} is told whenever a picture has come. */
    void connect(MapGestures.Target target, Runnable painted) {
        onPainted = painted;
        new MinimapGestures(this, target);
    }

    /** Stands in the corner of a map of a size, where there is room and the user wants it. */
    void stand(double width, double height, boolean wanted) {
        mapWidth = Math.max(1, (int) width);
        mapHeight = Math.max(1, (int) height);
        setVisible(wanted && width >= LEAST_WIDTH && height >= LEAST_HEIGHT);
        int wide = width < 1000 ? 176 : width < 1800 ? 224 : 280;
        int high = wide * 5 / 8;
        resizeRelocate(width - wide - MARGIN, height - high - MARGIN, wide, high);
        marks.resize(wide, high);
    }

    void show(MapModel shownNow) {
        model = shownNow;
        decorate();
    }

    /** The camera of the map. */
    void look(Camera from) {
        camera = from;
        outline();
    }

    /** Asks for a picture where there is none of the present scene; whether there is one. */
    boolean refresh(double scale) {
        FrameRequest wish = isVisible() ? wish(scale) : null;
        if (wish == null) {
            // What is not shown keeps no scene in memory.
            asked = null;
            shown = null;
        } else if (!wish.equals(asked)) {
            asked = wish;
            painter.show(wish);
        }
        return wish == null || wish.equals(shown);
    }

    private @Nullable FrameRequest wish(double scale) {
        MapModel now = model;
        if (now == null || now.layout().isEmpty()) {
            return null;
        }
        City city = now.inputs().scene() == MapScene.CITY ? now.city() : null;
        Layout layout = city == null ? now.layout() : city.layout();
        int width = (int) Math.round(getWidth() * scale);
        int height = (int) Math.round(getHeight() * scale);
        FrameRequest last = asked;
        Minimap fitting = next;
        if (fitting == null || last == null || last.layout() != layout || last.width() != width) {
            fitting = Minimap.of(now.layout(), city, (int) getWidth(), (int) getHeight());
            next = fitting;
        }
        Passage passage = city == null ? Passage.GALAXY : Passage.in(city);
        return new FrameRequest(
                layout,
                now.appearance(),
                fitting.camera(),
                Focus.none(),
                width,
                height,
                scale * COARSE,
                DETAIL,
                passage);
    }

    private void take(MinimapPainter.Picture picture) {
        FrameRequest request = picture.request();
        if (!request.equals(asked)) {
            return;
        }
        shown = request;
        places = next;
        view.picture(picture.argb(), request.width(), request.height(), request.width() / getWidth());
        decorate();
        outline();
        onPainted.run();
    }

    @SuppressWarnings("ReferenceEquality")
    private void decorate() {
        MapModel now = model;
        Minimap where = places;
        FrameRequest request = shown;
        if (now == null || where == null || request == null) {
            return;
        }
        MapTheme theme = now.inputs().theme();
        Color ground = MinimapMarks.colour(Palette.of(theme).background());
        setBackground(Background.fill(ground));
        view.dress(
                MinimapMarks.colour(Palette.of(theme).selection()),
                MinimapMarks.around(theme),
                isFocused() ? MinimapMarks.accent(theme) : MinimapMarks.edge(theme),
                ground,
                now.focus().isActive() ? 0.42 : 1);
        // The picture of an earlier scene has no places for the bodies of this one; its own picture comes soon.
        if (request.scene() == now.scene()) {
            marks.show(now.focus(), request.layout(), where, now.appearance());
        }
    }

    private void outline() {
        Minimap where = places;
        Camera from = camera;
        if (where != null && from != null) {
            view.outline(marks.outline(where.outline(from, mapWidth, mapHeight)));
        }
    }

    /** The places of the picture that is shown; null before the first. */
    @Nullable
    Minimap places() {
        return places;
    }

    /** The camera that the frame shows; null before the first. */
    @Nullable
    Camera camera() {
        return camera;
    }

    MinimapMarks marks() {
        return marks;
    }

    /** The room it takes in the map; no room where it is hidden. */
    Box box() {
        return isVisible() ? new Box(getLayoutX(), getLayoutY(), getWidth(), getHeight()) : new Box(0, 0, 0, 0);
    }

    @Override
    public void close() {
        painter.close();
    }
}
