package dev.orrery.app.feature.code;

import dev.orrery.app.control.Icons;
import dev.orrery.app.control.StatePane;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.session.Place;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.util.Duration;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One file's text with line numbers, colours and a caret; read only. */
final class CodeEditor extends StackPane implements AutoCloseable {
    private static final double FONT_SIZE = 13;
    /** Lines kept in view around the place one jumps to. */
    private static final int CONTEXT = 3;

    private static final Duration LAID_OUT = Duration.millis(20);

    private final ViewContext context;
    private final CodeViewModel model;
    private final OpenFile file;
    private final CodeArea area = new CodeArea();
    private final ReliefScroll relief;
    private final Tooltip hover = new Tooltip();
    private final Timeline arrival = new Timeline();
    private boolean jumping;
    private int jumped;

    CodeEditor(ViewContext context, CodeViewModel model, OpenFile file) {
        this.context = context;
        this.model = model;
        this.file = file;
        this.relief = new ReliefScroll(model, file, area);
        area.setEditable(false);
        area.setHighlightCurrentParagraph(true);
        area.setTabSize(4);
        // The control never stops its blinking, not even when it is gone; a period of nothing does not begin it.
        area.setCaretBlinkPeriod(Duration.ZERO);
        area.setFont(Font.font("Monospaced", FONT_SIZE));
        area.setAccessibleText(context.text("app.code.accessible", file.path()));
        area.caretPositionProperty().addListener((property, before, now) -> caretMoved(now));
        area.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        area.layoutBoundsProperty()
                .addListener((property, before, now) -> jump(file.jumpProperty().get()));
        hover.setShowDelay(Duration.millis(400));
        file.contentProperty().subscribe(this::show);
        file.jumpProperty().subscribe(this::jump);
    }

    CodeArea area() {
        return area;
    }

    private void show(Content content) {
        getChildren().setAll(node(content));
        if (content instanceof Content.Shown) {
            jumped = 0;
            jump(file.jumpProperty().get());
        }
    }

    private Node node(Content content) {
        return switch (content) {
            case Content.Loading loading ->
                new StatePane(Feather.FILE_TEXT, context.text("app.code.loading"), file.path());
            case Content.Unreadable unreadable ->
                new StatePane(
                        Feather.ALERT_TRIANGLE,
                        context.text("app.code.unreadable"),
                        context.messages().text(unreadable.why()));
            case Content.Shown shown -> area(shown);
        };
    }

    private Node area(Content.Shown shown) {
        CodeTextModel text = new CodeTextModel(new DocumentContent(shown.lines()));
        text.setDecorator(new HighlightDecorator(shown.highlights()));
        shown.highlights().onArrival(line -> {
            int last = Math.min(shown.lines().count(), line + Highlights.BLOCK) - 1;
            text.fireStyleChangeEvent(TextPos.ofLeading(line, 0), text.getEndOfParagraphTextPos(last));
        });
        jumping = true;
        area.setModel(text);
        area.setLeftDecorator(new LineNumbers(shown.lines().count()));
        jumping = false;
        return relief.beside();
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
        jumping = true;
        TextPos before = TextPos.ofLeading(Math.max(0, line - CONTEXT), 0);
        arrival.stop();
        arrival.getKeyFrames()
                .setAll(
                        new KeyFrame(LAID_OUT, event -> area.select(before)),
                        new KeyFrame(LAID_OUT.multiply(3), event -> {
                            area.select(TextPos.ofLeading(line, column));
                            jumping = false;
                        }));
        arrival.playFromStart();
    }

    private void caretMoved(@Nullable TextPos caret) {
        if (!jumping && caret != null) {
            model.caretMoved(file, place(caret));
        }
    }

    private Place place(TextPos position) {
        return new Place(file.path(), position.index() + 1, position.offset() + 1);
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.isShortcutDown()) {
            model.goToDefinition();
        }
    }

    /** Lets go of the text: the control keeps the line that it drew last in a static field, and with it all around. */
    @Override
    public void close() {
        arrival.stop();
        jumping = true;
        area.setModel(null);
    }

    /** Says what stands under the pointer. */
    void hoverAt(double screenX, double screenY) {
        if (file.contentProperty().get() instanceof Content.Shown shown) {
            TextPos position = area.getTextPosition(screenX, screenY);
            if (position != null) {
                String word = shown.lines().wordAt(position.index(), position.offset());
                if (!word.isEmpty()) {
                    model.describe(place(position), word, text -> {
                        hover.setText(text);
                        hover.setGraphic(Icons.of(Feather.CORNER_DOWN_RIGHT));
                        hover.show(area, screenX + 12, screenY + 16);
                    });
                }
            }
        }
    }

    void hoverEnded() {
        hover.hide();
    }
}
