package dev.orrery.render3d.gl;

import java.nio.ByteBuffer;
import org.lwjgl.opengl.GL33C;
import org.lwjgl.system.MemoryUtil;

/**
 * Vertices that are written anew for each picture: floats followed by one colour. Grows as needed; the memory lies
 * outside the heap.
 */
final class VertexStream implements AutoCloseable {
    private static final int INITIAL = 1 << 16;

    private final int array = GL33C.glGenVertexArrays();
    private final int buffer = GL33C.glGenBuffers();
    private final int stride;
    private ByteBuffer memory = MemoryUtil.memAlloc(INITIAL);
    private long address = MemoryUtil.memAddress(memory);
    private int vertices;

    /** @param parts how many floats each attribute before the colour has */
    VertexStream(int... parts) {
        int floats = 0;
        for (int part : parts) {
            floats += part;
        }
        stride = floats * Float.BYTES + Integer.BYTES;
        GL33C.glBindVertexArray(array);
        GL33C.glBindBuffer(GL33C.GL_ARRAY_BUFFER, buffer);
        int offset = 0;
        for (int i = 0; i < parts.length; i++) {
            GL33C.glEnableVertexAttribArray(i);
            GL33C.glVertexAttribPointer(i, parts[i], GL33C.GL_FLOAT, false, stride, offset);
            offset += parts[i] * Float.BYTES;
        }
        GL33C.glEnableVertexAttribArray(parts.length);
        GL33C.glVertexAttribPointer(parts.length, GL33C.GL_BGRA, GL33C.GL_UNSIGNED_BYTE, true, stride, offset);
    }

    void clear() {
        vertices = 0;
    }

    int size() {
        return vertices;
    }

    void add(float a, float b, float c, int argb) {
        long at = next();
        MemoryUtil.memPutFloat(at, a);
        MemoryUtil.memPutFloat(at + 4, b);
        MemoryUtil.memPutFloat(at + 8, c);
        MemoryUtil.memPutInt(at + 12, argb);
    }

    void add(float a, float b, float c, float d, float e, float f, int argb) {
        long at = next();
        MemoryUtil.memPutFloat(at, a);
        MemoryUtil.memPutFloat(at + 4, b);
        MemoryUtil.memPutFloat(at + 8, c);
        MemoryUtil.memPutFloat(at + 12, d);
        MemoryUtil.memPutFloat(at + 16, e);
        MemoryUtil.memPutFloat(at + 20, f);
        MemoryUtil.memPutInt(at + 24, argb);
    }

    private long next() {
        int offset = vertices++ * stride;
        if (offset + stride > memory.capacity()) {
            memory = MemoryUtil.memRealloc(memory, memory.capacity() * 2);
            address = MemoryUtil.memAddress(memory);
        }
        return address + offset;
    }

    void upload() {
        GL33C.glBindVertexArray(array);
        GL33C.glBindBuffer(GL33C.GL_ARRAY_BUFFER, buffer);
        memory.limit(vertices * stride);
        GL33C.glBufferData(GL33C.GL_ARRAY_BUFFER, memory, GL33C.GL_STREAM_DRAW);
        memory.limit(memory.capacity());
    }

    void draw(int mode, int first, int count) {
        if (count > 0) {
            GL33C.glBindVertexArray(array);
            GL33C.glDrawArrays(mode, first, count);
        }
    }

    @Override
    public void close() {
        GL33C.glDeleteBuffers(buffer);
        GL33C.glDeleteVertexArrays(array);
        MemoryUtil.memFree(memory);
    }
}
