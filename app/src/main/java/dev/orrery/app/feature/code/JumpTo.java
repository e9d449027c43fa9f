package dev.orrery.app.feature.code;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import org.jspecify.annotations.Nullable;

/** Sends the caret of one text to where its file was asked for. */
final class JumpTo {
    /** Lines kept in view around the place one jumps to. */
    private static final int CONTEXT = 3;

    private static final Duration LAID_OUT = Duration.millis(20);

    private final CodeArea area;
    private final OpenFile file;
    private final Timeline arrival = new Timeline();
    private boolean underWay;
    private int jumped;

    JumpTo(CodeArea area, OpenFile file) {
        this.area = area;
        this.file = file;
        area.layoutBoundsProperty()
                .addListener((property, before, now) -> jump(file.jumpProperty().get()));
        file.jumpProperty().subscribe(this::jump);
    }

    /** Another text is shown: goes once more to the place asked for last. */
    void again() {
        jumped = 0;
        jump(file.jumpProperty().get());
    }

    /** Whether the caret is moved by nobody but this. */
    boolean isUnderWay() {
        return underWay;
    }

    void stop() {
        arrival.stop();
    }

    private void jump(OpenFile.@Nullable Jump jump) {
        boolean ready = file.contentProperty().get() instanceof Content.Shown && area.getHeight() > 0;
        if (jump == null || !ready || jump.number() == jumped) {
            return;
        }
        jumped = jump.number();
        int line = Math.clamp(jump.place().line() - 1, 0, area.getParagraphCount() - 1);
        int column =
                Math.clamp(jump.place().column() - 1, 0, area.getPlainText(line).length());
        // The control scrolls only as far as it must, when it is laid out: first to some lines before the place.
        underWay = true;
        TextPos before = TextPos.ofLeading(Math.max(0, line - CONTEXT), 0);
        arrival.stop();
        arrival.getKeyFrames()
                .setAll(
                        new KeyFrame(LAID_OUT, event -> area.select(before)),
                        new KeyFrame(LAID_OUT.multiply(3), event -> {
                            area.select(TextPos.ofLeading(line, column));
                            underWay = false;
                        }));
        arrival.playFromStart();
    }
}
