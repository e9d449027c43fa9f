package dev.orrery.render3d.view;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Messages;
import dev.orrery.render3d.frame.FlatPainter;
import dev.orrery.render3d.frame.FramePainter;
import dev.orrery.render3d.frame.FrameRequest;
import dev.orrery.render3d.gl.GlPainter;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import org.jspecify.annotations.Nullable;

/** Shows pictures that a painter makes on a thread of its own, through images that share the painter's memory. */
final class PixelSurface implements MapSurface, PainterSource {
    private final RendererChoice choice;
    private final Listener listener;
    private final ImageView view = new ImageView();
    private final FrameLoop loop;
    private @Nullable Slot shown;
    private boolean closed;

    PixelSurface(RendererChoice choice, Listener listener) {
        this.choice = choice;
        this.listener = listener;
        view.setSmooth(false);
        view.setManaged(false);
        this.loop = new FrameLoop(this, this::hand);
    }

    @Override
    public FramePainter open() {
        if (choice == RendererChoice.FLAT) {
            return flat(UserMessage.of("render3d.renderer.flat"));
        }
        try {
            GlPainter painter = GlPainter.open();
            tell(RendererChoice.GL, UserMessage.of("render3d.renderer.gl", painter.device()), painter);
            return painter;
        } catch (OrreryException missing) {
            return next(missing);
        }
    }

    @Override
    public FramePainter next(OrreryException failed) {
        return flat(UserMessage.of(
                "render3d.renderer.flat.instead", Messages.current().text(failed.userMessage())));
    }

    private FramePainter flat(UserMessage why) {
        FlatPainter painter = new FlatPainter();
        tell(RendererChoice.FLAT, why, painter);
        return painter;
    }

    private void tell(RendererChoice used, UserMessage why, FramePainter painter) {
        Pace pace =
                switch (painter.speed()) {
                    case PROCESSOR -> Pace.BUDGETED;
                    case GRAPHICS_CARD -> Pace.EVERYTHING;
                };
        Platform.runLater(() -> listener.renderer(new RendererStatus(used, why), pace));
    }

    private void hand(Slot slot) {
        Platform.runLater(() -> present(slot));
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
        listener.presented(request, slot.frame(), slot.millis());
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
