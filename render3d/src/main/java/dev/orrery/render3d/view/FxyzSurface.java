package dev.orrery.render3d.view;

import dev.orrery.api.UserMessage;
import dev.orrery.render3d.frame.Detail;
import dev.orrery.render3d.frame.Frame;
import dev.orrery.render3d.frame.FrameBuilder;
import dev.orrery.render3d.frame.FrameRequest;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.PerspectiveCamera;
import javafx.scene.SceneAntialiasing;
import javafx.scene.SubScene;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * Shows bodies with JavaFX 3D, and everything flat on canvases behind and before them. The meshes change only with the
 * model; a move of the camera costs a transform and the lines.
 */
final class FxyzSurface implements MapSurface {
    private static final Detail DETAIL = new Detail(2_000_000, 1_500, 160, Detail.Finish.RESTING);

    private final Listener listener;
    private final Pane pane = new Pane();
    private final Canvas behind = new Canvas();
    private final Canvas before = new Canvas();
    private final Group world = new Group();
    private final SubScene space = new SubScene(world, 16, 16, true, SceneAntialiasing.BALANCED);
    private final PerspectiveCamera eye = new PerspectiveCamera(true);
    private final FrameBuilder builder = new FrameBuilder();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("orrery-map-frames").factory());
    private final AtomicReference<@Nullable FrameRequest> wanted = new AtomicReference<>();
    private @Nullable FrameRequest meshed;
    private @Nullable Group bodies;
    private boolean closed;

    FxyzSurface(UserMessage why, Listener listener) {
        this.listener = listener;
        pane.setManaged(false);
        pane.setMouseTransparent(true);
        space.setFill(Color.TRANSPARENT);
        space.setCamera(eye);
        pane.getChildren().addAll(behind, space, before);
        RendererStatus status = new RendererStatus(RendererChoice.FXYZ, why);
        Platform.runLater(() -> listener.renderer(status, Pace.BUDGETED));
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void show(FrameRequest request) {
        if (wanted.getAndSet(request) == null) {
            thread.execute(this::build);
        }
    }

    private void build() {
        FrameRequest request = wanted.getAndSet(null);
        if (request == null) {
            return;
        }
        long began = System.nanoTime();
        Frame frame = new Frame();
        builder.build(request.withDetail(DETAIL), frame);
        Group fresh =
                isMeshed(request) ? null : request.passage().city() == null ? FxyzWorld.bodies(request) : new Group();
        meshed = request;
        Platform.runLater(() -> present(request, frame, fresh, began));
    }

    @SuppressWarnings("ReferenceEquality")
    private boolean isMeshed(FrameRequest request) {
        FrameRequest last = meshed;
        return last != null
                && last.passage().equals(request.passage())
                && last.layout() == request.layout()
                && last.appearance() == request.appearance()
                && last.focus() == request.focus();
    }

    private void present(FrameRequest request, Frame frame, @Nullable Group fresh, long began) {
        if (closed) {
            return;
        }
        if (fresh != null) {
            bodies = fresh;
        }
        double width = request.width() / request.scale();
        double height = request.height() / request.scale();
        pane.resize(width, height);
        space.setWidth(width);
        space.setHeight(height);
        for (Canvas canvas : new Canvas[] {behind, before}) {
            canvas.setWidth(width);
            canvas.setHeight(height);
        }
        FxyzWorld.aim(eye, request);
        world.getChildren().setAll(FxyzWorld.lights(eye));
        if (bodies != null) {
            world.getChildren().add(bodies);
        }
        CanvasPainter.behind(behind.getGraphicsContext2D(), frame);
        CanvasPainter.before(before.getGraphicsContext2D(), frame);
        listener.presented(request, request, frame, (System.nanoTime() - began) / 1e6);
    }

    @Override
    public void close() {
        closed = true;
        thread.shutdownNow();
    }
}
