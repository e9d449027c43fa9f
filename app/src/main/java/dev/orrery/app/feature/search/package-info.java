/**
 * One box for everything: files, symbols, text, regular expressions and commands. The same view model serves the
 * search screen and the palette.
 */
@NullMarked
package dev.orrery.app.feature.search;

import org.jspecify.annotations.NullMarked;
