package dev.orrery.app.shell;

import dev.orrery.app.command.Command.Scope;
import dev.orrery.app.command.Commands;
import dev.orrery.app.feature.code.CodeEditor;
import dev.orrery.app.feature.code.CodeViewModel;
import dev.orrery.app.feature.code.EditorAction;
import dev.orrery.app.feature.code.OpenFile;
import dev.orrery.app.feature.complete.CompletionViewModel.Part;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;

/** Registers the actions of the editor. */
final class CodeCommands {
    private final Commands commands;
    private final ObservableBooleanValue open;
    private final Consumer<Consumer<Rooms>> rooms;

    /** @param rooms hands the rooms of the open repository on, where one is open */
    CodeCommands(Commands commands, ObservableBooleanValue open, Consumer<Consumer<Rooms>> rooms) {
        this.commands = commands;
        this.open = open;
        this.rooms = rooms;
    }

    void register() {
        onFile("code.close", List.of("Shortcut+W"), CodeViewModel::close);
        onFile("code.save", List.of("Shortcut+S"), CodeViewModel::save);
        commands.add(
                "code.saveAll",
                List.of("Shortcut+Alt+S"),
                Scope.WINDOW,
                open,
                () -> rooms.accept(present -> present.code().saveAll()));
        for (EditorAction action : EditorAction.values()) {
            onEditor(action.id(), action.keys(), action.scope(), action::runIn);
        }
        completion();
    }

    private void completion() {
        onProposals("complete.ask", List.of("Shortcut+SPACE"), CompletionDesk::ask);
        onProposals("complete.next", List.of("Alt+CLOSE BRACKET"), (desk, editor) -> desk.turn(editor, 1));
        onProposals("complete.previous", List.of("Alt+OPEN BRACKET"), (desk, editor) -> desk.turn(editor, -1));
        onProposals("complete.accept", List.of(), (desk, editor) -> desk.accept(editor, Part.ALL));
        onProposals("complete.acceptWord", List.of(), (desk, editor) -> desk.accept(editor, Part.WORD));
        onProposals("complete.acceptLine", List.of(), (desk, editor) -> desk.accept(editor, Part.LINE));
    }

    private void onProposals(String id, List<String> keys, BiConsumer<CompletionDesk, CodeEditor> action) {
        commands.add(
                id,
                keys,
                Scope.IN_CODE,
                open,
                () -> rooms.accept(
                        present -> present.editor().ifPresent(editor -> action.accept(present.completion(), editor))));
    }

    private void onFile(String id, List<String> keys, BiConsumer<CodeViewModel, OpenFile> action) {
        commands.add(
                id,
                keys,
                Scope.WINDOW,
                open,
                () -> rooms.accept(present -> {
                    OpenFile file = present.code().currentProperty().get();
                    if (file != null) {
                        action.accept(present.code(), file);
                    }
                }));
    }

    private void onEditor(String id, List<String> keys, Scope scope, Consumer<CodeEditor> action) {
        commands.add(
                id,
                keys,
                scope,
                open,
                () -> rooms.accept(present -> present.editor().ifPresent(action)));
    }
}
