/** The engines that run models' files on this machine, made: {@link dev.orrery.models.local.LocalEngines}. Nothing of them is loaded by that. */
@NullMarked
package dev.orrery.models.local;

import org.jspecify.annotations.NullMarked;
