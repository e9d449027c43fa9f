/**
 * Measurements beside peers, run by hand: each class has a {@code main} and prints a table. Nothing here is a test; what
 * must hold always is tested in the modules.
 */
@NullMarked
package dev.orrery.bench;

import org.jspecify.annotations.NullMarked;
