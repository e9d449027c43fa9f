/**
 * What every module needs and no plugin sees: application folders, atomic files, cancellable tasks with progress, path globs, and
 * message bundles. Everything here is safe from any thread unless it says otherwise. Nothing here knows a repository, an
 * index, a model or a window.
 */
@NullMarked
package dev.orrery.base;

import org.jspecify.annotations.NullMarked;
