/**
 * What one picture shows: the camera, what is lit, how much detail there is time for, and the list of flat things to paint
 * in pixels, far ones first.
 *
 * <p>Enter through {@link dev.orrery.render3d.frame.FrameBuilder}. Everything is computed on the processor and shared by
 * all renderers, so that they draw, pick and label alike; a renderer only paints a {@link dev.orrery.render3d.frame.Frame}.
 * Pixels count from the top left, y downwards. Pure; no toolkit, no GL. A builder and its frames belong to one thread.
 */
@NullMarked
package dev.orrery.render3d.frame;

import org.jspecify.annotations.NullMarked;
