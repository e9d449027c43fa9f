package dev.orrery.render3d.gl;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Platform;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lwjgl.opengl.GL;
import org.lwjgl.opengl.GL33C;
import org.lwjgl.opengl.GLCapabilities;
import org.lwjgl.system.Configuration;

/** An OpenGL context without a window, current on the thread that opened it. */
abstract class GlContext implements AutoCloseable {
    /** Opens the best context there is: a graphics card before the processor. */
    static GlContext open() throws OrreryException {
        // What LWJGL says about missing libraries is gathered as reasons, not printed between the user's lines.
        Configuration.DEBUG_STREAM.set(new PrintStream(OutputStream.nullOutputStream()));
        List<String> reasons = new ArrayList<>();
        List<Opener> openers = Platform.current() == Platform.LINUX
                ? List.of(EglContext::graphicsCard, EglContext::surfaceless, GlfwContext::offScreen)
                : List.of(GlfwContext::hiddenWindow);
        for (Opener opener : openers) {
            try {
                return opener.open();
            } catch (NoClassDefFoundError again) {
                // Where a class failed for the opener before, its reason is listed already.
                if (reasons.isEmpty()) {
                    reasons.add(String.valueOf(again.getMessage()));
                }
            } catch (GlException | LinkageError | IllegalStateException | NullPointerException failure) {
                reasons.add(String.valueOf(failure.getMessage()));
            }
        }
        throw new OrreryException(UserMessage.of("render3d.gl.unavailable", String.join("; ", reasons)));
    }

    /** Makes the capabilities of a context that is current; GL 3.3 is the least. */
    static void check() throws GlException {
        GLCapabilities capabilities = GL.createCapabilities();
        if (!capabilities.OpenGL33) {
            throw new GlException("OpenGL 3.3 is missing, there is " + GL33C.glGetString(GL33C.GL_VERSION));
        }
    }

    /** The device, as the driver names it. */
    final String device() {
        return String.valueOf(GL33C.glGetString(GL33C.GL_RENDERER));
    }

    static boolean isProcessor(String device) {
        String name = device.toLowerCase(Locale.ROOT);
        return name.contains("llvmpipe")
                || name.contains("softpipe")
                || name.contains("swrast")
                || name.contains("swiftshader")
                || name.contains("gdi generic")
                || name.contains("software");
    }

    @Override
    public abstract void close();

    /** One way to a context. */
    private interface Opener {
        GlContext open() throws GlException;
    }
}
