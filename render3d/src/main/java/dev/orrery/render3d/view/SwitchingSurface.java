package dev.orrery.render3d.view;

import dev.orrery.api.UserMessage;
import dev.orrery.render3d.frame.FrameRequest;
import javafx.scene.Group;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** OpenGL for as long as it works; then, and from then on, what takes over. */
final class SwitchingSurface implements MapSurface {
    private final Listener listener;
    private final Group holder = new Group();
    private MapSurface current;
    private @Nullable FrameRequest last;
    private boolean closed;

    SwitchingSurface(Listener listener) {
        this.listener = listener;
        holder.setManaged(false);
        holder.setMouseTransparent(true);
        this.current = PixelSurface.gl(listener, this::takeOver);
        holder.getChildren().setAll(current.node());
    }

    private void takeOver(UserMessage reason) {
        if (closed) {
            return;
        }
        current.close();
        current = Surfaces.instead(reason, listener);
        holder.getChildren().setAll(current.node());
        if (last != null) {
            current.show(last);
        }
    }

    @Override
    public Node node() {
        return holder;
    }

    @Override
    public void show(FrameRequest request) {
        last = request;
        current.show(request);
    }

    @Override
    public void close() {
        closed = true;
        current.close();
    }
}
