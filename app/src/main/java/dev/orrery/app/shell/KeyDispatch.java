package dev.orrery.app.shell;

import dev.orrery.app.command.Command;
import dev.orrery.app.command.Commands;
import dev.orrery.app.command.KeyChoices;
import dev.orrery.app.feature.code.CodeEditor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import jfx.incubator.scene.control.richtext.RichTextArea;

/** Runs commands by their keys, and the palette by pressing Shift twice. */
final class KeyDispatch {
    private static final long DOUBLE_NANOS = 400_000_000;

    private final Commands commands;
    private final KeyChoices keys;
    private final Scene scene;
    private long shiftReleased;
    private boolean shiftAlone;

    KeyDispatch(Commands commands, KeyChoices keys, Scene scene) {
        this.commands = commands;
        this.keys = keys;
        this.scene = scene;
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, this::released);
    }

    private void pressed(KeyEvent event) {
        shiftAlone = event.getCode() == KeyCode.SHIFT;
        if (event.getCode().isModifierKey()) {
            return;
        }
        shiftReleased = 0;
        for (Command command : commands.all()) {
            boolean heard = isHeard(command.scope(), scene.getFocusOwner());
            if (heard && matches(command, event) && command.run()) {
                event.consume();
                return;
            }
        }
    }

    private boolean matches(Command command, KeyEvent event) {
        return keys.keys(command).stream()
                .anyMatch(key -> KeyCombination.valueOf(key).match(event));
    }

    private void released(KeyEvent event) {
        if (event.getCode() != KeyCode.SHIFT || !shiftAlone) {
            return;
        }
        long now = System.nanoTime();
        if (shiftReleased != 0 && now - shiftReleased < DOUBLE_NANOS) {
            shiftReleased = 0;
            commands.get("palette.show").run();
        } else {
            shiftReleased = now;
        }
    }

    private static boolean isHeard(Command.Scope scope, @org.jspecify.annotations.Nullable Node focus) {
        return switch (scope) {
            case WINDOW -> true;
            case OUTSIDE_TEXT -> !isText(focus);
            case IN_CODE -> CodeEditor.isIn(focus);
            case OUTSIDE_CONTROLS -> !(focus instanceof Control);
        };
    }

    private static boolean isText(@org.jspecify.annotations.Nullable Node focus) {
        return focus instanceof TextInputControl || focus instanceof RichTextArea;
    }
}
