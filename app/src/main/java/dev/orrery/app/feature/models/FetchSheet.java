package dev.orrery.app.feature.models;

import dev.orrery.api.UserMessage;
import dev.orrery.app.control.Nodes;
import dev.orrery.models.hub.HubPlan;
import dev.orrery.models.hub.HubRepository;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Asks before anything is fetched: what, from where, how much, under which licence. The hub is asked only once the user says so. */
final class FetchSheet {
    private static final int MOST = 30;
    private static final double LIST = 240;

    private final ModelWords words;
    private final ModelsViewModel screen;
    private final Sheet sheet;
    private final Function<UserMessage, String> sentence;

    FetchSheet(ModelWords words, ModelsViewModel screen, Sheet sheet, Function<UserMessage, String> sentence) {
        this.words = words;
        this.screen = screen;
        this.sheet = sheet;
        this.sentence = sentence;
    }

    /** A model of the catalogue, or one whose download was begun. */
    void ask(ModelRow row) {
        ask(List.of(row));
    }

    /** Several models of the catalogue. */
    void ask(List<ModelRow> rows) {
        String names = rows.stream().map(ModelRow::name).collect(Collectors.joining(", "));
        long bytes = rows.stream().mapToLong(ModelRow::bytes).sum();
        Label where = Nodes.label(words.text("app.models.fetch.ask", names, words.size(bytes), rows.size()));
        where.setWrapText(true);
        VBox content = new VBox(12, where);
        Button go = Nodes.styled(new Button(words.text("app.models.fetch.look")), "primary");
        go.setId("fetch-look");
        go.setOnAction(event -> {
            waiting(content);
            screen.shelf().ifPresent(shelf -> screen.hub()
                    .plan(
                            shelf,
                            rows.stream().map(ModelRow::id).toList(),
                            plans -> show(content, plans),
                            why -> failed(content, why)));
        });
        content.getChildren().add(buttons(go));
        sheet.show(words.text("app.models.fetch.title"), content, go);
    }

    /** Any model of the hub. */
    void search() {
        TextField box = new TextField();
        box.setPromptText(words.text("app.models.hub.prompt"));
        box.setId("hub-search");
        Button find = Nodes.styled(new Button(words.text("app.models.hub.find")), "primary");
        HBox line = new HBox(8, box, find);
        HBox.setHgrow(box, Priority.ALWAYS);
        Label about = Nodes.label(words.text("app.models.hub.about"), "muted");
        about.setWrapText(true);
        VBox result = new VBox(12);
        find.setOnAction(event -> {
            String text = box.getText().strip();
            if (!text.isEmpty()) {
                find(result, text);
            }
        });
        box.setOnAction(event -> find.fire());
        sheet.show(words.text("app.models.hub.title"), new VBox(12, about, line, result), box);
    }

    /** {@code owner/name} and {@code owner/name/file.gguf} name what is meant; all else is searched for. */
    private void find(VBox result, String text) {
        String[] parts = text.split("/", 3);
        waiting(result);
        if (parts.length >= 2 && !text.contains(" ")) {
            Optional<String> file = parts.length == 3 ? Optional.of(parts[2]) : Optional.empty();
            screen.hub()
                    .plan(parts[0] + "/" + parts[1], file, plans -> show(result, plans), why -> failed(result, why));
        } else {
            screen.hub().search(text, MOST, found -> list(result, found), why -> failed(result, why));
        }
    }

    private void list(VBox result, List<HubRepository> found) {
        if (found.isEmpty()) {
            result.getChildren().setAll(Nodes.label(words.text("app.models.hub.nothing"), "muted"));
            return;
        }
        ListView<HubRepository> list = new ListView<>();
        list.getItems().setAll(found);
        list.setPrefHeight(LIST);
        list.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable HubRepository item, boolean empty) {
                super.updateItem(item, empty);
                setText(null);
                setGraphic(item == null ? null : repository(item));
            }
        });
        list.setOnMouseClicked(event -> take(result, list));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == javafx.scene.input.KeyCode.ENTER) {
                take(result, list);
            }
        });
        result.getChildren().setAll(list);
    }

    private void take(VBox result, ListView<HubRepository> list) {
        HubRepository chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            waiting(result);
            screen.hub().plan(chosen.id(), Optional.empty(), plans -> show(result, plans), why -> failed(result, why));
        }
    }

    private Node repository(HubRepository item) {
        String licence = item.licence().isEmpty() ? words.text("app.models.licence.unknown") : item.licence();
        HBox row = new HBox(
                8,
                Nodes.data(item.id()),
                Nodes.spring(),
                Nodes.label(words.text("app.models.hub.row", licence, item.downloads()), "muted", "small"));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void waiting(VBox content) {
        content.getChildren().setAll(Nodes.label(words.text("app.models.hub.asking"), "muted"));
    }

    private void failed(VBox content, UserMessage why) {
        Label label = Nodes.label(sentence.apply(why), "notice");
        label.setWrapText(true);
        content.getChildren().setAll(label);
    }

    private void show(VBox content, List<HubPlan> plans) {
        FetchPlan plan = new FetchPlan(words, screen, plans);
        Button get = Nodes.styled(new Button(words.text("app.models.fetch.go", words.size(plan.bytes()))), "primary");
        get.setId("fetch-go");
        get.disableProperty().bind(plan.readyProperty().not());
        get.setOnAction(event -> {
            sheet.close();
            plans.forEach(screen::fetch);
        });
        content.getChildren().setAll(plan, buttons(get));
    }

    private HBox buttons(Button go) {
        Button no = new Button(words.text("app.models.sheet.cancel"));
        no.setOnAction(event -> sheet.close());
        HBox row = new HBox(8, Nodes.spring(), no, go);
        row.setAlignment(Pos.CENTER_RIGHT);
        return row;
    }
}
