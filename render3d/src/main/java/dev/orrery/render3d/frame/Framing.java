package dev.orrery.render3d.frame;

import dev.orrery.render3d.layout.Layout;
import dev.orrery.render3d.layout.Points;
import dev.orrery.render3d.scene.Links;
import java.util.stream.IntStream;

/** Finds the camera from which all regions fill the picture without being cut off. */
public final class Framing {
    private Framing() {}

    /** The view of the whole. */
    public static Camera whole(Layout layout, int width, int height) {
        double far = layout.extent() * 12;
        double near = layout.extent() * 0.05;
        Camera best = new Camera(0, 0, 0, far, 0, Camera.homePitch(Camera.HOME_PITCH, width, height));
        for (int round = 0; round < 4; round++) {
            double low = near;
            double high = far;
            for (int i = 0; i < 40; i++) {
                double middle = Math.sqrt(low * high);
                Camera camera = best.lookingAt(best.x(), best.y(), best.z(), middle);
                if (new Bounds(layout, camera, width, height).fit()) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            best = best.lookingAt(best.x(), best.y(), best.z(), high);
            best = new Bounds(layout, best, width, height).centred(best);
        }
        return best;
    }

    /**
     * The view of one body with its callers and callees, from the side from which {@code now} looks: as near as it can
     * be while all of them are in the picture, and no farther than the view of the whole.
     */
    public static Camera around(Layout layout, int body, Camera now, int width, int height) {
        return around(layout, body, neighbours(layout, body), now, width, height);
    }

    /** The same view of one body with others, such as those of a path. */
    public static Camera around(Layout layout, int body, int[] near, Camera now, int width, int height) {
        Points bodies = layout.bodies();
        int cluster = layout.scene().cluster(body);
        double nearest = Math.max(40, Math.max(layout.clusters().radius(cluster) * 6, bodies.radius(body) * 30));
        double farthest = Math.max(nearest, whole(layout, width, height).distance());
        Camera best = now.lookingAt(bodies.x(body), bodies.y(body), bodies.z(body), nearest);
        for (int round = 0; round < 40 && best.distance() < farthest; round++) {
            Camera centred = centred(best, bodies, near, body, width, height);
            if (inside(centred, bodies, near, width, height)) {
                return centred;
            }
            best = best.lookingAt(best.x(), best.y(), best.z(), best.distance() * 1.12);
        }
        Camera far = best.lookingAt(best.x(), best.y(), best.z(), Math.min(best.distance(), farthest));
        return near.length > 1 ? centred(far, bodies, near, body, width, height) : far;
    }

    private static int[] neighbours(Layout layout, int body) {
        Links links = layout.scene().links();
        return IntStream.concat(
                        IntStream.of(body),
                        IntStream.concat(
                                IntStream.range(links.first(body), links.end(body))
                                        .map(links::to),
                                IntStream.range(0, links.incomingCount(body))
                                        .map(i -> links.from(links.incoming(body, i)))))
                .distinct()
                .toArray();
    }

    /** The camera moved so that the middle of the bodies is in the middle, as far as the chosen one stays well inside. */
    private static Camera centred(Camera camera, Points bodies, int[] near, int body, int width, int height) {
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        Projection projection = new Projection(camera, width, height);
        for (int one : near) {
            if (projection.project(bodies.x(one), bodies.y(one), bodies.z(one))) {
                left = Math.min(left, projection.px);
                right = Math.max(right, projection.px);
                top = Math.min(top, projection.py);
                bottom = Math.max(bottom, projection.py);
            }
        }
        if (left > right || !projection.project(bodies.x(body), bodies.y(body), bodies.z(body))) {
            return camera;
        }
        double dx =
                Math.clamp((left + right) / 2 - width / 2.0, projection.px - width * 0.8, projection.px - width * 0.2);
        double dy = Math.clamp(
                (top + bottom) / 2 - height / 2.0, projection.py - height * 0.75, projection.py - height * 0.3);
        double perPixel = camera.distance() / Camera.focal(width, height);
        return camera.pan(dx * perPixel, -dy * perPixel);
    }

    private static boolean inside(Camera camera, Points bodies, int[] near, int width, int height) {
        Projection projection = new Projection(camera, width, height);
        for (int one : near) {
            if (!projection.project(bodies.x(one), bodies.y(one), bodies.z(one))
                    || projection.px < width * 0.08
                    || projection.px > width * 0.92
                    || projection.py < height * 0.12
                    || projection.py > height * 0.92) {
                return false;
            }
        }
        return true;
    }

    private static final class Bounds {
        private final int width;
        private final int height;
        private final double perPixel;
        private double left = Double.MAX_VALUE;
        private double right = -Double.MAX_VALUE;
        private double top = Double.MAX_VALUE;
        private double bottom = -Double.MAX_VALUE;
        private boolean behind;

        private Bounds(Layout layout, Camera camera, int width, int height) {
            this.width = width;
            this.height = height;
            this.perPixel = camera.distance() / Camera.focal(width, height);
            Projection projection = new Projection(camera, width, height);
            Points regions = layout.regions();
            for (int region = 0; region < regions.size(); region++) {
                double size = regions.radius(region);
                if (size == 0) {
                    continue;
                }
                if (!projection.project(regions.x(region), regions.y(region), regions.z(region))
                        || projection.depth < size) {
                    behind = true;
                    continue;
                }
                double wide = projection.pixels(size);
                double high = wide * RegionShape.height(layout, region, projection);
                left = Math.min(left, projection.px - wide);
                right = Math.max(right, projection.px + wide);
                top = Math.min(top, projection.py - high);
                bottom = Math.max(bottom, projection.py + high);
            }
        }

        private boolean fit() {
            return !behind && right - left < width * 0.985 && bottom - top < height * 0.9;
        }

        /** Moves the middle of what is seen to the middle of the picture, a little below for the labels above. */
        private Camera centred(Camera camera) {
            if (behind || left > right) {
                return camera;
            }
            double dx = (left + right) / 2 - width / 2.0;
            double dy = (top + bottom) / 2 - height * 0.525;
            return camera.pan(dx * perPixel, -dy * perPixel);
        }
    }
}
