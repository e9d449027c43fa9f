/**
 * Paints frames with OpenGL 3.3 core, off screen: the only home of LWJGL.
 *
 * <p>Enter through {@link dev.orrery.render3d.gl.GlPainter#open}. Everything here belongs to the one thread that opened
 * it, handles are closed by their owner, and no type of LWJGL leaves the package. It neither chooses what is shown nor
 * where it stands; that is the business of {@code frame}.
 */
@NullMarked
package dev.orrery.render3d.gl;

import org.jspecify.annotations.NullMarked;
