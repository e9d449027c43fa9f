/**
 * Loading, permissions, isolation and updates of plugins. Empty today: no plugin can be loaded yet, and nothing in the
 * application pretends otherwise.
 */
@NullMarked
package dev.orrery.plugins;

import org.jspecify.annotations.NullMarked;
