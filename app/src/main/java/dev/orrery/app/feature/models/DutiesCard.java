package dev.orrery.app.feature.models;

import dev.orrery.api.ModelTask;
import dev.orrery.app.control.Nodes;
import dev.orrery.models.policy.Privacy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Which model does what in the open repository, and whether anything may leave this machine for it. */
final class DutiesCard extends VBox {
    private static final double TASK = 120;

    private final ModelWords words;
    private final ModelsViewModel screen;
    private final MenuButton privacy = new MenuButton();
    private final VBox rows = new VBox(4);

    DutiesCard(ModelWords words, ModelsViewModel screen) {
        this.words = words;
        this.screen = screen;
        getStyleClass().add("card");
        HBox head = new HBox(
                8,
                Nodes.label(words.text("app.models.duties"), "strong"),
                Nodes.label(words.text("app.models.duties.order"), "muted"),
                Nodes.spring(),
                privacy);
        head.setAlignment(Pos.CENTER_LEFT);
        privacy.setId("privacy");
        privacy.getStyleClass().add("compact-menu");
        for (Privacy choice : Privacy.values()) {
            MenuItem item = new MenuItem(name(choice));
            item.setOnAction(event -> screen.policy(policy -> policy.withPrivacy(choice)));
            privacy.getItems().add(item);
        }
        getChildren().addAll(head, rows);
        screen.dutiesProperty().subscribe(this::show);
        Stream.of(ModelsViewModel.Tab.values()).forEach(tab -> screen.rows(tab)
                .addListener((javafx.beans.Observable changed) ->
                        show(screen.dutiesProperty().get())));
    }

    private String name(Privacy choice) {
        return words.text("app.models.privacy." + choice.name().toLowerCase(Locale.ROOT));
    }

    private void show(List<ModelsViewModel.Duty> duties) {
        rows.getChildren().setAll(duties.stream().map(this::row).toList());
        duties.stream()
                .findFirst()
                .ifPresent(duty -> privacy.setText(name(duty.policy().privacy())));
    }

    private Node row(ModelsViewModel.Duty duty) {
        Label task = Nodes.label(words.task(duty.task()));
        task.setMinWidth(TASK);
        String who = duty.models().isEmpty()
                ? words.text("app.models.duties.any")
                : duty.models().stream().map(this::name).collect(Collectors.joining(" → "));
        Label models = Nodes.label(who, duty.models().isEmpty() ? "muted" : "strong");
        HBox.setHgrow(models, Priority.ALWAYS);
        MenuButton change =
                Nodes.styled(new MenuButton(words.text("app.models.duties.change")), "flat", "compact-menu");
        change.setId("duty-" + duty.task().name().toLowerCase(Locale.ROOT));
        change.setOnShowing(event -> fill(change, duty));
        change.getItems().add(new CustomMenuItem(new Label("")));
        HBox row = new HBox(8, task, models, Nodes.spring(), change);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("duty-row");
        return row;
    }

    /** The name of a model, also of one that is gone. */
    private String name(String id) {
        return all().filter(row -> row.id().equals(id))
                .map(ModelRow::name)
                .findFirst()
                .orElseGet(() -> words.text("app.models.duties.gone", id));
    }

    private Stream<ModelRow> all() {
        return Stream.concat(
                screen.rows(ModelsViewModel.Tab.HERE).stream(), screen.rows(ModelsViewModel.Tab.CLOUD).stream());
    }

    private void fill(MenuButton menu, ModelsViewModel.Duty duty) {
        ModelTask task = duty.task();
        menu.getItems().clear();
        all().filter(row -> row.tasks().contains(task)).forEach(row -> {
            boolean isIn = duty.models().contains(row.id());
            MenuItem item =
                    new MenuItem(words.text(isIn ? "app.models.duties.without" : "app.models.duties.then", row.name()));
            item.setOnAction(event -> {
                List<String> wanted = new ArrayList<>(duty.models());
                if (!wanted.remove(row.id())) {
                    wanted.add(row.id());
                }
                screen.assign(task, wanted);
            });
            menu.getItems().add(item);
        });
        if (menu.getItems().isEmpty()) {
            MenuItem none = new MenuItem(words.text("app.models.duties.none"));
            none.setDisable(true);
            menu.getItems().add(none);
        }
        if (!duty.models().isEmpty()) {
            MenuItem any = new MenuItem(words.text("app.models.duties.any"));
            any.setOnAction(event -> screen.assign(task, List.of()));
            menu.getItems().addAll(new SeparatorMenuItem(), any);
        }
    }
}
