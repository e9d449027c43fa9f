package dev.orrery.app.cli;

import dev.orrery.api.UserMessage;

/** Finds out what can draw the map on this machine. Filled in by whoever knows renderers. */
@FunctionalInterface
public interface RendererProbe {
    /** For builds and tests that do not ask. */
    RendererProbe UNKNOWN = () -> new Finding("", UserMessage.of("app.cli.doctor.renderer.unknown"));

    Finding find();

    /**
     * What was found.
     *
     * @param id {@code gl}, {@code fxyz}, {@code 2d}, or empty where it is not known
     * @param reason device and driver, or why nothing better runs
     */
    record Finding(String id, UserMessage reason) {}
}
