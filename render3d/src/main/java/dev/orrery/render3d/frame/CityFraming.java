package dev.orrery.render3d.frame;

import dev.orrery.render3d.city.City;
import dev.orrery.render3d.city.Plot;

/** Finds the camera from which a whole city fills the picture without being cut off. */
public final class CityFraming {
    /** From the south-west, so that houses show two sides, one of them in the sun. */
    private static final double HOME_YAW = -0.4;

    private static final double HOME_PITCH = Math.toRadians(43);
    private static final double WIDE = 0.94;
    private static final double HIGH = 0.86;

    private CityFraming() {}

    /** The view of the whole. */
    public static Camera whole(City city, int width, int height) {
        double size = city.site().width() + city.site().depth();
        Camera best = new Camera(0, 0, 0, size, HOME_YAW, Camera.homePitch(HOME_PITCH, width, height));
        for (int round = 0; round < 6; round++) {
            double[] bounds = bounds(city, best, width, height);
            double over = Math.max((bounds[1] - bounds[0]) / (width * WIDE), (bounds[3] - bounds[2]) / (height * HIGH));
            double perPixel = best.distance() / Camera.focal(width, height);
            best = best.pan(
                            ((bounds[0] + bounds[1]) / 2 - width / 2.0) * perPixel,
                            (height * 0.53 - (bounds[2] + bounds[3]) / 2) * perPixel)
                    .approach(over);
        }
        return best;
    }

    /** Left, right, top and bottom of the city in the picture. */
    private static double[] bounds(City city, Camera camera, int width, int height) {
        Projection projection = new Projection(camera, width, height);
        double[] bounds = {Double.MAX_VALUE, -Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE};
        Plot site = city.site();
        for (int corner = 0; corner < 8; corner++) {
            double x = (corner & 1) == 0 ? site.x0() : site.x1();
            double z = (corner & 2) == 0 ? site.z0() : site.z1();
            // Only a few houses reach the sky, so that the corners need not be inside with it.
            double y = (corner & 4) == 0 ? 0 : city.highest() * 0.3;
            if (projection.project(x, y, z)) {
                bounds[0] = Math.min(bounds[0], projection.px);
                bounds[1] = Math.max(bounds[1], projection.px);
                bounds[2] = Math.min(bounds[2], projection.py);
                bounds[3] = Math.max(bounds[3], projection.py);
            }
        }
        return bounds;
    }
}
