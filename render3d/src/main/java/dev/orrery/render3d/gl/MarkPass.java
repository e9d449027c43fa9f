package dev.orrery.render3d.gl;

import dev.orrery.render3d.frame.Frame;
import dev.orrery.render3d.frame.Marks;
import dev.orrery.render3d.frame.Spots;
import org.lwjgl.opengl.GL33C;

/** Draws glows, rings, arrow heads and large balls, each as two triangles. */
final class MarkPass implements AutoCloseable {
    private static final int CORNERS = 6;
    private static final int BALL = Marks.Kind.values().length;

    private final Program program = new Program("mark");
    private final VertexStream stream = new VertexStream(2, 4);
    private final VertexStream balls = new VertexStream(2, 4);

    MarkPass() throws GlException {}

    void draw(Frame frame, Marks marks) {
        stream.clear();
        for (int i = 0; i < marks.size(); i++) {
            add(
                    stream,
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

    /** Begins a list of large balls, which {@link #drawBalls} draws by their numbers. */
    void clearBalls() {
        balls.clear();
    }

    void addBall(Spots spots, int spot) {
        float radius = spots.radius(spot) + 0.5f;
        add(balls, spots.x(spot), spots.y(spot), radius, radius, 0, BALL, spots.argb(spot));
    }

    void uploadBalls() {
        if (balls.size() > 0) {
            balls.upload();
        }
    }

    void drawBalls(Frame frame, int first, int count) {
        program.use();
        program.set("size", frame.width(), frame.height());
        balls.draw(GL33C.GL_TRIANGLES, first * CORNERS, count * CORNERS);
    }

    private void show(Frame frame) {
        if (stream.size() > 0) {
            program.use();
            program.set("size", frame.width(), frame.height());
            stream.upload();
            stream.draw(GL33C.GL_TRIANGLES, 0, stream.size());
        }
    }

    private static void add(
            VertexStream into, float x, float y, float rx, float ry, float angle, float kind, int argb) {
        float cos = (float) Math.cos(angle);
        float sin = (float) Math.sin(angle);
        for (int corner = 0; corner < CORNERS; corner++) {
            float u = corner == 1 || corner == 2 || corner == 4 ? 1 : -1;
            float v = corner == 2 || corner == 4 || corner == 5 ? 1 : -1;
            float dx = u * rx;
            float dy = v * ry;
            into.add(x + dx * cos - dy * sin, y + dx * sin + dy * cos, u, v, kind, rx, argb);
        }
    }

    @Override
    public void close() {
        program.close();
        stream.close();
        balls.close();
    }
}
