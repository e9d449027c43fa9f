package dev.orrery.render3d.gl;

import org.lwjgl.opengl.GL33C;

/** A texture that can be drawn into. */
final class Target implements AutoCloseable {
    private final int frameBuffer = GL33C.glGenFramebuffers();
    private final int texture = GL33C.glGenTextures();
    private final int width;
    private final int height;

    /** @param format the internal format, such as {@code GL_RGBA8} */
    Target(int width, int height, int format) throws GlException {
        this.width = width;
        this.height = height;
        GL33C.glBindTexture(GL33C.GL_TEXTURE_2D, texture);
        GL33C.glTexImage2D(GL33C.GL_TEXTURE_2D, 0, format, width, height, 0, GL33C.GL_BGRA, GL33C.GL_UNSIGNED_BYTE, 0L);
        GL33C.glTexParameteri(GL33C.GL_TEXTURE_2D, GL33C.GL_TEXTURE_MIN_FILTER, GL33C.GL_LINEAR);
        GL33C.glTexParameteri(GL33C.GL_TEXTURE_2D, GL33C.GL_TEXTURE_MAG_FILTER, GL33C.GL_LINEAR);
        GL33C.glTexParameteri(GL33C.GL_TEXTURE_2D, GL33C.GL_TEXTURE_WRAP_S, GL33C.GL_CLAMP_TO_EDGE);
        GL33C.glTexParameteri(GL33C.GL_TEXTURE_2D, GL33C.GL_TEXTURE_WRAP_T, GL33C.GL_CLAMP_TO_EDGE);
        GL33C.glBindFramebuffer(GL33C.GL_FRAMEBUFFER, frameBuffer);
        GL33C.glFramebufferTexture2D(GL33C.GL_FRAMEBUFFER, GL33C.GL_COLOR_ATTACHMENT0, GL33C.GL_TEXTURE_2D, texture, 0);
        int status = GL33C.glCheckFramebufferStatus(GL33C.GL_FRAMEBUFFER);
        if (status != GL33C.GL_FRAMEBUFFER_COMPLETE) {
            throw new GlException("no picture of " + width + "×" + height + ": 0x" + Integer.toHexString(status));
        }
    }

    boolean fits(int otherWidth, int otherHeight) {
        return width == otherWidth && height == otherHeight;
    }

    void bind() {
        GL33C.glBindFramebuffer(GL33C.GL_FRAMEBUFFER, frameBuffer);
        GL33C.glViewport(0, 0, width, height);
    }

    void bindTexture() {
        GL33C.glBindTexture(GL33C.GL_TEXTURE_2D, texture);
    }

    @Override
    public void close() {
        GL33C.glDeleteFramebuffers(frameBuffer);
        GL33C.glDeleteTextures(texture);
    }
}
