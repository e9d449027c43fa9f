package dev.orrery.render3d.gl;

import dev.orrery.render3d.frame.Faces;
import dev.orrery.render3d.frame.Frame;
import org.lwjgl.opengl.GL33C;

/** Draws the faces of a city in their order, each as a fan of triangles. */
final class FacePass implements AutoCloseable {
    private final Program program = new Program("thin");
    private final VertexStream stream = new VertexStream(3);

    FacePass() throws GlException {}

    void draw(Frame frame) {
        Faces faces = frame.faces();
        stream.clear();
        for (int face = 0; face < faces.size(); face++) {
            int first = faces.first(face);
            for (int corner = first + 2; corner < faces.end(face); corner++) {
                add(faces, first);
                add(faces, corner - 1);
                add(faces, corner);
            }
        }
        program.use();
        program.set("size", frame.width(), frame.height());
        stream.upload();
        stream.draw(GL33C.GL_TRIANGLES, 0, stream.size());
    }

    private void add(Faces faces, int corner) {
        stream.add(faces.x(corner), faces.y(corner), 0, faces.argb(corner));
    }

    @Override
    public void close() {
        program.close();
        stream.close();
    }
}
