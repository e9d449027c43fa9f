/**
 * What the map is made of: a {@link dev.orrery.api.CodeGraph} turned into regions, clusters, bodies and bundled links.
 *
 * <p>Enter through {@link dev.orrery.render3d.scene.Scene#of}. Everything here is immutable and pure: no positions, no
 * pixels, no toolkit; safe from any thread. Where a thing lies is the business of {@code layout}, what one picture shows
 * of it that of {@code frame}.
 */
@NullMarked
package dev.orrery.render3d.scene;

import org.jspecify.annotations.NullMarked;
