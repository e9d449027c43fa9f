package dev.orrery.models.engine;

import dev.orrery.api.UserMessage;

/**
 * Whether a model can take a request now.
 *
 * @param able whether it can
 * @param reason why, or why not and until when
 */
public record Health(boolean able, UserMessage reason) {}
