/**
 * The window: top bar, rail, rooms, palette, status bar, themes, and the snapshot of all of it. It joins the screens
 * of {@code feature}, which do not know it.
 */
@NullMarked
package dev.orrery.app.shell;

import org.jspecify.annotations.NullMarked;
