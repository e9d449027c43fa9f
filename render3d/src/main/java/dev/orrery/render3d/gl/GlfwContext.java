package dev.orrery.render3d.gl;

import org.lwjgl.glfw.GLFW;
import org.lwjgl.opengl.GL;

/** A context that belongs to a hidden window of GLFW; off Linux, or where EGL knows no platforms. */
final class GlfwContext extends GlContext {
    private final long window;

    private GlfwContext(long window) {
        this.window = window;
    }

    /** A context on GLFW's null platform, which needs no display. */
    static GlContext offScreen() throws GlException {
        GLFW.glfwInitHint(GLFW.GLFW_PLATFORM, GLFW.GLFW_PLATFORM_NULL);
        return open(GLFW.GLFW_EGL_CONTEXT_API);
    }

    /** A context of a window that is never shown. */
    static GlContext hiddenWindow() throws GlException {
        return open(GLFW.GLFW_NATIVE_CONTEXT_API);
    }

    private static GlContext open(int api) throws GlException {
        if (!GLFW.glfwInit()) {
            throw new GlException("GLFW does not start");
        }
        GLFW.glfwDefaultWindowHints();
        GLFW.glfwWindowHint(GLFW.GLFW_VISIBLE, GLFW.GLFW_FALSE);
        GLFW.glfwWindowHint(GLFW.GLFW_CONTEXT_CREATION_API, api);
        GLFW.glfwWindowHint(GLFW.GLFW_CONTEXT_VERSION_MAJOR, 3);
        GLFW.glfwWindowHint(GLFW.GLFW_CONTEXT_VERSION_MINOR, 3);
        GLFW.glfwWindowHint(GLFW.GLFW_OPENGL_PROFILE, GLFW.GLFW_OPENGL_CORE_PROFILE);
        GLFW.glfwWindowHint(GLFW.GLFW_OPENGL_FORWARD_COMPAT, GLFW.GLFW_TRUE);
        long window = GLFW.glfwCreateWindow(16, 16, "Orrery", 0, 0);
        if (window == 0) {
            throw new GlException("GLFW opens no window with OpenGL 3.3");
        }
        GLFW.glfwMakeContextCurrent(window);
        GLFW.glfwSwapInterval(0);
        GlfwContext context = new GlfwContext(window);
        try {
            check();
        } catch (GlException | IllegalStateException unusable) {
            context.close();
            throw unusable;
        }
        return context;
    }

    @Override
    public void close() {
        GL.setCapabilities(null);
        GLFW.glfwMakeContextCurrent(0);
        GLFW.glfwDestroyWindow(window);
    }
}
