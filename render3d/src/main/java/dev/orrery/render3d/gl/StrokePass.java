package dev.orrery.render3d.gl;

import dev.orrery.render3d.frame.Detail;
import dev.orrery.render3d.frame.Frame;
import dev.orrery.render3d.frame.Strokes;
import org.lwjgl.opengl.GL33C;

/** Draws lines: smooth ones as strips two triangles long, quick ones as the driver's own thin lines. */
final class StrokePass implements AutoCloseable {
    /** How lines are drawn. */
    enum Quality {
        QUICK,
        SMOOTH;

        static Quality of(Detail.Finish finish) {
            return switch (finish) {
                case MOVING -> QUICK;
                case RESTING -> SMOOTH;
            };
        }
    }

    private final Program smooth = new Program("stroke");
    private final Program quick = new Program("thin");
    private final VertexStream strips = new VertexStream(2, 4);
    private final VertexStream thin = new VertexStream(3);

    StrokePass() throws GlException {}

    void draw(Frame frame, Strokes strokes, Quality quality) {
        switch (quality) {
            case QUICK -> drawThin(frame, strokes);
            case SMOOTH -> drawSmooth(frame, strokes);
        }
    }

    private void drawThin(Frame frame, Strokes strokes) {
        thin.clear();
        for (int i = 0; i < strokes.size(); i++) {
            thin.add(strokes.place(i, 0), strokes.place(i, 1), 0, strokes.startArgb(i));
            thin.add(strokes.place(i, 2), strokes.place(i, 3), 0, strokes.endArgb(i));
        }
        quick.use();
        quick.set("size", frame.width(), frame.height());
        thin.upload();
        thin.draw(GL33C.GL_LINES, 0, thin.size());
    }

    private void drawSmooth(Frame frame, Strokes strokes) {
        strips.clear();
        for (int i = 0; i < strokes.size(); i++) {
            add(strokes, i);
        }
        smooth.use();
        smooth.set("size", frame.width(), frame.height());
        smooth.set("scale", (float) frame.scale());
        strips.upload();
        strips.draw(GL33C.GL_TRIANGLES, 0, strips.size());
    }

    private void add(Strokes strokes, int i) {
        float x0 = strokes.place(i, 0);
        float y0 = strokes.place(i, 1);
        float dx = strokes.place(i, 2) - x0;
        float dy = strokes.place(i, 3) - y0;
        float length = (float) Math.sqrt(dx * dx + dy * dy);
        if (length < 1e-3f || length > 1e5f) {
            return;
        }
        float half = strokes.place(i, 4) / 2;
        float wide = half + 1;
        float nx = -dy / length * wide;
        float ny = dx / length * wide;
        float from = strokes.place(i, 5);
        float to = from + length;
        float style = strokes.style(i).ordinal();
        int a = strokes.startArgb(i);
        int b = strokes.endArgb(i);
        float x1 = x0 + dx;
        float y1 = y0 + dy;
        strips.add(x0 - nx, y0 - ny, -wide, half, from, style, a);
        strips.add(x0 + nx, y0 + ny, wide, half, from, style, a);
        strips.add(x1 - nx, y1 - ny, -wide, half, to, style, b);
        strips.add(x1 - nx, y1 - ny, -wide, half, to, style, b);
        strips.add(x0 + nx, y0 + ny, wide, half, from, style, a);
        strips.add(x1 + nx, y1 + ny, wide, half, to, style, b);
    }

    @Override
    public void close() {
        smooth.close();
        quick.close();
        strips.close();
        thin.close();
    }
}
