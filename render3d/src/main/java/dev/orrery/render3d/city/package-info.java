/**
 * The other scene of the map: a treemap of folders and files with heights. Regions are districts, folders blocks between
 * streets, files houses, declarations what stands on their roofs.
 *
 * <p>Enter through {@link dev.orrery.render3d.city.City}. The ground is divided by straight cuts only, so that the plan is
 * a binary space partition: walked away from the eye it gives the order in which a painter paints, without sorting. The
 * plan is remembered: when code changes, cuts shift a little and nothing changes sides. Pure, deterministic, safe from any
 * thread; neither colours nor cameras belong here.
 */
@NullMarked
package dev.orrery.render3d.city;

import org.jspecify.annotations.NullMarked;
