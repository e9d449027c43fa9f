/**
 * The map as a JavaFX node: {@link dev.orrery.render3d.view.CodeMap}.
 *
 * <p>Everything public here belongs to the JavaFX thread. Scenes and layouts are made on a thread of their own, pictures on
 * another one; what they finish is handed over with {@code Platform.runLater}. Labels are nodes over the picture, so that
 * text is as sharp as all other text. Commands, keys and menus are the shell's; the mouse is handled here.
 */
@NullMarked
package dev.orrery.render3d.view;

import org.jspecify.annotations.NullMarked;
