package dev.orrery.app.open;

import dev.orrery.render3d.frame.Camera;
import dev.orrery.render3d.frame.Framing;
import dev.orrery.render3d.layout.Layout;
import dev.orrery.render3d.layout.Points;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The way of the camera over a map that is measured: once around the whole, down into the largest region and back, and a low
 * flight over the largest regions. The same for the same map, whatever the frame rate.
 */
final class Tour {
    private static final double ORBIT_ENDS = 0.4;
    private static final double ZOOM_ENDS = 0.7;
    private static final double TILT = 0.3;
    private static final double NEAR = 1.1;
    private static final double LOW = Math.toRadians(28);
    private static final int STOPS = 6;

    private final Camera home;
    private final Camera near;
    private final List<Camera> stops = new ArrayList<>();

    Tour(Layout layout, int width, int height) {
        home = Framing.whole(layout, width, height);
        Points regions = layout.regions();
        List<Integer> largest = IntStream.range(0, regions.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer region) -> -regions.radius(region)))
                .limit(STOPS)
                .toList();
        stops.add(home);
        for (int i = 0; i < largest.size(); i++) {
            int region = largest.get(i);
            stops.add(new Camera(
                    regions.x(region),
                    regions.y(region),
                    regions.z(region),
                    regions.radius(region) * 3,
                    home.yaw() + i * Math.PI / STOPS,
                    LOW));
        }
        Camera first = stops.get(stops.size() > 1 ? 1 : 0);
        near = first.orbit(0.6, 0).approach(NEAR / 3);
    }

    /** Where the camera is after a share of the way, 0 to 1. */
    Camera at(double share) {
        if (share < ORBIT_ENDS) {
            double turn = 2 * Math.PI * share / ORBIT_ENDS;
            return home.orbit(turn, TILT * Math.sin(turn));
        }
        if (share < ZOOM_ENDS) {
            double way = (share - ORBIT_ENDS) / (ZOOM_ENDS - ORBIT_ENDS);
            return home.towards(near, smooth(1 - Math.abs(2 * way - 1)));
        }
        double way = Math.min(1, (share - ZOOM_ENDS) / (1 - ZOOM_ENDS)) * (stops.size() - 1);
        int leg = Math.min((int) way, stops.size() - 2);
        return leg < 0 ? home : stops.get(leg).towards(stops.get(leg + 1), smooth(way - leg));
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }
}
