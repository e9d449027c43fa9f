package dev.orrery.render3d.frame;

import dev.orrery.render3d.layout.Layout;
import dev.orrery.render3d.layout.Points;

/** Finds the camera from which all regions fill the picture without being cut off. */
public final class Framing {
    private Framing() {}

    /** The view of the whole. */
    public static Camera whole(Layout layout, int width, int height) {
        double far = layout.extent() * 12;
        double near = layout.extent() * 0.05;
        Camera best = new Camera(0, 0, 0, far, 0, Camera.HOME_PITCH);
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
