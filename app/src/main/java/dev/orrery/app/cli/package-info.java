/**
 * Orrery without a window, for scripts and terminals. {@link dev.orrery.app.cli.OrreryCommand} is the way in; its commands
 * call the same core as the window does. Formats and exit statuses are a contract that {@code docs/cli} describes. Loads
 * nothing of JavaFX, so that a command starts quickly and runs where there is no display.
 */
@NullMarked
package dev.orrery.app.cli;

import org.jspecify.annotations.NullMarked;
