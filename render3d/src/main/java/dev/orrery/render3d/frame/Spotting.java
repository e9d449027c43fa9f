package dev.orrery.render3d.frame;

import dev.orrery.render3d.city.Boxes;
import dev.orrery.render3d.city.City;

/** Where one body stands in a picture. */
public final class Spotting {
    private Spotting() {}

    /**
     * The corners of a roof in pixels, x before y; empty where it does not lie ahead of the eye.
     *
     * @param owner a body of the city, or what {@link Faces} has for a file
     */
    public static double[] roof(FrameRequest request, City city, int owner) {
        int file = Faces.fileOf(owner) >= 0 ? Faces.fileOf(owner) : city.file(owner);
        Boxes boxes = Faces.fileOf(owner) >= 0 ? city.files() : city.bodies();
        int box = Faces.fileOf(owner) >= 0 ? file : owner;
        Projection projection = new Projection(request.camera(), request.width(), request.height());
        double top = boxes.top(box);
        if (owner >= 0 && owner != city.mainBody(file)) {
            projection.project(
                    city.files().middleX(file),
                    city.files().top(file),
                    city.files().middleZ(file));
            double open = CityStage.opened(projection.pixels(city.files().shorter(file)) / request.scale());
            top = CityStage.top(boxes, box, open);
        }
        double[] corners = new double[8];
        for (int i = 0; i < 4; i++) {
            double x = i == 0 || i == 3 ? boxes.x0(box) : boxes.x1(box);
            double z = i < 2 ? boxes.z0(box) : boxes.z1(box);
            if (!projection.project(x, top, z)) {
                return new double[0];
            }
            corners[2 * i] = projection.px;
            corners[2 * i + 1] = projection.py;
        }
        return corners;
    }

    /** Middle and radius of a body in pixels; empty where it lies behind the eye. */
    public static double[] locate(FrameRequest request, int body) {
        Projection projection = new Projection(request.camera(), request.width(), request.height());
        if (!projection.project(
                request.layout().bodies().x(body),
                request.layout().bodies().y(body),
                request.layout().bodies().z(body))) {
            return new double[0];
        }
        return new double[] {
            projection.px, projection.py, projection.pixels(request.appearance().radius(body))
        };
    }
}
