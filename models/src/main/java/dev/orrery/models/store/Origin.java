package dev.orrery.models.store;

/**
 * Where an installed model came from.
 *
 * @param kind how it came
 * @param address of the repository, or the path on this machine
 * @param revision of the repository; empty for a local file
 */
public record Origin(Kind kind, String address, String revision) {
    /** How a model came. */
    public enum Kind {
        HUB,
        /** Copied from a file on this machine. */
        COPIED,
        /** Still where it was; only its place is kept. */
        REFERENCED,
        /** Made here from another model of the store; the address is the id of that one. */
        QUANTISED
    }
}
