/**
 * What is on the map as files that other programs open: a drawing (SVG 1.1) and a model in space (glTF 2.0, binary).
 *
 * <p>Enter through {@link dev.orrery.render3d.picture.MapPicture}. Pure; no toolkit, no GL; any thread.
 */
@NullMarked
package dev.orrery.render3d.picture;

import org.jspecify.annotations.NullMarked;
