package dev.orrery.app.shell;

import dev.orrery.app.session.Tasks;
import dev.orrery.app.session.Threads;
import dev.orrery.base.AppFolders;
import dev.orrery.render3d.view.RendererChoice;

/**
 * What runs behind a window.
 *
 * @param folders where things are kept
 * @param tasks long work
 * @param threads where work runs
 * @param themes the colours
 * @param renderer what is to draw the map
 * @param choices what is remembered of the map
 * @param models the rooms that have to do with models
 */
public record WindowParts(
        AppFolders folders,
        Tasks tasks,
        Threads threads,
        Themes themes,
        RendererChoice renderer,
        MapChoices choices,
        ModelRooms models) {}
