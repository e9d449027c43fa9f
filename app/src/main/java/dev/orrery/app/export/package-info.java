/**
 * Graphs and pictures as files for other programs: {@link dev.orrery.app.export.GraphMl}, {@link dev.orrery.app.export.Dot},
 * {@link dev.orrery.app.export.PngFile}. Any thread.
 */
@NullMarked
package dev.orrery.app.export;

import org.jspecify.annotations.NullMarked;
