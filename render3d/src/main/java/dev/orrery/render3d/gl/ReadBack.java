package dev.orrery.render3d.gl;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import org.jspecify.annotations.Nullable;
import org.lwjgl.opengl.GL33C;

/**
 * Fetches the pixels of the bound target. A graphics card copies them into a buffer of its own while the processor goes
 * on, and hands them out later; a software renderer is read directly.
 */
final class ReadBack implements AutoCloseable {
    private final boolean asynchronous;
    private final int buffer;
    private int capacity;
    private int width;
    private int height;

    ReadBack(boolean asynchronous) {
        this.asynchronous = asynchronous;
        this.buffer = asynchronous ? GL33C.glGenBuffers() : 0;
    }

    /** Asks for the pixels of the bound target. */
    void start(int pixelsWide, int pixelsHigh) {
        width = pixelsWide;
        height = pixelsHigh;
        if (asynchronous) {
            GL33C.glBindBuffer(GL33C.GL_PIXEL_PACK_BUFFER, buffer);
            if (capacity != width * height * 4) {
                capacity = width * height * 4;
                GL33C.glBufferData(GL33C.GL_PIXEL_PACK_BUFFER, capacity, GL33C.GL_STREAM_READ);
            }
            GL33C.glReadPixels(0, 0, width, height, GL33C.GL_BGRA, GL33C.GL_UNSIGNED_INT_8_8_8_8_REV, 0L);
            GL33C.glBindBuffer(GL33C.GL_PIXEL_PACK_BUFFER, 0);
        }
        GL33C.glFlush();
    }

    /** Waits for the pixels asked for last. */
    void finish(IntBuffer pixels) throws GlException {
        if (!asynchronous) {
            GL33C.glReadPixels(0, 0, width, height, GL33C.GL_BGRA, GL33C.GL_UNSIGNED_INT_8_8_8_8_REV, pixels);
            return;
        }
        GL33C.glBindBuffer(GL33C.GL_PIXEL_PACK_BUFFER, buffer);
        @Nullable
        ByteBuffer mapped = GL33C.glMapBufferRange(GL33C.GL_PIXEL_PACK_BUFFER, 0, capacity, GL33C.GL_MAP_READ_BIT);
        if (mapped == null) {
            throw new GlException("the pixels cannot be mapped");
        }
        pixels.put(0, mapped.asIntBuffer(), 0, width * height);
        GL33C.glUnmapBuffer(GL33C.GL_PIXEL_PACK_BUFFER);
        GL33C.glBindBuffer(GL33C.GL_PIXEL_PACK_BUFFER, 0);
    }

    @Override
    public void close() {
        if (asynchronous) {
            GL33C.glDeleteBuffers(buffer);
        }
    }
}
