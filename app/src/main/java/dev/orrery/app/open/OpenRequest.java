package dev.orrery.app.open;

import dev.orrery.app.session.Room;
import dev.orrery.render3d.view.RendererChoice;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How the window is to be opened.
 *
 * @param folder the repository; none for the welcome screen
 * @param snapshot the PNG to write instead of opening a window
 * @param room the room to show
 * @param look what was asked for this once
 * @param select the symbol to select, by qualified or simple name
 * @param compare the revision to compare the working tree with
 * @param at the moment of the history to show, in seconds since 1970
 * @param renderer what draws the map for this once
 * @param width of the contents, in units of the user interface
 * @param height of the contents
 */
public record OpenRequest(
        Optional<Path> folder,
        Optional<Path> snapshot,
        Room room,
        Look look,
        Optional<String> select,
        Optional<String> compare,
        OptionalLong at,
        Optional<RendererChoice> renderer,
        int width,
        int height) {}
