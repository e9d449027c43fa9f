/**
 * Where the things of a scene lie: regions by coupling on a plane, clusters by coupling inside their region, members
 * around their type.
 *
 * <p>Enter through {@link dev.orrery.render3d.layout.Layout#of} and {@link dev.orrery.render3d.layout.Layout#following}.
 * Pure, seeded by the symbols' own fingerprints and therefore the same on every machine and for every number of threads.
 * One unit of length is about the radius of a method of ten lines; y points up; the floor is the plane y = 0.
 */
@NullMarked
package dev.orrery.render3d.layout;

import org.jspecify.annotations.NullMarked;
