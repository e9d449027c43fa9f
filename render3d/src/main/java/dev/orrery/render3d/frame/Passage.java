package dev.orrery.render3d.frame;

import dev.orrery.render3d.city.City;
import org.jspecify.annotations.Nullable;

/**
 * Which scene a picture shows, or how far it is on the way from one to the other.
 *
 * @param city the city; null in the galaxy
 * @param share 0 in the galaxy, 1 in the city
 */
public record Passage(@Nullable City city, double share) {
    /** Nothing but the galaxy. */
    public static final Passage GALAXY = new Passage(null, 0);

    /** Nothing but a city. */
    public static Passage in(City city) {
        return new Passage(city, 1);
    }

    /** Whether the picture shows a city and nothing else. */
    public boolean arrived() {
        return city != null && share == 1;
    }

    /** How far houses have grown. */
    double grown() {
        return smooth((share - 0.3) / 0.7);
    }

    /** How much of the ground can be seen. */
    double ground() {
        return smooth((share - 0.05) / 0.5);
    }

    /** How much of the flying bodies can be seen. */
    double bodies() {
        return 1 - smooth((share - 0.62) / 0.38);
    }

    private static double smooth(double value) {
        double t = Math.clamp(value, 0, 1);
        return t * t * (3 - 2 * t);
    }
}
