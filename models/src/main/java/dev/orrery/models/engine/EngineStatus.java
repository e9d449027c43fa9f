package dev.orrery.models.engine;

import dev.orrery.api.UserMessage;

/**
 * Whether an engine can run here and now.
 *
 * @param id the engine's stable id
 * @param runs whether it can
 * @param reason why, or why not
 */
public record EngineStatus(String id, boolean runs, UserMessage reason) {}
