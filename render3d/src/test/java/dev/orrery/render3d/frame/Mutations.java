package dev.orrery.render3d.frame;

import dev.orrery.render3d.Png;
import dev.orrery.render3d.city.City;
import dev.orrery.render3d.scene.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Pictures with a fault, and pictures that only another machine would have made. */
final class Mutations {
    private Mutations() {}

    /** The same from a camera that stands a part of a pixel beside. */
    static FrameRequest moved(FrameRequest request, double pixels) {
        double unit = request.camera().distance() / Camera.focal(request.width(), request.height()) * pixels;
        return new FrameRequest(
                request.layout(),
                request.appearance(),
                request.camera().pan(unit, unit),
                request.focus(),
                request.width(),
                request.height(),
                request.scale(),
                request.detail(),
                request.passage());
    }

    static Png.Picture noisy(Png.Picture picture, Random random) {
        int[] argb = picture.argb().clone();
        for (int i = 0; i < argb.length; i++) {
            int pixel = 0xff;
            for (int shift = 16; shift >= 0; shift -= 8) {
                pixel = pixel << 8 | Math.clamp((argb[i] >> shift & 255) + random.nextInt(5) - 2, 0, 255);
            }
            argb[i] = pixel;
        }
        return new Png.Picture(argb, picture.width(), picture.height());
    }

    /** Without the longest line of a lit call. */
    static Frame withoutLongestRay(FrameRequest request) {
        Frame frame = Studio.frame(request);
        Strokes rays = frame.rays();
        int from = 0;
        int to = 0;
        double longest = 0;
        double length = 0;
        int start = 0;
        for (int i = 0; i < rays.size(); i++) {
            if (i > 0 && !follows(rays, i)) {
                start = i;
                length = 0;
            }
            length += Math.hypot(rays.place(i, 2) - rays.place(i, 0), rays.place(i, 3) - rays.place(i, 1));
            if (length > longest) {
                longest = length;
                from = start;
                to = i + 1;
            }
        }
        List<Runnable> kept = new ArrayList<>();
        for (int i = 0; i < rays.size(); i++) {
            if (i < from || i >= to) {
                kept.add(copy(rays, i));
            }
        }
        rays.clear();
        kept.forEach(Runnable::run);
        return frame;
    }

    private static boolean follows(Strokes strokes, int stroke) {
        return Math.hypot(
                        strokes.place(stroke, 0) - strokes.place(stroke - 1, 2),
                        strokes.place(stroke, 1) - strokes.place(stroke - 1, 3))
                < 0.01;
    }

    private static Runnable copy(Strokes strokes, int i) {
        float[] place = new float[Strokes.FLOATS];
        for (int j = 0; j < place.length; j++) {
            place[j] = strokes.place(i, j);
        }
        int start = strokes.startArgb(i);
        int end = strokes.endArgb(i);
        LineStyle style = strokes.style(i);
        return () -> strokes.add(place[0], place[1], place[2], place[3], place[4], place[5], start, end, style);
    }

    /** With the colours of a region's bodies, or of its houses, exchanged; null where it has none in the picture. */
    static @Nullable Frame withWrongHue(FrameRequest request, int region) {
        Frame frame = Studio.frame(request);
        Scene scene = request.scene();
        IntUnaryOperator regionOf = body -> scene.region(scene.cluster(body));
        boolean any = recolour(frame.dim(), regionOf, region) | recolour(frame.lit(), regionOf, region);
        City city = request.passage().city();
        if (city != null) {
            any |= recolour(frame.faces(), owner -> regionOf.applyAsInt(body(city, owner)), region);
        }
        return any ? frame : null;
    }

    private static boolean recolour(Spots spots, IntUnaryOperator regionOf, int region) {
        List<Runnable> all = new ArrayList<>();
        boolean any = false;
        for (int i = 0; i < spots.size(); i++) {
            float x = spots.x(i);
            float y = spots.y(i);
            float radius = spots.radius(i);
            float depth = spots.depth(i);
            int body = spots.body(i);
            int argb = spots.argb(i);
            boolean wrong = regionOf.applyAsInt(body) == region;
            any |= wrong;
            int colour = wrong ? exchanged(argb) : argb;
            all.add(() -> spots.add(x, y, radius, depth, colour, body));
        }
        spots.clear();
        all.forEach(Runnable::run);
        return any;
    }

    private static int body(City city, int owner) {
        return owner >= 0 ? owner : city.mainBody(Faces.fileOf(owner));
    }

    private static boolean recolour(Faces faces, IntUnaryOperator regionOf, int region) {
        List<Runnable> all = new ArrayList<>();
        boolean any = false;
        for (int face = 0; face < faces.size(); face++) {
            int owner = faces.owner(face);
            boolean wrong = owner != Faces.NOBODY && regionOf.applyAsInt(owner) == region;
            any |= wrong;
            for (int corner = faces.first(face); corner < faces.end(face); corner++) {
                float x = faces.x(corner);
                float y = faces.y(corner);
                int colour = wrong ? exchanged(faces.argb(corner)) : faces.argb(corner);
                all.add(() -> faces.corner(x, y, colour));
            }
            all.add(() -> faces.close(owner));
        }
        faces.clear();
        all.forEach(Runnable::run);
        return any;
    }

    /** Red becomes green, green blue, blue red. */
    private static int exchanged(int argb) {
        return argb & 0xff000000 | (argb & 0xff) << 16 | argb >> 8 & 0xffff;
    }
}
