package dev.orrery.render3d.frame;

import dev.orrery.render3d.city.City;
import dev.orrery.render3d.layout.Layout;
import org.jspecify.annotations.Nullable;

/**
 * A small picture of a whole scene, as places: where things stand in it, what of it another camera sees, and where that
 * camera goes when it is moved by hand over this picture. Pixels are those of the small picture. Immutable.
 *
 * @param camera from which the whole is seen
 * @param width pixels
 * @param height pixels
 * @param lowest the scene's lowest plane that a camera looks at
 * @param highest the highest
 */
public record Minimap(Camera camera, int width, int height, double lowest, double highest) {
    /** The whole galaxy, or the whole city if there is one. */
    public static Minimap of(Layout galaxy, @Nullable City city, int width, int height) {
        if (city != null) {
            return new Minimap(CityFraming.whole(city, width, height), width, height, 0, city.highest() * 0.2);
        }
        double flat = 0;
        for (int region = 0; region < galaxy.regions().size(); region++) {
            flat = Math.max(flat, galaxy.regionHeight(region));
        }
        return new Minimap(Framing.whole(galaxy, width, height), width, height, -flat, flat);
    }

    /**
     * The outline of what a camera shows of the plane of its target, x before y.
     *
     * @param wide pixels of that camera's picture, or any unit
     * @param high the same
     */
    public double[] outline(Camera other, int wide, int high) {
        double level = level(other);
        double[] seen = new Floor(other, wide, high, level).seen(corners(level));
        Projection projection = new Projection(camera, width, height);
        double[] outline = new double[seen.length];
        for (int i = 0; i < seen.length; i += 2) {
            projection.project(seen[i], level, seen[i + 1]);
            outline[i] = projection.px;
            outline[i + 1] = projection.py;
        }
        return outline;
    }

    /** Where a point of space stands; empty where it lies behind the eye. */
    public double[] place(double x, double y, double z) {
        Projection projection = new Projection(camera, width, height);
        return projection.project(x, y, z) ? new double[] {projection.px, projection.py} : new double[0];
    }

    /** Where the middle of what a camera shows stands; empty where it lies behind the eye. */
    public double[] middle(Camera other) {
        double level = level(other);
        double[] ahead = ahead(other, level);
        return place(other.x() + ahead[0], level, other.z() + ahead[1]);
    }

    /** A camera that looks at what lies under a pixel, from as far and from the same side as another one. */
    public Camera at(Camera other, double px, double py) {
        double level = level(other);
        double[] point = new Floor(camera, width, height, level).under(inside(px, width), inside(py, height));
        double[] ahead = ahead(other, level);
        return point.length == 0
                ? other
                : other.lookingAt(point[0] - ahead[0], other.y(), point[1] - ahead[1], other.distance());
    }

    /** A camera moved as the middle of what it shows is moved, by pixels. */
    public Camera dragged(Camera other, double right, double down) {
        double[] middle = middle(other);
        return middle.length == 0 ? other : at(other, middle[0] + right, middle[1] + down);
    }

    /** From a camera's target to where its middle ray meets a plane, in x and z. */
    private static double[] ahead(Camera other, double level) {
        double[] back = other.backward();
        double way = (level - other.y()) / back[1];
        return new double[] {back[0] * way, back[2] * way};
    }

    private double level(Camera other) {
        return Math.clamp(other.y(), lowest, highest);
    }

    private static double inside(double pixel, int size) {
        return Math.clamp(pixel, 0, size);
    }

    /** The plane as far as this picture shows it. */
    private double[] corners(double level) {
        Floor floor = new Floor(camera, width, height, level);
        double[] corners = new double[8];
        for (int i = 0; i < 4; i++) {
            double[] corner = floor.under(i == 0 || i == 3 ? 1 : width - 1, i < 2 ? 1 : height - 1);
            if (corner.length == 0) {
                return new double[0];
            }
            corners[2 * i] = corner[0];
            corners[2 * i + 1] = corner[1];
        }
        return corners;
    }
}
