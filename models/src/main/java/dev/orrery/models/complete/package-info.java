/**
 * Proposals at a caret: {@link dev.orrery.models.complete.Completion} asks whoever may know how to go on, ranks what they say and lets through
 * what the gate finds sound. Who shows it, and when a user accepts it, is decided elsewhere.
 */
@NullMarked
package dev.orrery.models.complete;

import org.jspecify.annotations.NullMarked;
