/**
 * What the user chose and Orrery remembers between starts: theme, renderer, motion, keys, recent repositories. Stored
 * as JSON in the configuration folder; a damaged file is set aside with a message.
 */
@NullMarked
package dev.orrery.app.settings;

import org.jspecify.annotations.NullMarked;
