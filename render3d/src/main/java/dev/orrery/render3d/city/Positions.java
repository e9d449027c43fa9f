package dev.orrery.render3d.city;

import dev.orrery.render3d.layout.Layout;
import dev.orrery.render3d.layout.Points;
import dev.orrery.render3d.scene.Scene;

/** The places of a scene's things in a city, for all that knows only places: lines, flights, labels. */
final class Positions {
    private Positions() {}

    static Layout of(City city) {
        Scene scene = city.scene();
        Points bodies = new Points(scene.bodyCount());
        for (int body = 0; body < bodies.size(); body++) {
            on(bodies, body, city.bodies(), body);
        }
        Points clusters = new Points(scene.clusterCount());
        for (int cluster = 0; cluster < clusters.size(); cluster++) {
            on(clusters, cluster, city.files(), city.file(scene.firstBody(cluster)));
        }
        Points regions = new Points(scene.regionCount());
        Boxes wards = city.wards();
        for (int ward = 0; ward < wards.size(); ward++) {
            if (city.ward(ward).level() == 1) {
                int region = city.ward(ward).region();
                on(regions, region, wards, ward);
                regions.radius(
                        region, Math.hypot(wards.x1(ward) - wards.x0(ward), wards.z1(ward) - wards.z0(ward)) / 2);
            }
        }
        return Layout.at(scene, bodies, clusters, regions);
    }

    private static void on(Points points, int row, Boxes boxes, int box) {
        points.place(row, boxes.middleX(box), boxes.top(box), boxes.middleZ(box));
        points.radius(row, boxes.shorter(box) / 2);
    }
}
