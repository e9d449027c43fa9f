/** What must hold when things go wrong: processes that are killed, disks that are full, files that nobody expects. */
@NullMarked
package dev.orrery.durability;

import org.jspecify.annotations.NullMarked;
