package dev.orrery.render3d.view;

import dev.orrery.render3d.frame.Frame;
import dev.orrery.render3d.frame.FrameRequest;
import javafx.scene.Node;

/** Where pictures appear: a node, and whatever fills it. All methods on the JavaFX thread. */
interface MapSurface extends AutoCloseable {
    /** Takes pictures as they appear, on the JavaFX thread. */
    interface Listener {
        /**
         * A picture is on the screen.
         *
         * @param drawn the request with the detail that there was time for
         * @param frame stays unchanged until the next call
         */
        void presented(FrameRequest request, FrameRequest drawn, Frame frame, double millis);

        /** Which renderer draws from now on. */
        void renderer(RendererStatus status, Pace pace);
    }

    /** How much a renderer can draw while things move. */
    enum Pace {
        BUDGETED,
        EVERYTHING
    }

    Node node();

    /** Asks for a picture; one that was asked for and not begun is forgotten. */
    void show(FrameRequest request);

    @Override
    void close();
}
