/** What the tests of the map share: graphs made up in the shape of real ones, and pictures to look at. */
@NullMarked
package dev.orrery.render3d;

import org.jspecify.annotations.NullMarked;
