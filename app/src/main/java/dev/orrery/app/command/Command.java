package dev.orrery.app.command;

import java.util.List;
import javafx.beans.value.ObservableBooleanValue;

/**
 * One action of the application. Palette, menus, buttons and keys all run it through {@link #run}.
 *
 * @param id stable name under which keys are stored, as in {@code map.home}
 * @param titleKey bundle key of the title
 * @param keys key combinations in the notation of {@code KeyCombination.valueOf} unless the user chose others
 * @param scope where its keys count
 * @param enabled whether it can run now
 * @param action what it does, on the FX thread
 */
public record Command(
        String id, String titleKey, List<String> keys, Scope scope, ObservableBooleanValue enabled, Runnable action) {
    public Command {
        keys = List.copyOf(keys);
    }

    /** Where a command's keys count. */
    public enum Scope {
        /** Everywhere in the window. */
        WINDOW,
        /** Everywhere except where text is typed: single letters. */
        OUTSIDE_TEXT,
        /** Where code is edited and only there. */
        IN_CODE,
        /** Where no control has the focus that could mean the key for itself: arrows and the space bar. */
        OUTSIDE_CONTROLS
    }

    /** Runs the action if the command is enabled; answers whether it was. */
    public boolean run() {
        boolean able = enabled.get();
        if (able) {
            action.run();
        }
        return able;
    }
}
