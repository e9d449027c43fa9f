/**
 * The map with the project tree on its left and the inspector on its right. The view models know no toolkit; nothing
 * here parses, links or draws bodies.
 */
@NullMarked
package dev.orrery.app.feature.explore;

import org.jspecify.annotations.NullMarked;
