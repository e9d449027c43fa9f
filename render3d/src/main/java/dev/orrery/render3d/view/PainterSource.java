package dev.orrery.render3d.view;

import dev.orrery.api.OrreryException;
import dev.orrery.render3d.frame.FramePainter;

/** Makes the painter of a loop, on the thread that will use it. */
interface PainterSource {
    FramePainter open() throws OrreryException;

    /** The painter does not come up, or failed for good; the loop ends after this. */
    void failed(OrreryException reason);
}
