/**
 * Every action of the application as a {@link dev.orrery.app.command.Command}: one registry that palette, menus,
 * buttons and keys share, and the keys that the user may change. No nodes here; used on the FX thread.
 */
@NullMarked
package dev.orrery.app.command;

import org.jspecify.annotations.NullMarked;
