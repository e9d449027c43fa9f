package dev.orrery.render3d.frame;

/** Paints one convex face into a band, with smooth edges and the colour of its corners spread over it. */
final class FlatFace {
    private FlatFace() {}

    static void paint(Faces faces, int face, FlatBand band) {
        int first = faces.first(face);
        int end = faces.end(face);
        float top = Float.MAX_VALUE;
        float bottom = -Float.MAX_VALUE;
        for (int corner = first; corner < end; corner++) {
            top = Math.min(top, faces.y(corner));
            bottom = Math.max(bottom, faces.y(corner));
        }
        int from = Math.clamp((int) Math.floor(top - 1), band.top, band.bottom);
        int to = Math.clamp((int) Math.ceil(bottom + 1), band.top, band.bottom);
        double turn = turn(faces, first, end);
        Gradient gradient = new Gradient(faces, first);
        for (int row = from; row < to; row++) {
            row(faces, first, end, row, band, turn, gradient);
        }
    }

    /** 1 or -1: on which side of its edges the face lies. */
    private static double turn(Faces faces, int first, int end) {
        double area = 0;
        for (int corner = first; corner < end; corner++) {
            int next = corner + 1 == end ? first : corner + 1;
            area += (double) faces.x(corner) * faces.y(next) - (double) faces.x(next) * faces.y(corner);
        }
        return area < 0 ? -1 : 1;
    }

    private static void row(Faces faces, int first, int end, int row, FlatBand band, double turn, Gradient gradient) {
        double py = row + 0.5;
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        for (int corner = first; corner < end; corner++) {
            int next = corner + 1 == end ? first : corner + 1;
            double y0 = faces.y(corner);
            double y1 = faces.y(next);
            if (Math.max(y0, y1) < py - 1 || Math.min(y0, y1) > py + 1) {
                continue;
            }
            for (int side = -1; side <= 1; side += 2) {
                double t = y0 == y1 ? (side + 1) / 2.0 : Math.clamp((py + side - y0) / (y1 - y0), 0, 1);
                double x = faces.x(corner) + (faces.x(next) - faces.x(corner)) * t;
                left = Math.min(left, x);
                right = Math.max(right, x);
            }
        }
        int to = (int) Math.clamp(Math.ceil(right + 1), 0, band.width);
        for (int column = (int) Math.clamp(Math.floor(left - 1), 0, band.width); column < to; column++) {
            double cover = cover(faces, first, end, column + 0.5, py, turn);
            if (cover > 0) {
                band.blend(column, row, gradient.at(column + 0.5, py), (float) cover);
            }
        }
    }

    /** A little more than the face itself, so that nothing shines through between two that meet. */
    private static double cover(Faces faces, int first, int end, double px, double py, double turn) {
        double least = 1;
        for (int corner = first; corner < end && least > 0; corner++) {
            int next = corner + 1 == end ? first : corner + 1;
            double dx = faces.x(next) - faces.x(corner);
            double dy = faces.y(next) - faces.y(corner);
            double length = Math.sqrt(dx * dx + dy * dy);
            if (length > 1e-6) {
                double inside = turn * (dx * (py - faces.y(corner)) - dy * (px - faces.x(corner))) / length;
                least = Math.min(least, inside + 0.75);
            }
        }
        return Math.max(0, least);
    }

    /** The colours of the first corner and of the one furthest round, spread along the way between the two. */
    private static final class Gradient {
        private final int start;
        private final int end;
        private final double x;
        private final double y;
        private final double dx;
        private final double dy;

        private Gradient(Faces faces, int first) {
            start = faces.argb(first);
            int other = first + 2;
            end = faces.argb(other);
            x = faces.x(first + 1);
            y = faces.y(first + 1);
            double wide = faces.x(other) - x;
            double high = faces.y(other) - y;
            double square = Math.max(1e-9, wide * wide + high * high);
            dx = wide / square;
            dy = high / square;
        }

        private int at(double px, double py) {
            return start == end ? start : Argb.mix(start, end, Math.clamp((px - x) * dx + (py - y) * dy, 0, 1));
        }
    }
}
