package dev.orrery.app.feature.settings;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Writes a pressed key in the notation in which keys are stored. */
final class KeyText {
    private KeyText() {}

    /** Nothing for Escape alone, which ends the asking. */
    static Optional<String> of(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            return Optional.empty();
        }
        KeyCombination.Modifier[] modifiers = java.util.stream.Stream.of(
                        event.isShortcutDown() ? KeyCombination.SHORTCUT_DOWN : null,
                        event.isAltDown() ? KeyCombination.ALT_DOWN : null,
                        event.isShiftDown() ? KeyCombination.SHIFT_DOWN : null)
                .filter(java.util.Objects::nonNull)
                .toArray(KeyCombination.Modifier[]::new);
        return Optional.of(new KeyCodeCombination(event.getCode(), modifiers).getName());
    }
}
