/**
 * Editing without a window: a text that is changed in place ({@link dev.orrery.app.edit.TextBuffer}), with its undo history and what is
 * on disk ({@link dev.orrery.app.edit.Draft}), what keys do to it (typing, pairs, indentation, lines), finding, saving, and keeping what is
 * not saved. Offsets are UTF-16 units of the whole text with its line ends as they are on disk. A draft has one owner at a time, in the
 * window the UI thread. No nodes here.
 */
@NullMarked
package dev.orrery.app.edit;

import org.jspecify.annotations.NullMarked;
