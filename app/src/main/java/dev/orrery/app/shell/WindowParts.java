package dev.orrery.app.shell;

import dev.orrery.app.session.Tasks;
import dev.orrery.app.session.Threads;
import dev.orrery.render3d.scene.MapScene;
import dev.orrery.render3d.view.RendererChoice;
import javafx.beans.property.ObjectProperty;

/**
 * What runs behind a window.
 *
 * @param tasks long work
 * @param threads where work runs
 * @param themes the colours
 * @param renderer what is to draw the map
 * @param scene which of its scenes the map shows
 */
public record WindowParts(
        Tasks tasks, Threads threads, Themes themes, RendererChoice renderer, ObjectProperty<MapScene> scene) {}
