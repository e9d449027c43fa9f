package dev.orrery.app.feature.code;

import dev.orrery.app.command.Command.Scope;
import dev.orrery.app.edit.Change;
import dev.orrery.app.edit.Change.Kind;
import dev.orrery.app.edit.CommentSyntax;
import dev.orrery.app.edit.Indentation;
import dev.orrery.app.edit.Lines;
import dev.orrery.app.edit.Selection;
import dev.orrery.app.edit.Words;
import java.util.List;
import java.util.function.Consumer;

/** What can be done in an editor by a command. */
public enum EditorAction {
    UNDO("undo", CodeEditor::undo, "Shortcut+Z"),
    REDO("redo", CodeEditor::redo, "Shortcut+Shift+Z", "Shortcut+Y"),
    CUT("cut", CodeEditor::cut, "Shortcut+X"),
    COPY("copy", CodeEditor::copy, "Shortcut+C"),
    PASTE("paste", CodeEditor::paste, "Shortcut+V"),
    SELECT_ALL("selectAll", editor -> editor.select(new Selection(0, editor.length())), "Shortcut+A"),
    EXPAND(
            "expand",
            editor -> editor.change((text, selection) -> Change.select(Words.expanded(text, selection)), Kind.STEP),
            "Shift+Alt+RIGHT"),
    COMMENT(
            "comment",
            editor -> editor.change(
                    (text, selection) -> Lines.toggleComment(
                            text, selection, CommentSyntax.of(editor.file().path())),
                    Kind.STEP),
            "Shortcut+SLASH"),
    INDENT("indent", editor -> editor.change(Indentation::indentLines, Kind.STEP), "Shortcut+CLOSE BRACKET"),
    OUTDENT("outdent", editor -> editor.change(Indentation::outdent, Kind.STEP), "Shortcut+OPEN BRACKET"),
    DUPLICATE("duplicate", editor -> editor.change(Lines::duplicate, Kind.STEP), "Shift+Alt+DOWN"),
    MOVE_UP(
            "moveUp",
            editor -> editor.change((text, selection) -> Lines.move(text, selection, Lines.Direction.UP), Kind.STEP),
            "Alt+UP"),
    MOVE_DOWN(
            "moveDown",
            editor -> editor.change((text, selection) -> Lines.move(text, selection, Lines.Direction.DOWN), Kind.STEP),
            "Alt+DOWN"),
    DELETE_LINE("deleteLine", editor -> editor.change(Lines::delete, Kind.STEP), "Shortcut+Shift+K"),
    FIND("find", editor -> editor.bars().find().open(FindBar.Mode.FIND), "Shortcut+F"),
    REPLACE("replace", editor -> editor.bars().find().open(FindBar.Mode.REPLACE), "Shortcut+H"),
    FIND_NEXT("findNext", editor -> editor.bars().find().next(), "F3"),
    FIND_PREVIOUS("findPrevious", editor -> editor.bars().find().previous(), "Shift+F3"),
    GO_TO_LINE("goToLine", editor -> editor.bars().line().open(), "Shortcut+G"),
    NEXT_PROBLEM("nextProblem", editor -> editor.problems().next(), "F8");

    private final String id;
    private final Consumer<CodeEditor> does;
    private final List<String> keys;

    EditorAction(String name, Consumer<CodeEditor> does, String... keys) {
        this.id = "code." + name;
        this.does = does;
        this.keys = List.of(keys);
    }

    /** The command's id. */
    public String id() {
        return id;
    }

    public List<String> keys() {
        return keys;
    }

    /** Where the keys count. */
    public Scope scope() {
        return switch (this) {
            case FIND, REPLACE, FIND_NEXT, FIND_PREVIOUS, GO_TO_LINE, NEXT_PROBLEM -> Scope.WINDOW;
            case UNDO,
                    REDO,
                    CUT,
                    COPY,
                    PASTE,
                    SELECT_ALL,
                    EXPAND,
                    COMMENT,
                    INDENT,
                    OUTDENT,
                    DUPLICATE,
                    MOVE_UP,
                    MOVE_DOWN,
                    DELETE_LINE -> Scope.IN_CODE;
        };
    }

    public void runIn(CodeEditor editor) {
        does.accept(editor);
    }
}
