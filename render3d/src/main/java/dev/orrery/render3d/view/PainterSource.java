package dev.orrery.render3d.view;

import dev.orrery.api.OrreryException;
import dev.orrery.render3d.frame.FramePainter;

/** Makes painters, the best first; on the thread that will use them. Always has one more, since the last cannot fail. */
interface PainterSource {
    FramePainter open();

    /** The painter to use after one has failed. */
    FramePainter next(OrreryException failed);
}
