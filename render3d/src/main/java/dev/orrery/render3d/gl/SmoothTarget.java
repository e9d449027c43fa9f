package dev.orrery.render3d.gl;

import org.lwjgl.opengl.GL33C;

/** A picture with several samples for each pixel, whose edges become smooth when it is resolved into another one. */
final class SmoothTarget implements AutoCloseable {
    private static final int SAMPLES = 4;

    private final int frameBuffer = GL33C.glGenFramebuffers();
    private final int colours = GL33C.glGenRenderbuffers();
    private final int width;
    private final int height;

    SmoothTarget(int width, int height) throws GlException {
        this.width = width;
        this.height = height;
        int samples = Math.min(SAMPLES, GL33C.glGetInteger(GL33C.GL_MAX_SAMPLES));
        GL33C.glBindRenderbuffer(GL33C.GL_RENDERBUFFER, colours);
        GL33C.glRenderbufferStorageMultisample(GL33C.GL_RENDERBUFFER, samples, GL33C.GL_RGBA8, width, height);
        GL33C.glBindFramebuffer(GL33C.GL_FRAMEBUFFER, frameBuffer);
        GL33C.glFramebufferRenderbuffer(
                GL33C.GL_FRAMEBUFFER, GL33C.GL_COLOR_ATTACHMENT0, GL33C.GL_RENDERBUFFER, colours);
        int status = GL33C.glCheckFramebufferStatus(GL33C.GL_FRAMEBUFFER);
        if (status != GL33C.GL_FRAMEBUFFER_COMPLETE) {
            throw new GlException(
                    "no smooth picture of " + width + "×" + height + ": 0x" + Integer.toHexString(status));
        }
    }

    boolean fits(int otherWidth, int otherHeight) {
        return width == otherWidth && height == otherHeight;
    }

    void bind() {
        GL33C.glBindFramebuffer(GL33C.GL_FRAMEBUFFER, frameBuffer);
        GL33C.glViewport(0, 0, width, height);
    }

    /** Writes the picture into {@code target}, which is bound afterwards. */
    void resolveInto(Target target) {
        target.bind();
        GL33C.glBindFramebuffer(GL33C.GL_READ_FRAMEBUFFER, frameBuffer);
        GL33C.glBlitFramebuffer(0, 0, width, height, 0, 0, width, height, GL33C.GL_COLOR_BUFFER_BIT, GL33C.GL_NEAREST);
        target.bind();
    }

    @Override
    public void close() {
        GL33C.glDeleteFramebuffers(frameBuffer);
        GL33C.glDeleteRenderbuffers(colours);
    }
}
