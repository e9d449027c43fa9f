package dev.orrery.render3d.view;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.render3d.frame.FlatPainter;
import dev.orrery.render3d.frame.FramePainter;
import dev.orrery.render3d.frame.FrameRequest;
import dev.orrery.render3d.gl.GlPainter;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import org.jspecify.annotations.Nullable;

/** Shows pictures that a painter makes on a thread of its own, through images that share the painter's memory. */
final class PixelSurface implements MapSurface {
    private final Listener listener;
    private final ImageView view = new ImageView();
    private final FrameLoop loop;
    private @Nullable Slot shown;
    private boolean closed;

    private PixelSurface(PainterSource painters, Listener listener) {
        this.listener = listener;
        view.setSmooth(false);
        view.setManaged(false);
        view.setMouseTransparent(true);
        this.loop = new FrameLoop(painters, slot -> Platform.runLater(() -> present(slot)));
    }

    /** A surface painted by OpenGL; {@code failed} learns, on the JavaFX thread, why it is not, or no longer. */
    static PixelSurface gl(Listener listener, Consumer<UserMessage> failed) {
        PainterSource painters = new PainterSource() {
            @Override
            public FramePainter open() throws OrreryException {
                GlPainter painter = GlPainter.open();
                UserMessage why = UserMessage.of("render3d.renderer.gl", painter.device());
                tell(new RendererStatus(RendererChoice.GL, why), painter, listener);
                return painter;
            }

            @Override
            public void failed(OrreryException reason) {
                Platform.runLater(() -> failed.accept(reason.userMessage()));
            }
        };
        return new PixelSurface(painters, listener);
    }

    /** A surface painted by the processor, which always works. */
    static PixelSurface flat(UserMessage why, Listener listener) {
        PainterSource painters = new PainterSource() {
            @Override
            public FramePainter open() {
                FlatPainter painter = new FlatPainter();
                tell(new RendererStatus(RendererChoice.FLAT, why), painter, listener);
                return painter;
            }

            @Override
            public void failed(OrreryException reason) {
                throw new IllegalStateException(reason);
            }
        };
        return new PixelSurface(painters, listener);
    }

    private static void tell(RendererStatus status, FramePainter painter, Listener listener) {
        Pace pace =
                switch (painter.speed()) {
                    case PROCESSOR -> Pace.BUDGETED;
                    case GRAPHICS_CARD -> Pace.EVERYTHING;
                };
        Platform.runLater(() -> listener.renderer(status, pace));
    }

    private void present(Slot slot) {
        if (closed) {
            return;
        }
        Slot before = shown;
        shown = slot;
        FrameRequest request = slot.request();
        view.setImage(slot.image());
        view.setFitWidth(request.width() / request.scale());
        view.setFitHeight(request.height() / request.scale());
        listener.presented(request, slot.drawn(), slot.frame(), slot.millis());
        if (before != null) {
            loop.release(before);
        }
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public void show(FrameRequest request) {
        loop.show(request);
    }

    @Override
    public void close() {
        closed = true;
        loop.close();
    }
}
