package dev.orrery.app.shell;

import dev.orrery.app.command.Command;
import dev.orrery.app.control.CommandButtons;
import dev.orrery.app.control.Icons;
import dev.orrery.app.control.KeyCap;
import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import dev.orrery.models.policy.Privacy;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** Repository, branch, the search box, and what concerns the whole window. */
final class TopBar extends HBox {
    private static final double SEARCH_WIDTH = 620;
    private static final double LEAST_WIDTH = 96;

    private final ViewContext context;

    TopBar(
            ViewContext context,
            ObservableValue<String> repository,
            BranchMenu branch,
            ObservableValue<Privacy> privacy) {
        this.context = context;
        getStyleClass().add("top-bar");
        MenuButton project = Nodes.markData(new MenuButton());
        project.textProperty().bind(repository);
        project.setMinWidth(LEAST_WIDTH);
        project.accessibleTextProperty().bind(repository);
        for (String id : new String[] {"repository.open", "repository.refresh", "repository.close"}) {
            project.getItems().add(item(id));
        }
        Label name = Nodes.label(context.text("app.name"), "strong");
        Nodes.collapsing(name).visibleProperty().bind(repository.map(String::isEmpty));
        Nodes.collapsing(project).visibleProperty().bind(repository.map(text -> !text.isEmpty()));
        Button search = searchBox();
        Label local = Nodes.label("", "badge");
        privacy.subscribe(now -> show(local, now));
        CommandButtons buttons = new CommandButtons(context);
        getChildren()
                .addAll(
                        new Logo(),
                        name,
                        project,
                        branch,
                        spring(),
                        search,
                        spring(),
                        local,
                        buttons.icon("theme.toggle", Feather.MOON));
    }

    /** Says whether anything may leave; where it may, it looks so. */
    private void show(Label badge, Privacy now) {
        String key =
                switch (now) {
                    case LOCAL_ONLY -> "app.local";
                    case ASK -> "app.local.asks";
                    case ALLOWED -> "app.local.may";
                };
        badge.setText(context.text(key));
        badge.setGraphic(Icons.of(now == Privacy.LOCAL_ONLY ? Feather.SHIELD : Feather.CLOUD));
        badge.setTooltip(new Tooltip(context.text(key + ".why")));
        badge.getStyleClass().remove("badge-open");
        if (now != Privacy.LOCAL_ONLY) {
            badge.getStyleClass().add("badge-open");
        }
    }

    private Button searchBox() {
        Command command = context.commands().get("palette.show");
        Label hint = new Label(context.text("app.search.everything"));
        hint.getStyleClass().add("muted");
        HBox content = Nodes.styled(
                new HBox(
                        Icons.of(Feather.SEARCH),
                        hint,
                        Nodes.spring(),
                        new KeyCap(context.keys().label(command))),
                "row");
        Button search = Nodes.styled(new Button(), "search-box");
        search.setGraphic(content);
        search.setAccessibleText(context.text("app.search.everything"));
        search.setMaxWidth(SEARCH_WIDTH);
        search.setPrefWidth(SEARCH_WIDTH);
        search.setMinWidth(120);
        content.prefWidthProperty().bind(search.widthProperty().subtract(24));
        search.setOnAction(event -> command.run());
        search.setId("search-everything");
        HBox.setHgrow(search, Priority.SOMETIMES);
        return search;
    }

    private MenuItem item(String id) {
        Command command = context.commands().get(id);
        MenuItem item = new MenuItem(context.text(command.titleKey()));
        item.setOnAction(event -> command.run());
        item.disableProperty().bind(javafx.beans.binding.Bindings.not(command.enabled()));
        return item;
    }

    private static javafx.scene.layout.Region spring() {
        return Nodes.spring();
    }
}
