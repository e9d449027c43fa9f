/**
 * The models that could answer: loaded ones, ones on disk, servers, and the built-in one. {@link dev.orrery.models.pool.ModelPool}
 * loads them when they are needed and lets them go when they are idle or memory is short. Which one a request gets is decided elsewhere.
 */
@NullMarked
package dev.orrery.models.pool;

import org.jspecify.annotations.NullMarked;
