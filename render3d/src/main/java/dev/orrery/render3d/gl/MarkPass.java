package dev.orrery.render3d.gl;

import dev.orrery.render3d.frame.Frame;
import dev.orrery.render3d.frame.Marks;
import dev.orrery.render3d.frame.Spots;
import org.lwjgl.opengl.GL33C;

/** Draws glows, rings, arrow heads and large balls, each as two triangles. */
final class MarkPass implements AutoCloseable {
    private static final int BALL = Marks.Kind.values().length;

    private final Program program = new Program("mark");
    private final VertexStream stream = new VertexStream(2, 4);

    MarkPass() throws GlException {}

    void draw(Frame frame, Marks marks) {
        stream.clear();
        for (int i = 0; i < marks.size(); i++) {
            add(
                    marks.place(i, 0),
                    marks.place(i, 1),
                    marks.place(i, 2),
                    marks.place(i, 3),
                    marks.place(i, 4),
                    marks.kind(i).ordinal(),
                    marks.argb(i));
        }
        show(frame);
    }

    void drawBall(Frame frame, Spots spots, int spot) {
        stream.clear();
        float radius = spots.radius(spot) + 0.5f;
        add(spots.x(spot), spots.y(spot), radius, radius, 0, BALL, spots.argb(spot));
        show(frame);
    }

    private void show(Frame frame) {
        if (stream.size() > 0) {
            program.use();
            program.set("size", frame.width(), frame.height());
            stream.upload();
            stream.draw(GL33C.GL_TRIANGLES, 0, stream.size());
        }
    }

    private void add(float x, float y, float rx, float ry, float angle, float kind, int argb) {
        float cos = (float) Math.cos(angle);
        float sin = (float) Math.sin(angle);
        for (int corner = 0; corner < 6; corner++) {
            float u = corner == 1 || corner == 2 || corner == 4 ? 1 : -1;
            float v = corner == 2 || corner == 4 || corner == 5 ? 1 : -1;
            float dx = u * rx;
            float dy = v * ry;
            stream.add(x + dx * cos - dy * sin, y + dx * sin + dy * cos, u, v, kind, rx, argb);
        }
    }

    @Override
    public void close() {
        program.close();
        stream.close();
    }
}
