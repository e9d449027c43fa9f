package dev.orrery.models.pool;

import java.time.Instant;
import java.util.Optional;

/**
 * What a model holds.
 *
 * @param bytes on this machine, or set aside for it while it is loaded
 * @param idleSince since when nobody uses it; empty where somebody does or it is not loaded
 */
public record Holding(long bytes, Optional<Instant> idleSince) {}
