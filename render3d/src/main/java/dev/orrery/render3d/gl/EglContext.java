package dev.orrery.render3d.gl;

import java.nio.IntBuffer;
import org.lwjgl.PointerBuffer;
import org.lwjgl.egl.EGL;
import org.lwjgl.egl.EGL10;
import org.lwjgl.egl.EGL12;
import org.lwjgl.egl.EGL14;
import org.lwjgl.egl.EGL15;
import org.lwjgl.egl.EGLCapabilities;
import org.lwjgl.egl.EXTDeviceEnumeration;
import org.lwjgl.opengl.GL;
import org.lwjgl.opengl.GL33C;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryStack;

/**
 * A context made by EGL, without any display: on Mesa's surfaceless platform, or on one of the devices that the driver
 * lists. The surfaceless platform wants a null display, which LWJGL's own wrapper rejects, so that one function is called
 * by its address.
 */
final class EglContext extends GlContext {
    private static final int PLATFORM_SURFACELESS = 0x31DD;
    private static final int PLATFORM_DEVICE = 0x313F;

    private final long display;
    private final long context;

    private EglContext(long display, long context) {
        this.display = display;
        this.context = context;
    }

    /** A context of Mesa's own choice, often the processor. */
    static GlContext surfaceless() throws GlException {
        return open(platformDisplay(PLATFORM_SURFACELESS, 0));
    }

    /** A context of the first graphics card. */
    static GlContext graphicsCard() throws GlException {
        if (EGL.getCapabilities().eglQueryDevicesEXT == 0) {
            throw new GlException("EGL lists no devices");
        }
        try (MemoryStack stack = MemoryStack.stackPush()) {
            IntBuffer count = stack.mallocInt(1);
            PointerBuffer devices = stack.mallocPointer(16);
            if (!EXTDeviceEnumeration.eglQueryDevicesEXT(devices, count)) {
                throw new GlException("EGL lists no devices");
            }
            for (int i = 0; i < count.get(0); i++) {
                GlContext context = tryDevice(devices.get(i));
                if (context != null && !isProcessor(context.device())) {
                    return context;
                }
                if (context != null) {
                    context.close();
                }
            }
        }
        throw new GlException("no graphics card");
    }

    private static @org.jspecify.annotations.Nullable GlContext tryDevice(long device) {
        try {
            return open(platformDisplay(PLATFORM_DEVICE, device));
        } catch (GlException unusable) {
            System.getLogger(EglContext.class.getName())
                    .log(System.Logger.Level.DEBUG, "EGL device unusable: {0}", unusable.getMessage());
            return null;
        }
    }

    private static long platformDisplay(int platform, long nativeDisplay) throws GlException {
        EGLCapabilities egl = EGL.getCapabilities();
        long function = egl.eglGetPlatformDisplay != 0 ? egl.eglGetPlatformDisplay : egl.eglGetPlatformDisplayEXT;
        if (function == 0) {
            throw new GlException("EGL knows no platforms");
        }
        return JNI.callPPP(platform, nativeDisplay, 0L, function);
    }

    private static GlContext open(long display) throws GlException {
        if (display == 0) {
            throw new GlException("EGL has no such platform");
        }
        try (MemoryStack stack = MemoryStack.stackPush()) {
            IntBuffer major = stack.mallocInt(1);
            IntBuffer minor = stack.mallocInt(1);
            if (!EGL10.eglInitialize(display, major, minor)) {
                throw new GlException("eglInitialize: " + error());
            }
            EGL.createDisplayCapabilities(display, major.get(0), minor.get(0));
            EGL12.eglBindAPI(EGL14.EGL_OPENGL_API);
            long context = create(display, stack);
            if (!EGL10.eglMakeCurrent(display, EGL10.EGL_NO_SURFACE, EGL10.EGL_NO_SURFACE, context)) {
                EGL10.eglDestroyContext(display, context);
                throw new GlException("eglMakeCurrent: " + error());
            }
            EglContext made = new EglContext(display, context);
            try {
                check();
            } catch (GlException | IllegalStateException unusable) {
                made.close();
                throw unusable;
            }
            return made;
        }
    }

    private static long create(long display, MemoryStack stack) throws GlException {
        PointerBuffer configs = stack.mallocPointer(1);
        IntBuffer found = stack.mallocInt(1);
        int[] wanted = {EGL12.EGL_RENDERABLE_TYPE, EGL14.EGL_OPENGL_BIT, EGL10.EGL_SURFACE_TYPE, 0, EGL10.EGL_NONE};
        EGL10.eglChooseConfig(display, stack.ints(wanted), configs, found);
        int[] version = {
            EGL15.EGL_CONTEXT_MAJOR_VERSION,
            3,
            EGL15.EGL_CONTEXT_MINOR_VERSION,
            3,
            EGL15.EGL_CONTEXT_OPENGL_PROFILE_MASK,
            EGL15.EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
            EGL10.EGL_NONE
        };
        long config = found.get(0) > 0 ? configs.get(0) : 0;
        long context = EGL10.eglCreateContext(display, config, EGL10.EGL_NO_CONTEXT, version);
        if (context == EGL10.EGL_NO_CONTEXT) {
            throw new GlException("eglCreateContext: " + error());
        }
        return context;
    }

    private static String error() {
        return "0x" + Integer.toHexString(EGL10.eglGetError());
    }

    @Override
    public void close() {
        GL33C.glFinish();
        GL.setCapabilities(null);
        EGL10.eglMakeCurrent(display, EGL10.EGL_NO_SURFACE, EGL10.EGL_NO_SURFACE, EGL10.EGL_NO_CONTEXT);
        EGL10.eglDestroyContext(display, context);
    }
}
