/**
 * The application that joins the modules: {@link dev.orrery.app.Main} is the way in, {@link dev.orrery.app.Composition}
 * wires the window by hand. Screens are in {@code feature}, the window around them in {@code shell}, the same core
 * without a window in {@code cli}.
 */
@NullMarked
package dev.orrery.app;

import org.jspecify.annotations.NullMarked;
