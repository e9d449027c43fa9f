/**
 * The screen for theme, renderer, motion and keys. Opening it loads nothing.
 */
@NullMarked
package dev.orrery.app.feature.settings;

import org.jspecify.annotations.NullMarked;
