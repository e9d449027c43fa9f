/**
 * The command {@code open}: the window on a screen, or a picture of the whole of it without one. Entry point is
 * {@link dev.orrery.app.open.OpenCommand}; the calling thread waits until the window is closed or the picture is written.
 */
@NullMarked
package dev.orrery.app.open;

import org.jspecify.annotations.NullMarked;
