package dev.orrery.app.feature.code;

import dev.orrery.api.Document;
import dev.orrery.api.TextEdit;
import dev.orrery.api.UserMessage;
import dev.orrery.app.control.Icons;
import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.edit.Finder;
import dev.orrery.app.edit.Selection;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Finds and replaces in one editor. */
final class FindBar extends VBox {
    private final ViewContext context;
    private final CodeEditor editor;
    private final FindModel model;
    private final TextField what = new TextField();
    private final TextField with = new TextField();
    private final Label count = Nodes.label("", "small", "muted");
    private final HBox replacing;
    private boolean seeking;
    private long searched = -1;

    FindBar(ViewContext context, CodeEditor editor, FindModel model) {
        super(4);
        this.context = context;
        this.editor = editor;
        this.model = model;
        getStyleClass().add("find-bar");
        setVisible(false);
        Nodes.collapsing(this);
        field(what, "find-text", "app.find.what");
        field(with, "find-replacement", "app.find.with");
        what.textProperty().bindBidirectional(model.textProperty());
        with.textProperty().bindBidirectional(model.replacementProperty());
        count.setId("find-count");
        count.setMinWidth(96);
        HBox finding = new HBox(
                4,
                what,
                toggle("Aa", "find-case", "app.find.case", model.matchCaseProperty()),
                toggle("W", "find-words", "app.find.words", model.wordsProperty()),
                toggle(".*", "find-regex", "app.find.regex", model.regexProperty()),
                button(Feather.ARROW_UP, "find-previous", "app.command.code.findPrevious", this::previous),
                button(Feather.ARROW_DOWN, "find-next", "app.command.code.findNext", this::next),
                count,
                Nodes.spring(),
                button(Feather.X, "find-close", "app.find.close", this::close));
        replacing = Nodes.collapsing(new HBox(
                4,
                with,
                titled("app.find.one", "find-replace", this::replaceOne),
                titled("app.find.all", "find-replace-all", this::replaceAll)));
        for (HBox row : List.of(finding, replacing)) {
            row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        }
        getChildren().addAll(finding, replacing);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.textProperty().subscribe(this::seek);
        model.matchCaseProperty().subscribe(this::seek);
        model.wordsProperty().subscribe(this::seek);
        model.regexProperty().subscribe(this::seek);
        model.foundProperty().subscribe(this::show);
        model.failureProperty().subscribe(failure -> tell());
        editor.onCaret(cause -> moved());
    }

    private void field(TextField field, String id, String promptKey) {
        field.setId(id);
        field.setPromptText(context.text(promptKey));
        field.setAccessibleText(context.text(promptKey));
        field.setPrefColumnCount(28);
        HBox.setHgrow(field, Priority.SOMETIMES);
    }

    private ToggleButton toggle(String sign, String id, String hintKey, BooleanProperty on) {
        ToggleButton toggle = Nodes.styled(Nodes.markData(new ToggleButton(sign)), "icon-only");
        describe(toggle, id, hintKey);
        toggle.setTooltip(new Tooltip(context.text(hintKey)));
        toggle.selectedProperty().bindBidirectional(on);
        return toggle;
    }

    private Button button(Feather icon, String id, String hintKey, Runnable action) {
        Button button = Nodes.styled(new Button("", Icons.of(icon)), "icon-only", "flat");
        describe(button, id, hintKey);
        button.setTooltip(new Tooltip(context.text(hintKey)));
        button.setOnAction(event -> action.run());
        return button;
    }

    private Button titled(String key, String id, Runnable action) {
        Button button = new Button(context.text(key));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void describe(Node node, String id, String key) {
        node.setId(id);
        node.setAccessibleText(context.text(key));
    }

    private void pressed(KeyEvent event) {
        Consumer<KeyEvent> consumed = KeyEvent::consume;
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            consumed.accept(event);
        } else if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof TextField field) {
            if (field == with) {
                replaceOne();
            } else if (event.isShiftDown()) {
                previous();
            } else {
                next();
            }
            consumed.accept(event);
        }
    }

    /** Shows the bar and takes what is selected for what is looked for. */
    void open(Mode mode) {
        Selection selection = editor.selection();
        String selected = editor.text(selection);
        replacing.setVisible(mode == Mode.REPLACE && editor.isEditable());
        setVisible(true);
        if (!selected.isEmpty() && selected.indexOf('\n') < 0 && selected.indexOf('\r') < 0) {
            model.textProperty().set(selected);
        }
        search();
        what.requestFocus();
        what.selectAll();
    }

    /** What the bar is opened for. */
    enum Mode {
        FIND,
        REPLACE
    }

    private void close() {
        setVisible(false);
        model.clear();
        editor.focusText();
    }

    private void search() {
        Document document = editor.document();
        searched = document.version();
        model.search(document);
    }

    /** What is looked for changed: goes to the first match from where one is. */
    private void seek() {
        if (isVisible()) {
            seeking = true;
            search();
        }
    }

    private void moved() {
        if (isVisible()) {
            if (editor.document().version() != searched) {
                search();
            } else {
                mark();
            }
        }
    }

    private void show(Finder.Found found) {
        if (seeking) {
            seeking = false;
            model.next(editor.selection().start()).ifPresent(editor::select);
        }
        mark();
    }

    private void mark() {
        editor.marks().matches(model.foundProperty().get().matches(), editor.selection());
        editor.restyle();
        tell();
    }

    private void tell() {
        Finder.Found found = model.foundProperty().get();
        UserMessage failure = model.failureProperty().get();
        if (failure != null) {
            count.setText(context.messages().text(failure));
        } else if (model.textProperty().get().isEmpty()) {
            count.setText("");
        } else {
            count.setText(context.text(
                    found.isComplete() ? "app.find.count" : "app.find.count.more",
                    model.number(ordered(editor.selection())),
                    found.matches().size()));
        }
    }

    private static Selection ordered(Selection selection) {
        return new Selection(selection.start(), selection.end());
    }

    void next() {
        if (!isVisible()) {
            open(Mode.FIND);
        }
        model.next(
                        editor.selection().isEmpty()
                                ? editor.caret()
                                : editor.selection().end())
                .ifPresent(editor::select);
    }

    void previous() {
        if (!isVisible()) {
            open(Mode.FIND);
        }
        model.previous(editor.selection().start()).ifPresent(editor::select);
    }

    /** Replaces the selected match and goes to the next; selects one where none is. */
    private void replaceOne() {
        Selection match = ordered(editor.selection());
        if (model.number(match) == 0) {
            next();
            return;
        }
        model.replace(editor.document(), List.of(match), (document, edits) -> {
            apply(document, edits);
            seeking = true;
        });
    }

    private void replaceAll() {
        model.replace(editor.document(), model.foundProperty().get().matches(), this::apply);
    }

    private void apply(Document document, List<TextEdit> edits) {
        if (document.version() == editor.document().version()) {
            editor.apply(edits);
        }
    }
}
