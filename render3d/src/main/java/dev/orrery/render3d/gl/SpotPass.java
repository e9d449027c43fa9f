package dev.orrery.render3d.gl;

import dev.orrery.render3d.frame.Frame;
import dev.orrery.render3d.frame.Spots;
import org.lwjgl.opengl.GL33C;

/**
 * Draws bodies as lit balls, each one point of the driver; those too large for a point, or whose middle lies outside the
 * picture, as two triangles, in their turn.
 */
final class SpotPass implements AutoCloseable {
    private static final float LARGEST_POINT = 28;

    private final Program program = new Program("spot");
    private final VertexStream points = new VertexStream(3);

    SpotPass() throws GlException {}

    void draw(Frame frame, Spots spots, MarkPass marks) {
        points.clear();
        marks.clearBalls();
        for (int i = 0; i < spots.size(); i++) {
            points.add(spots.x(i), spots.y(i), spots.radius(i), spots.argb(i));
            if (!fitsPoint(frame, spots, i)) {
                marks.addBall(spots, i);
            }
        }
        points.upload();
        marks.uploadBalls();
        int balls = 0;
        for (int first = 0; first < spots.size(); ) {
            boolean point = fitsPoint(frame, spots, first);
            int end = first + 1;
            while (end < spots.size() && fitsPoint(frame, spots, end) == point) {
                end++;
            }
            if (point) {
                drawPoints(frame, first, end);
            } else {
                marks.drawBalls(frame, balls, end - first);
                balls += end - first;
            }
            first = end;
        }
    }

    private static boolean fitsPoint(Frame frame, Spots spots, int i) {
        return spots.radius(i) <= LARGEST_POINT
                && (spots.radius(i) < 3
                        || spots.x(i) > 0
                                && spots.y(i) > 0
                                && spots.x(i) < frame.width()
                                && spots.y(i) < frame.height());
    }

    private void drawPoints(Frame frame, int first, int end) {
        program.use();
        program.set("size", frame.width(), frame.height());
        points.draw(GL33C.GL_POINTS, first, end - first);
    }

    @Override
    public void close() {
        program.close();
        points.close();
    }
}
