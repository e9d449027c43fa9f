/**
 * JSON from elsewhere, read with bounds: sizes, depth, names and numbers are checked as they are asked for, and what is wrong is
 * said with the place where it stands. Writing is left to the ones who write.
 */
@NullMarked
package dev.orrery.models.json;

import org.jspecify.annotations.NullMarked;
