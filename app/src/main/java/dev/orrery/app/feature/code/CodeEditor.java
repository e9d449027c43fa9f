package dev.orrery.app.feature.code;

import dev.orrery.api.Document;
import dev.orrery.api.TextEdit;
import dev.orrery.app.control.StatePane;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.edit.Change;
import dev.orrery.app.edit.Draft;
import dev.orrery.app.edit.Selection;
import dev.orrery.app.edit.TextBuffer;
import dev.orrery.app.session.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.util.Duration;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * One file's text with line numbers, colours and a caret, to be read and edited. Whoever proposes code hears of the caret
 * ({@link #onCaret}), sees keys first ({@link #intercept}), draws over the text ({@link #overlay}, {@link #bounds}, {@link #ghost}) and
 * changes it ({@link #apply}). Offsets are UTF-16 units of the document. FX thread only.
 */
public final class CodeEditor extends StackPane implements AutoCloseable {
    /** Columns of a tab. */
    static final int TAB = 4;

    static final double FONT_SIZE = 13;
    private final ViewContext context;
    private final CodeViewModel model;
    private final OpenFile file;
    private final CodeArea area = new CodeArea();
    private final Pane overlay = new Pane();
    private final BorderPane whole = new BorderPane();
    private final EditorBars bars;
    private final EditorProblems problems;
    private final EditorBrackets brackets = new EditorBrackets(this);
    private final ReliefScroll relief;
    private final EditorInput input;
    private final TextBounds bounds = new TextBounds(area);
    private final GhostText ghost;
    private final EditorMarks marks = new EditorMarks();
    private final List<Consumer<CaretCause>> caretListeners = new ArrayList<>();
    private final JumpTo jumpTo;
    private @Nullable DraftModel text;
    private @Nullable Draft draft;
    private boolean changing;
    private boolean wantsFocus;

    /** Why the caret stands where it does. */
    public enum CaretCause {
        /** Text was typed, deleted, pasted, undone. */
        EDITED,
        /** It was only moved. */
        MOVED
    }

    CodeEditor(ViewContext context, CodeViewModel model, OpenFile file) {
        this.context = context;
        this.model = model;
        this.file = file;
        this.relief = new ReliefScroll(model, file, area);
        this.input = new EditorInput(this, area);
        this.ghost = new GhostText(this, overlay);
        this.bars = new EditorBars(context, model, this, new Comparison(context, model, this, whole)::show);
        this.problems = new EditorProblems(context, this);
        overlay.setPickOnBounds(false);
        area.setHighlightCurrentParagraph(true);
        area.setTabSize(TAB);
        // The control never stops its blinking, not even when it is gone; a period of nothing does not begin it.
        area.setCaretBlinkPeriod(Duration.ZERO);
        area.setFont(Font.font("Monospaced", FONT_SIZE));
        area.setAccessibleText(context.text("app.code.accessible", file.path()));
        area.caretPositionProperty().addListener((property, before, now) -> caretMoved(now));
        area.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        this.jumpTo = new JumpTo(area, file);
        relief.onView(ghost::place);
        file.contentProperty().subscribe(this::show);
    }

    CodeArea area() {
        return area;
    }

    /** Whether a node is the text of an editor. */
    public static boolean isIn(@Nullable Node node) {
        return node instanceof CodeArea;
    }

    /** The tab's file. */
    public OpenFile file() {
        return file;
    }

    /** Puts the keyboard into the text, once it is there. */
    void focusText() {
        wantsFocus = !(file.contentProperty().get() instanceof Content.Shown);
        // A node that was just put into the window can be focused at the next pulse.
        Platform.runLater(area::requestFocus);
    }

    EditorBars bars() {
        return bars;
    }

    EditorProblems problems() {
        return problems;
    }

    EditorMarks marks() {
        return marks;
    }

    private void show(Content content) {
        getChildren().setAll(node(content));
        if (content instanceof Content.Shown) {
            jumpTo.again();
            if (wantsFocus) {
                focusText();
            }
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
        Draft shownDraft = shown.draft();
        DraftModel made = new DraftModel(shownDraft, new DraftContent(shownDraft));
        made.content().setWritable(shown.readOnly().isEmpty());
        made.setDecorator(new HighlightDecorator(shown.highlights(), marks, shownDraft.buffer()));
        shown.highlights().onArrival(line -> made.restyle(line, line + Highlights.BLOCK - 1));
        made.onOwnChange(() -> moved(CaretCause.EDITED));
        draft = shownDraft;
        text = made;
        area.setEditable(shown.readOnly().isEmpty());
        changing = true;
        area.setModel(made);
        numberLines();
        changing = false;
        whole.setCenter(relief.beside(overlay, problems.count()));
        whole.setTop(bars);
        return whole;
    }

    private void caretMoved(@Nullable TextPos caret) {
        if (jumpTo.isUnderWay() || changing || caret == null || draft == null) {
            return;
        }
        draft.endStep();
        moved(CaretCause.MOVED);
    }

    private void moved(CaretCause cause) {
        TextPos caret = area.getCaretPosition();
        if (caret != null) {
            model.caretMoved(file, place(caret));
            brackets.follow();
            List.copyOf(caretListeners).forEach(listener -> listener.accept(cause));
        }
    }

    /** What is marked on these lines may have changed. */
    void restyle(int first, int last) {
        if (text != null) {
            text.restyle(first, last);
        }
    }

    /** What is marked in the text may have changed. */
    void restyle() {
        restyle(0, Integer.MAX_VALUE);
    }

    /** What is marked in the text and beside it may have changed. */
    void restyleAll() {
        if (text != null) {
            numberLines();
            restyle();
        }
    }

    private void numberLines() {
        if (draft != null) {
            TextBuffer buffer = draft.buffer();
            area.setLeftDecorator(new LineNumbers(buffer::count, line -> marks.isProblem(buffer, line)));
        }
    }

    /** Goes to a line and column, 1-based. */
    void goTo(int line, int column) {
        if (draft != null) {
            TextBuffer buffer = draft.buffer();
            int index = Math.clamp(line - 1, 0, buffer.count() - 1);
            select(Selection.at(
                    Math.clamp((long) buffer.start(index) + column - 1, buffer.start(index), buffer.end(index))));
        }
    }

    Place place(TextPos position) {
        return new Place(file.path(), position.index() + 1, position.offset() + 1);
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.isShortcutDown()) {
            model.goToDefinition();
        }
    }

    /** Whether there is a text that may be changed. */
    public boolean isEditable() {
        return draft != null && area.isEditable();
    }

    /** The text as it is now; its version grows with every edit. Empty text while none is shown. */
    public Document document() {
        return draft == null ? new Document(file.path(), 0, "") : draft.document();
    }

    /** Where the caret stands. */
    public int caret() {
        return selection().caret();
    }

    public Selection selection() {
        TextPos caret = area.getCaretPosition();
        TextPos anchor = area.getAnchorPosition();
        return text == null || caret == null
                ? Selection.at(0)
                : new Selection(
                        text.content().offset(anchor == null ? caret : anchor),
                        text.content().offset(caret));
    }

    /** Selects, and scrolls to the caret. */
    public void select(Selection selection) {
        if (text != null) {
            area.select(
                    text.content().position(selection.anchor()), text.content().position(selection.caret()));
        }
    }

    String text(Selection stretch) {
        return draft == null ? "" : draft.buffer().slice(stretch.start(), stretch.end());
    }

    int lineStart(int offset) {
        TextBuffer buffer = draft == null ? new TextBuffer("") : draft.buffer();
        return buffer.start(buffer.lineAt(Math.min(offset, buffer.length())));
    }

    /** Hears after every edit and every move of the caret. */
    public void onCaret(Consumer<CaretCause> listener) {
        caretListeners.add(listener);
    }

    /** {@code key} sees every pressed key before the editor does, the newest listener first; answers whether it was for him. */
    public void intercept(Predicate<KeyEvent> key) {
        input.intercept(key);
    }

    /** Lies over the text and scrolls not with it; takes the mouse only where a child is. */
    public Pane overlay() {
        return overlay;
    }

    /** Proposed text at a place. */
    public GhostText ghost() {
        return ghost;
    }

    /** Where the caret would be drawn at an offset, in the overlay's coordinates; empty where that is out of view. */
    public Optional<Bounds> bounds(int offset) {
        return text == null || draft == null || offset > draft.buffer().length()
                ? Optional.empty()
                : bounds.at(text.content().position(offset), overlay);
    }

    /**
     * Does edits of the present document as one step that can be undone; the caret goes behind the last one. Line feeds become the ends of
     * line that the file has.
     *
     * @param edits not overlapping, in any order
     */
    public void apply(List<TextEdit> edits) {
        List<TextEdit> sorted =
                edits.stream().sorted(Comparator.comparingInt(TextEdit::start)).toList();
        if (sorted.isEmpty()) {
            return;
        }
        int caret = 0;
        for (TextEdit edit : sorted) {
            caret += edit.text().length() - (edit.end() - edit.start());
        }
        apply(sorted, caret + edits.getLast().end());
    }

    /** The same, with the caret at an offset of the text after the edits. */
    public void apply(List<TextEdit> sorted, int caret) {
        change((buffer, selection) -> new Change(sorted, Selection.at(caret)), Change.Kind.STEP);
    }

    void change(BiFunction<TextBuffer, Selection, Change> made, Change.Kind kind) {
        Draft current = draft;
        if (current == null || !isEditable()) {
            return;
        }
        Selection before = selection();
        Change change = made.apply(current.buffer(), before);
        if (change.edits().isEmpty()) {
            select(change.after());
            return;
        }
        run(() -> Optional.of(current.apply(change, before, kind)));
    }

    /** Runs what changes the draft, and then selects what it says. */
    void run(Supplier<Optional<Selection>> edit) {
        changing = true;
        try {
            edit.get().ifPresent(this::select);
        } finally {
            changing = false;
        }
        moved(CaretCause.EDITED);
    }

    void copy() {
        input.copy();
    }

    void cut() {
        input.cut();
    }

    void paste() {
        input.paste();
    }

    int length() {
        return draft == null ? 0 : draft.buffer().length();
    }

    public void undo() {
        if (draft != null && isEditable()) {
            run(draft::undo);
        }
    }

    public void redo() {
        if (draft != null && isEditable()) {
            run(draft::redo);
        }
    }

    /** Lets go of the text: the control keeps the line that it drew last in a static field, and with it all around. */
    @Override
    public void close() {
        jumpTo.stop();
        changing = true;
        area.setModel(null);
    }

    /** What is drawn at a place of the screen. */
    Optional<TextPos> under(double screenX, double screenY) {
        return draft == null ? Optional.empty() : Optional.ofNullable(area.getTextPosition(screenX, screenY));
    }

    /** What is wrong at a place, or an empty text. */
    String problemAt(TextPos position) {
        return text == null ? "" : marks.problemAt(text.content().offset(position));
    }
}
