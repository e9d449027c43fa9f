package dev.orrery.render3d.view;

import dev.orrery.render3d.frame.Camera;
import dev.orrery.render3d.frame.Framing;
import dev.orrery.render3d.layout.Layout;

/** Cameras that show something in particular. */
final class Views {
    private Views() {}

    /** Everything, from the usual side. */
    static Camera home(Layout layout, int width, int height) {
        return Framing.whole(layout, width, height);
    }

    /** One body and its surroundings, from the present side. */
    static Camera near(Layout layout, int body, Camera now) {
        int cluster = layout.scene().cluster(body);
        double room =
                Math.max(layout.clusters().radius(cluster) * 7, layout.bodies().radius(body) * 30);
        return now.lookingAt(
                layout.bodies().x(body),
                layout.bodies().y(body),
                layout.bodies().z(body),
                Math.max(40, room));
    }
}
