package dev.orrery.app.open;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.app.cli.RendererProbe.Finding;
import dev.orrery.render3d.gl.GlPainter;

/** Tells doctor what would draw the map, by opening an OpenGL context and asking it. */
public final class GlProbe {
    private GlProbe() {}

    /** Opens and closes a context on the calling thread; where none comes up, the flat renderer always works. */
    public static Finding find() {
        try (GlPainter painter = GlPainter.open()) {
            return new Finding("gl", UserMessage.of("app.cli.doctor.renderer.gl", painter.device()));
        } catch (OrreryException absent) {
            return new Finding("2d", absent.userMessage());
        }
    }
}
