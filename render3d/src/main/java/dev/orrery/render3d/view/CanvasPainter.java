package dev.orrery.render3d.view;

import dev.orrery.render3d.frame.Faces;
import dev.orrery.render3d.frame.Frame;
import dev.orrery.render3d.frame.Marks;
import dev.orrery.render3d.frame.Strokes;
import dev.orrery.render3d.scene.Palette;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.effect.BlendMode;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.RadialGradient;
import javafx.scene.paint.Stop;

/** Paints the flat parts of a frame, behind and before the bodies of JavaFX 3D, on canvases. */
final class CanvasPainter {
    private CanvasPainter() {}

    /** The sky, the light of the regions, the floor and the bundles. */
    static void behind(GraphicsContext canvas, Frame frame) {
        begin(canvas, frame);
        Palette palette = Palette.of(frame.theme());
        canvas.setFill(new RadialGradient(
                0,
                0,
                0.5,
                0.46,
                0.62,
                true,
                CycleMethod.NO_CYCLE,
                new Stop(0, colour(0xff000000 | palette.horizon())),
                new Stop(1, colour(0xff000000 | palette.background()))));
        canvas.fillRect(0, 0, frame.width(), frame.height());
        canvas.setGlobalBlendMode(
                frame.theme() == dev.orrery.render3d.scene.MapTheme.DARK ? BlendMode.ADD : BlendMode.SRC_OVER);
        marks(canvas, frame.halos());
        canvas.setGlobalBlendMode(BlendMode.SRC_OVER);
        strokes(canvas, frame.ground(), frame.scale());
        faces(canvas, frame.faces());
        strokes(canvas, frame.lines(), frame.scale());
        canvas.restore();
    }

    /** The lit calls, their arrow heads and the ring. */
    static void before(GraphicsContext canvas, Frame frame) {
        begin(canvas, frame);
        marks(canvas, frame.glows());
        strokes(canvas, frame.rays(), frame.scale());
        marks(canvas, frame.signs());
        canvas.restore();
    }

    private static void begin(GraphicsContext canvas, Frame frame) {
        canvas.clearRect(0, 0, canvas.getCanvas().getWidth(), canvas.getCanvas().getHeight());
        canvas.save();
        canvas.scale(1 / frame.scale(), 1 / frame.scale());
    }

    /** Faces in the colour of their first corner, where the light is; the rim hides the seams between them. */
    private static void faces(GraphicsContext canvas, Faces faces) {
        double[] x = new double[8];
        double[] y = new double[8];
        canvas.setLineWidth(0.6);
        for (int face = 0; face < faces.size(); face++) {
            int first = faces.first(face);
            int corners = Math.min(x.length, faces.end(face) - first);
            for (int i = 0; i < corners; i++) {
                x[i] = faces.x(first + i);
                y[i] = faces.y(first + i);
            }
            Color colour = colour(faces.argb(first));
            canvas.setFill(colour);
            canvas.fillPolygon(x, y, corners);
            canvas.setStroke(colour);
            canvas.strokePolygon(x, y, corners);
        }
    }

    private static void strokes(GraphicsContext canvas, Strokes strokes, double scale) {
        for (int i = 0; i < strokes.size(); i++) {
            canvas.setStroke(colour(strokes.startArgb(i)));
            canvas.setLineWidth(strokes.place(i, 4));
            canvas.setLineDashOffset(strokes.place(i, 5));
            switch (strokes.style(i)) {
                case SOLID -> canvas.setLineDashes();
                case DASHED -> canvas.setLineDashes(6 * scale, 4 * scale);
                case DOTTED -> canvas.setLineDashes(2 * scale, 3 * scale);
            }
            canvas.strokeLine(strokes.place(i, 0), strokes.place(i, 1), strokes.place(i, 2), strokes.place(i, 3));
        }
        canvas.setLineDashes();
    }

    private static void marks(GraphicsContext canvas, Marks marks) {
        for (int i = 0; i < marks.size(); i++) {
            double x = marks.place(i, 0);
            double y = marks.place(i, 1);
            double rx = marks.place(i, 2);
            double ry = marks.place(i, 3);
            Color colour = colour(marks.argb(i));
            switch (marks.kind(i)) {
                case GLOW -> {
                    canvas.setFill(new RadialGradient(
                            0,
                            0,
                            0.5,
                            0.5,
                            0.5,
                            true,
                            CycleMethod.NO_CYCLE,
                            new Stop(0, colour),
                            new Stop(0.5, colour.deriveColor(0, 1, 1, 0.4)),
                            new Stop(1, colour.deriveColor(0, 1, 1, 0))));
                    canvas.fillOval(x - rx, y - ry, 2 * rx, 2 * ry);
                }
                case RING -> {
                    canvas.setStroke(colour);
                    canvas.setLineWidth(1.6);
                    canvas.strokeOval(x - rx, y - ry, 2 * rx, 2 * ry);
                }
                case ARROW -> arrow(canvas, x, y, rx, marks.place(i, 4), colour);
                case PLUS -> {
                    canvas.setStroke(colour);
                    canvas.setLineWidth(0.44 * rx);
                    canvas.strokeLine(x - rx, y, x + rx, y);
                    canvas.strokeLine(x, y - rx, x, y + rx);
                }
            }
        }
    }

    private static void arrow(GraphicsContext canvas, double x, double y, double size, double angle, Color colour) {
        double cos = Math.cos(angle) * size;
        double sin = Math.sin(angle) * size;
        canvas.setFill(colour);
        canvas.fillPolygon(
                new double[] {x + cos, x - 0.9 * cos - 0.68 * sin, x - 0.9 * cos + 0.68 * sin},
                new double[] {y + sin, y - 0.9 * sin + 0.68 * cos, y - 0.9 * sin - 0.68 * cos},
                3);
    }

    private static Color colour(int argb) {
        return Color.rgb((argb >> 16) & 255, (argb >> 8) & 255, argb & 255, (argb >>> 24) / 255.0);
    }
}
