package dev.orrery.app.feature.code;

import javafx.animation.PauseTransition;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/** Tells an editor when the pointer rests over it. */
final class HoverDelay {
    private final PauseTransition rest = new PauseTransition(Duration.millis(450));
    private double x;
    private double y;

    HoverDelay(CodeEditor editor) {
        rest.setOnFinished(event -> editor.hoverAt(x, y));
        editor.addEventFilter(MouseEvent.MOUSE_MOVED, event -> {
            editor.hoverEnded();
            x = event.getScreenX();
            y = event.getScreenY();
            rest.playFromStart();
        });
        editor.addEventFilter(MouseEvent.MOUSE_EXITED, event -> {
            rest.stop();
            editor.hoverEnded();
        });
    }
}
