package dev.orrery.render3d.frame;

/** Where one body stands in a picture. */
public final class Spotting {
    private Spotting() {}

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
