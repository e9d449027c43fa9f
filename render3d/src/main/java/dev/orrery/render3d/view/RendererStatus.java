package dev.orrery.render3d.view;

import dev.orrery.api.UserMessage;

/**
 * Which renderer draws, and why.
 *
 * @param renderer the one in use; {@code AUTO} while none has come up yet
 * @param why a sentence for the status bar
 */
public record RendererStatus(RendererChoice renderer, UserMessage why) {}
