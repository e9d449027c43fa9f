package dev.orrery.render3d.gl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.lwjgl.opengl.GL33C;

/** A linked pair of shaders, read from resources beside this class. */
final class Program implements AutoCloseable {
    private final int id;
    private final Map<String, Integer> places = new HashMap<>();

    /** Compiles {@code name.vert} and {@code name.frag}. */
    Program(String name) throws GlException {
        this(name, name);
    }

    /** Compiles {@code corners.vert} and {@code name.frag}. */
    Program(String corners, String name) throws GlException {
        id = GL33C.glCreateProgram();
        int vertex = compile(GL33C.GL_VERTEX_SHADER, corners + ".vert");
        int fragment = compile(GL33C.GL_FRAGMENT_SHADER, name + ".frag");
        GL33C.glAttachShader(id, vertex);
        GL33C.glAttachShader(id, fragment);
        GL33C.glLinkProgram(id);
        GL33C.glDeleteShader(vertex);
        GL33C.glDeleteShader(fragment);
        if (GL33C.glGetProgrami(id, GL33C.GL_LINK_STATUS) == 0) {
            throw new GlException(name + ": " + GL33C.glGetProgramInfoLog(id));
        }
    }

    private static int compile(int type, String resource) throws GlException {
        int shader = GL33C.glCreateShader(type);
        GL33C.glShaderSource(shader, source(resource));
        GL33C.glCompileShader(shader);
        if (GL33C.glGetShaderi(shader, GL33C.GL_COMPILE_STATUS) == 0) {
            throw new GlException(resource + ": " + GL33C.glGetShaderInfoLog(shader));
        }
        return shader;
    }

    private static String source(String resource) throws GlException {
        try (InputStream in = Program.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new GlException("no shader " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void use() {
        GL33C.glUseProgram(id);
    }

    void set(String uniform, float a) {
        GL33C.glUniform1f(place(uniform), a);
    }

    void set(String uniform, float a, float b) {
        GL33C.glUniform2f(place(uniform), a, b);
    }

    void set(String uniform, int rgb) {
        GL33C.glUniform3f(place(uniform), ((rgb >> 16) & 255) / 255f, ((rgb >> 8) & 255) / 255f, (rgb & 255) / 255f);
    }

    private int place(String uniform) {
        return places.computeIfAbsent(uniform, name -> GL33C.glGetUniformLocation(id, name));
    }

    @Override
    public void close() {
        GL33C.glDeleteProgram(id);
    }
}
