package dev.orrery.render3d.view;

import dev.orrery.render3d.frame.Focus;
import dev.orrery.render3d.frame.Minimap;
import dev.orrery.render3d.layout.Layout;
import dev.orrery.render3d.layout.Points;
import dev.orrery.render3d.scene.Appearance;
import dev.orrery.render3d.scene.MapTheme;
import dev.orrery.render3d.scene.Palette;
import java.util.BitSet;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** What lies over the small picture: lit symbols as dots, the selected one in a ring; and where the frame is. */
final class MinimapMarks extends Region {
    /** A frame narrower than this stands for a nearer view than can be shown. */
    private static final double LEAST = 9;

    private final Canvas dots = new Canvas();
    private double[] frame = {};
    private int shown;

    MinimapMarks() {
        setManaged(false);
        setMouseTransparent(true);
        getChildren().add(dots);
    }

    static Color accent(MapTheme theme) {
        return colour(Palette.of(theme).region(0));
    }

    static Color edge(MapTheme theme) {
        return LabelStyle.of(theme).quiet.deriveColor(0, 1, 1, 0.5);
    }

    /** What sets bright lines off. */
    static Color around(MapTheme theme) {
        return theme == MapTheme.DARK ? Color.gray(0, 0.55) : Color.gray(1, 0.75);
    }

    static Color colour(int rgb) {
        return Color.rgb((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255);
    }

    /** Marks what is lit; of several at one place the first. */
    void show(Focus focus, Layout layout, Minimap places, Appearance look) {
        MapTheme theme = look.theme();
        Color bright = colour(Palette.of(theme).selection());
        dots.setVisible(focus.lit().length > 0 || focus.selected() >= 0);
        dots.setWidth(getWidth());
        dots.setHeight(getHeight());
        GraphicsContext to = dots.getGraphicsContext2D();
        to.clearRect(0, 0, getWidth(), getHeight());
        shown = 0;
        BitSet taken = new BitSet();
        Points bodies = layout.bodies();
        for (int body : focus.lit()) {
            double[] at = places.place(bodies.x(body), bodies.y(body), bodies.z(body));
            if (at.length > 0 && body != focus.selected()) {
                dot(to, at, tone(focus.role(body), body, look), taken);
            }
        }
        int selected = focus.selected();
        if (selected >= 0) {
            double[] at = places.place(bodies.x(selected), bodies.y(selected), bodies.z(selected));
            if (at.length > 0) {
                ring(to, at, bright, around(theme));
            }
        }
    }

    private void dot(GraphicsContext to, double[] at, Color tone, BitSet taken) {
        int cell = (int) (at[1] / 2) * 4096 + (int) (at[0] / 2);
        if (cell >= 0 && !taken.get(cell)) {
            taken.set(cell);
            shown++;
            to.setFill(tone);
            to.fillOval(at[0] - 1.5, at[1] - 1.5, 3, 3);
        }
    }

    /** What is looked for stands out; what lies around the selection, or a layer tells, keeps its colour. */
    private static Color tone(Focus.Role role, int body, Appearance look) {
        boolean sought = role == Focus.Role.HIGHLIGHTED || role == Focus.Role.SELECTED;
        return sought && !look.state(body).isTold()
                ? colour(Palette.of(look.theme()).selection())
                : colour(look.colour(body));
    }

    private void ring(GraphicsContext to, double[] at, Color line, Color dark) {
        shown++;
        to.setFill(dark);
        to.fillOval(at[0] - 6, at[1] - 6, 12, 12);
        to.setStroke(line);
        to.setLineWidth(1.5);
        to.strokeOval(at[0] - 4.5, at[1] - 4.5, 9, 9);
        to.setFill(line);
        to.fillOval(at[0] - 2, at[1] - 2, 4, 4);
    }

    /** Places the frame, and returns its corners; one too small to see is made larger. */
    double[] outline(double[] corners) {
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (int i = 0; i < corners.length; i += 2) {
            left = Math.min(left, corners[i]);
            right = Math.max(right, corners[i]);
            top = Math.min(top, corners[i + 1]);
            bottom = Math.max(bottom, corners[i + 1]);
        }
        double[] points = corners;
        if (corners.length > 0 && Math.max(right - left, bottom - top) < LEAST) {
            double x = (left + right) / 2;
            double y = (top + bottom) / 2;
            double half = LEAST / 2;
            points = new double[] {x - half, y - half, x + half, y - half, x + half, y + half, x - half, y + half};
        }
        frame = points;
        return points;
    }

    /** Whether a point lies in the frame: a line from it to the right crosses an odd number of sides. */
    boolean framed(double x, double y) {
        boolean inside = false;
        for (int i = 0; i < frame.length; i += 2) {
            int next = (i + 2) % frame.length;
            boolean crosses = frame[i + 1] > y != frame[next + 1] > y;
            double share = (y - frame[i + 1]) / (frame[next + 1] - frame[i + 1]);
            if (crosses && x < frame[i] + share * (frame[next] - frame[i])) {
                inside = !inside;
            }
        }
        return inside;
    }

    /** How many marks there are. */
    int shown() {
        return shown;
    }

    /** X and y of each corner of the frame. */
    double[] frame() {
        return frame.clone();
    }
}
