/**
 * The screen before a repository is open: recent ones, open a folder, drop a folder.
 */
@NullMarked
package dev.orrery.app.feature.welcome;

import org.jspecify.annotations.NullMarked;
