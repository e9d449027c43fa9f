package dev.orrery.render3d.picture;

import dev.orrery.render3d.frame.Faces;
import dev.orrery.render3d.frame.Frame;
import dev.orrery.render3d.frame.LineStyle;
import dev.orrery.render3d.frame.Marks;
import dev.orrery.render3d.frame.Spots;
import dev.orrery.render3d.frame.Strokes;
import dev.orrery.render3d.scene.MapTheme;
import dev.orrery.render3d.scene.Palette;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes a frame as SVG 1.1 (W3C, second edition): bodies as circles that share one gradient a colour, pieces of one curve
 * as one polyline. One thread; closing ends the document, not the stream below.
 */
final class SvgWriter implements AutoCloseable {
    private final Writer out;
    private final Frame frame;

    SvgWriter(OutputStream out, Frame frame) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        this.frame = frame;
    }

    void write(List<MapLabel> labels) throws IOException {
        double width = frame.width() / frame.scale();
        double height = frame.height() / frame.scale();
        line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        line("<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"" + number(width) + "\" height=\""
                + number(height) + "\" viewBox=\"0 0 " + frame.width() + " " + frame.height()
                + "\" font-family=\"system-ui, sans-serif\">");
        gradients();
        line("<rect width=\"100%\" height=\"100%\" fill=\"url(#sky)\"/>");
        glows(frame.halos(), frame.theme() == MapTheme.DARK ? " style=\"mix-blend-mode:screen\"" : "");
        strokes(frame.ground());
        faces(frame.faces());
        strokes(frame.lines());
        spots(frame.dim());
        strokes(frame.rays());
        glows(frame.glows(), "");
        spots(frame.lit());
        signs(frame.signs());
        line("<g transform=\"scale(" + number(frame.scale()) + ")\">");
        for (MapLabel label : labels) {
            label(label);
        }
        line("</g>");
    }

    private void gradients() throws IOException {
        Palette palette = Palette.of(frame.theme());
        line("<defs><radialGradient id=\"sky\" cx=\"50%\" cy=\"46%\" r=\"65%\"><stop offset=\"0\" stop-color=\""
                + rgb(palette.horizon()) + "\"/><stop offset=\"1\" stop-color=\"" + rgb(palette.background())
                + "\"/></radialGradient>");
        Set<Integer> colours = new LinkedHashSet<>();
        for (Spots spots : List.of(frame.dim(), frame.lit())) {
            for (int i = 0; i < spots.size(); i++) {
                colours.add(shade(spots.argb(i)));
            }
        }
        for (int argb : colours) {
            line("<radialGradient id=\"b" + hex(argb)
                    + "\" cx=\"35%\" cy=\"30%\" r=\"75%\"><stop offset=\"0\" stop-color=\""
                    + rgb(mixed(argb, 0xffffff, 0.45)) + "\"/><stop offset=\"0.55\" stop-color=\"" + rgb(argb)
                    + "\"/><stop offset=\"1\" stop-color=\"" + rgb(mixed(argb, 0, 0.55)) + "\"/></radialGradient>");
        }
        Set<Integer> lights = new LinkedHashSet<>();
        for (Marks marks : List.of(frame.halos(), frame.glows())) {
            for (int i = 0; i < marks.size(); i++) {
                lights.add(marks.argb(i));
            }
        }
        for (int argb : lights) {
            double opacity = (argb >>> 24) / 255.0;
            line("<radialGradient id=\"g" + hex(argb) + "\"><stop offset=\"0\" stop-color=\"" + rgb(argb)
                    + "\" stop-opacity=\"" + number(opacity) + "\"/><stop offset=\"0.5\" stop-color=\"" + rgb(argb)
                    + "\" stop-opacity=\"" + number(opacity * 0.4) + "\"/><stop offset=\"1\" stop-color=\"" + rgb(argb)
                    + "\" stop-opacity=\"0\"/></radialGradient>");
        }
        line("</defs>");
    }

    private void glows(Marks marks, String style) throws IOException {
        line("<g" + style + ">");
        for (int i = 0; i < marks.size(); i++) {
            line("<ellipse cx=\"" + number(marks.place(i, 0)) + "\" cy=\"" + number(marks.place(i, 1)) + "\" rx=\""
                    + number(marks.place(i, 2)) + "\" ry=\"" + number(marks.place(i, 3)) + "\" fill=\"url(#g"
                    + hex(marks.argb(i)) + ")\"/>");
        }
        line("</g>");
    }

    /** Faces in the middle of their corners' colours, with an edge of the same, so that nothing shines through. */
    private void faces(Faces faces) throws IOException {
        line("<g stroke-width=\"0.6\" stroke-linejoin=\"round\">");
        for (int face = 0; face < faces.size(); face++) {
            int end = faces.end(face);
            StringBuilder polygon = new StringBuilder("<polygon points=\"");
            int argb = faces.argb(faces.first(face));
            for (int corner = faces.first(face); corner < end; corner++) {
                polygon.append(number(faces.x(corner)))
                        .append(',')
                        .append(number(faces.y(corner)))
                        .append(' ');
                argb = argb & 0xff000000 | mixed(argb, faces.argb(corner), 0.5);
            }
            line(polygon.append("\" fill=\"")
                    .append(rgb(argb))
                    .append("\" stroke=\"")
                    .append(rgb(argb))
                    .append('"')
                    .append(opacity("fill-opacity", argb))
                    .append("/>")
                    .toString());
        }
        line("</g>");
    }

    private void spots(Spots spots) throws IOException {
        line("<g>");
        for (int i = 0; i < spots.size(); i++) {
            int argb = spots.argb(i);
            line("<circle cx=\"" + number(spots.x(i)) + "\" cy=\"" + number(spots.y(i)) + "\" r=\""
                    + number(spots.radius(i)) + "\" fill=\"url(#b" + hex(shade(argb)) + ")\""
                    + opacity("fill-opacity", argb)
                    + "/>");
        }
        line("</g>");
    }

    /** Consecutive pieces that meet and look alike are one line, as opaque as its pieces are on the average. */
    private void strokes(Strokes strokes) throws IOException {
        line("<g fill=\"none\" stroke-linecap=\"round\">");
        int at = 0;
        while (at < strokes.size()) {
            int first = at;
            StringBuilder path = new StringBuilder()
                    .append("<polyline points=\"")
                    .append(point(strokes, at, 0))
                    .append(' ')
                    .append(point(strokes, at, 2));
            at++;
            while (at < strokes.size() && goesOn(strokes, at)) {
                path.append(' ').append(point(strokes, at, 2));
                at++;
            }
            int argb = mean(strokes, first, at);
            path.append("\" stroke=\"")
                    .append(rgb(argb))
                    .append('"')
                    .append(opacity("stroke-opacity", argb))
                    .append(" stroke-width=\"")
                    .append(number(strokes.place(first, 4)))
                    .append('"')
                    .append(dashes(strokes.style(first)))
                    .append("/>");
            line(path.toString());
        }
        line("</g>");
    }

    private static int mean(Strokes strokes, int first, int end) {
        long alpha = 0;
        for (int i = first; i < end; i++) {
            alpha += (strokes.startArgb(i) >>> 24) + (strokes.endArgb(i) >>> 24);
        }
        int middle = strokes.startArgb((first + end - 1) / 2);
        return (int) (alpha / (2L * (end - first))) << 24 | middle & 0xffffff;
    }

    private static boolean goesOn(Strokes strokes, int at) {
        return strokes.place(at, 0) == strokes.place(at - 1, 2)
                && strokes.place(at, 1) == strokes.place(at - 1, 3)
                && strokes.place(at, 4) == strokes.place(at - 1, 4)
                && strokes.style(at) == strokes.style(at - 1);
    }

    private String point(Strokes strokes, int stroke, int which) {
        return number(strokes.place(stroke, which)) + "," + number(strokes.place(stroke, which + 1));
    }

    private String dashes(LineStyle style) {
        return switch (style) {
            case SOLID -> "";
            case DASHED -> " stroke-dasharray=\"" + number(6 * frame.scale()) + " " + number(4 * frame.scale()) + "\"";
            case DOTTED -> " stroke-dasharray=\"" + number(2 * frame.scale()) + " " + number(3 * frame.scale()) + "\"";
        };
    }

    private void signs(Marks marks) throws IOException {
        line("<g>");
        for (int i = 0; i < marks.size(); i++) {
            double x = marks.place(i, 0);
            double y = marks.place(i, 1);
            double size = marks.place(i, 2);
            int argb = marks.argb(i);
            switch (marks.kind(i)) {
                case PLUS ->
                    line("<path d=\"M" + number(x - size) + " " + number(y) + "H" + number(x + size) + "M" + number(x)
                            + " " + number(y - size) + "V" + number(y + size) + "\" fill=\"none\" stroke=\"" + rgb(argb)
                            + "\" stroke-width=\"" + number(0.44 * size) + "\"" + opacity("stroke-opacity", argb)
                            + "/>");
                case GLOW -> {}
                case RING ->
                    line("<circle cx=\"" + number(x) + "\" cy=\"" + number(y) + "\" r=\"" + number(size)
                            + "\" fill=\"none\" stroke=\"" + rgb(argb) + "\" stroke-width=\"1.6\""
                            + opacity("stroke-opacity", argb) + "/>");
                case ARROW -> {
                    double cos = Math.cos(marks.place(i, 4)) * size;
                    double sin = Math.sin(marks.place(i, 4)) * size;
                    line("<polygon points=\"" + number(x + cos) + "," + number(y + sin) + " "
                            + number(x - 0.9 * cos - 0.68 * sin) + "," + number(y - 0.9 * sin + 0.68 * cos) + " "
                            + number(x - 0.9 * cos + 0.68 * sin) + "," + number(y - 0.9 * sin - 0.68 * cos)
                            + "\" fill=\"" + rgb(argb) + "\"" + opacity("fill-opacity", argb) + "/>");
                }
            }
        }
        line("</g>");
    }

    private void label(MapLabel label) throws IOException {
        double x = label.box().x();
        double y = label.box().y();
        double high = label.box().height();
        line("<rect x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\""
                + number(label.box().width())
                + "\" height=\"" + number(high) + "\" rx=\"5\" fill=\"" + rgb(label.plate()) + "\""
                + opacity("fill-opacity", label.plate()) + "/>");
        double baseline = y + high / 2 + label.size() * 0.36;
        line("<text x=\"" + number(x + 8) + "\" y=\"" + number(baseline) + "\" font-size=\"" + number(label.size())
                + "\"" + (label.bold() ? " font-weight=\"bold\"" : "") + " fill=\"" + rgb(label.rgb()) + "\">"
                + escaped(label.text()) + "</text>");
        if (!label.number().isEmpty()) {
            line("<text x=\"" + number(x + label.box().width() - 8) + "\" y=\"" + number(baseline)
                    + "\" text-anchor=\"end\" font-size=\"12\" fill=\"" + rgb(label.quiet()) + "\">"
                    + escaped(label.number()) + "</text>");
        }
    }

    /** Characters that XML cannot hold become question marks. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> {
                    boolean fits = c >= 0x20 && c < 0xD800 || c > 0xDFFF && c != 0xFFFE && c != 0xFFFF;
                    escaped.appendCodePoint(fits ? c : '?');
                }
            }
        });
        return escaped.toString();
    }

    /** Distance tints every body a little differently; a gradient serves those that nobody could tell apart. */
    private static int shade(int argb) {
        return argb & 0xf8f8f8;
    }

    private static int mixed(int rgb, int other, double share) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int from = (rgb >> shift) & 255;
            mixed |= (int) (from + (((other >> shift) & 255) - from) * share) << shift;
        }
        return mixed;
    }

    private static String opacity(String attribute, int argb) {
        int alpha = argb >>> 24;
        return alpha == 255 ? "" : " " + attribute + "=\"" + number(alpha / 255.0) + "\"";
    }

    private static String hex(int argb) {
        return Integer.toHexString(argb);
    }

    private static String rgb(int argb) {
        return String.format(Locale.ROOT, "#%06x", argb & 0xffffff);
    }

    /** At most two decimals, never in another locale's way. */
    private static String number(double value) {
        long hundredths = Math.round(value * 100);
        if (hundredths % 100 == 0) {
            return Long.toString(hundredths / 100);
        }
        String digits = String.format(Locale.ROOT, "%03d", Math.abs(hundredths));
        int point = digits.length() - 2;
        return (hundredths < 0 ? "-" : "") + digits.substring(0, point) + "." + digits.substring(point);
    }

    private void line(String text) throws IOException {
        out.write(text);
        out.write('\n');
    }

    @Override
    public void close() throws IOException {
        line("</svg>");
        out.flush();
    }
}
