package dev.orrery.app.cli;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import java.nio.file.Path;

/** Flies over the map of a repository in a real window. Filled in by whoever knows windows. */
@FunctionalInterface
public interface MapBench {
    /** For builds and tests without a window. */
    MapBench NONE = order -> {
        throw new OrreryException(UserMessage.of("app.cli.bench.map.nowindow"));
    };

    /** Blocks until the flight is over. */
    MapFlight fly(Order order) throws OrreryException, InterruptedException;

    /**
     * What to fly over.
     *
     * @param folder the repository
     * @param seconds how long the flight takes
     * @param width of the map's picture
     * @param height of the map's picture
     */
    record Order(Path folder, int seconds, int width, int height) {}
}
