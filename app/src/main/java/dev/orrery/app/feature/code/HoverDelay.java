package dev.orrery.app.feature.code;

import dev.orrery.app.control.Icons;
import dev.orrery.app.session.Place;
import javafx.animation.PauseTransition;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import jfx.incubator.scene.control.richtext.TextPos;
import org.kordamp.ikonli.feather.Feather;

/** Says what stands under the pointer when it rests over an editor: what is wrong there, or what is named. */
final class HoverDelay {
    private final CodeEditor editor;
    private final CodeViewModel model;
    private final Tooltip hover = new Tooltip();
    private final PauseTransition rest = new PauseTransition(Duration.millis(450));
    private double x;
    private double y;

    HoverDelay(CodeEditor editor, CodeViewModel model) {
        this.editor = editor;
        this.model = model;
        rest.setOnFinished(event -> editor.under(x, y).ifPresent(this::say));
        editor.addEventFilter(MouseEvent.MOUSE_MOVED, event -> {
            hover.hide();
            x = event.getScreenX();
            y = event.getScreenY();
            rest.playFromStart();
        });
        editor.addEventFilter(MouseEvent.MOUSE_EXITED, event -> {
            rest.stop();
            hover.hide();
        });
    }

    private void say(TextPos position) {
        String problem = editor.problemAt(position);
        Place place = editor.place(position);
        String word = editor.file()
                .draft()
                .map(draft -> draft.buffer().wordAt(position.index(), position.offset()))
                .orElse("");
        if (!problem.isEmpty()) {
            show(problem, Feather.ALERT_TRIANGLE);
        } else if (!word.isEmpty()) {
            model.describe(place, word, said -> show(said, Feather.CORNER_DOWN_RIGHT));
        }
    }

    private void show(String said, Feather icon) {
        hover.setText(said);
        hover.setGraphic(Icons.of(icon));
        hover.show(editor, x + 12, y + 16);
    }
}
