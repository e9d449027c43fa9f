package dev.orrery.app.shell;

import dev.orrery.app.command.Command;
import dev.orrery.app.control.Icons;
import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.session.Room;
import dev.orrery.app.session.Session;
import dev.orrery.app.session.Workbench;
import dev.orrery.indexer.history.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The branch that is checked out, and what the working tree can be compared with. It never checks anything out. */
final class BranchMenu extends MenuButton {
    private static final int LONGEST = 60;
    private static final int SHORT = 24;

    private final ViewContext context;
    private final ObservableValue<String> branch;
    private final Workbench workbench;

    BranchMenu(ViewContext context, ObservableValue<String> branch, Workbench workbench) {
        this.context = context;
        this.branch = branch;
        this.workbench = workbench;
        ObservableValue<@Nullable Session> session = workbench.sessionProperty();
        setId("branch-menu");
        setMinWidth(USE_PREF_SIZE);
        Nodes.markData(this);
        setGraphic(Icons.of(Feather.GIT_BRANCH));
        ObservableValue<String> compared = session.flatMap(
                        open -> Objects.requireNonNull(open).comparison().revisionProperty())
                .orElse("");
        ObservableValue<List<Revision>> revisions = session.flatMap(
                        open -> Objects.requireNonNull(open).comparison().revisionsProperty())
                .orElse(List.of());
        textProperty()
                .bind(Bindings.createStringBinding(
                        () -> text(branch.getValue(), compared.getValue()), branch, compared));
        accessibleTextProperty().bind(textProperty());
        Nodes.collapsing(this).visibleProperty().bind(revisions.map(all -> !all.isEmpty()));
        revisions.subscribe(this::fill);
    }

    private String text(String checkedOut, String compared) {
        String name = checkedOut.isEmpty() ? "HEAD" : cut(checkedOut, SHORT);
        return compared.isEmpty() ? name : context.text("app.compare.menu.on", name, cut(compared, SHORT));
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) + "…" : text;
    }

    private void fill(List<Revision> revisions) {
        List<MenuItem> items = new ArrayList<>();
        MenuItem title = new MenuItem(context.text("app.compare.menu"));
        title.setDisable(true);
        items.add(title);
        items.add(other());
        revisions.stream()
                .filter(revision -> revision.kind() == Revision.Kind.BRANCH)
                .forEach(revision -> items.add(item(revision)));
        for (Revision.Kind kind : List.of(Revision.Kind.COMMIT, Revision.Kind.REMOTE_BRANCH, Revision.Kind.TAG)) {
            List<MenuItem> its = revisions.stream()
                    .filter(revision -> revision.kind() == kind)
                    .map(this::item)
                    .toList();
            if (!its.isEmpty()) {
                Menu menu =
                        new Menu(context.text("app.compare.menu." + kind.name().toLowerCase(Locale.ROOT)));
                menu.getItems().setAll(its);
                items.add(menu);
            }
        }
        items.add(new SeparatorMenuItem());
        items.add(command("compare.last"));
        items.add(command("compare.end"));
        getItems().setAll(items);
    }

    private MenuItem item(Revision revision) {
        boolean isHere =
                revision.kind() == Revision.Kind.BRANCH && revision.name().equals(branch.getValue());
        String subject = revision.kind() == Revision.Kind.COMMIT
                ? "  " + revision.subject()
                : isHere ? "  " + context.text("app.compare.menu.here") : "";
        String text = revision.name() + subject;
        MenuItem item = new MenuItem(cut(text, LONGEST));
        // Names of branches may have underscores, which are no mnemonics.
        item.setMnemonicParsing(false);
        item.setOnAction(event -> compare(revision.name()));
        return item;
    }

    private CustomMenuItem other() {
        TextField field = new TextField();
        field.setPromptText(context.text("app.compare.menu.other"));
        field.setId("compare-revision");
        field.setPrefColumnCount(22);
        field.setOnAction(event -> {
            if (!field.getText().isBlank()) {
                hide();
                compare(field.getText());
                field.clear();
            }
        });
        CustomMenuItem item = new CustomMenuItem(field, false);
        item.getStyleClass().add("field-item");
        return item;
    }

    private MenuItem command(String id) {
        Command command = context.commands().get(id);
        MenuItem item = new MenuItem(
                context.text(command.titleKey()) + "  " + context.keys().label(command));
        item.setOnAction(event -> command.run());
        item.disableProperty().bind(Bindings.not(command.enabled()));
        return item;
    }

    private void compare(String revision) {
        Session open = workbench.sessionProperty().get();
        if (open != null) {
            open.comparison().with(revision);
            workbench.roomProperty().set(Room.EXPLORE);
        }
    }
}
