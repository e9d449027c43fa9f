/**
 * What runs models. {@link dev.orrery.models.engine.Engines} lists the engines that the design names and says of each
 * whether this build can run it. None is built yet: requests to models belong here once one is.
 */
@NullMarked
package dev.orrery.models.engine;

import org.jspecify.annotations.NullMarked;
