package dev.orrery.app.feature.models;

import dev.orrery.api.ModelTask;
import dev.orrery.app.control.Nodes;
import dev.orrery.models.catalog.CloudModel;
import dev.orrery.models.engine.Capabilities;
import dev.orrery.models.engine.http.Dialect;
import dev.orrery.models.keys.ApiKey;
import dev.orrery.models.server.ServerAccount;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A form for a model behind an address: on this machine, in the house, or with a provider. */
final class ServerSheet {
    private static final int CONTEXT = 32_768;

    private final ModelWords words;
    private final ModelsViewModel screen;
    private final Sheet sheet;

    ServerSheet(ModelWords words, ModelsViewModel screen, Sheet sheet) {
        this.words = words;
        this.screen = screen;
        this.sheet = sheet;
    }

    void show() {
        ChoiceBox<ServerAccount.Kind> kind = new ChoiceBox<>();
        kind.getItems().setAll(ServerAccount.Kind.values());
        kind.setConverter(new javafx.util.StringConverter<>() {
            @Override
            public String toString(ServerAccount.Kind value) {
                return words.text("app.models.server.kind." + value.name().toLowerCase(Locale.ROOT));
            }

            @Override
            public ServerAccount.Kind fromString(String text) {
                throw new UnsupportedOperationException();
            }
        });
        TextField address = field("server-address", "https://");
        TextField model = field("server-model", words.text("app.models.server.model.prompt"));
        PasswordField key = new PasswordField();
        key.setId("server-key");
        key.setPromptText(words.text("app.models.server.key.prompt"));
        CheckBox infill = new CheckBox(words.text("app.models.server.infill"));
        kind.valueProperty().addListener((property, before, now) -> address.setText(usual(now)));
        kind.setValue(ServerAccount.Kind.OLLAMA);
        GridPane form = new GridPane();
        form.setHgap(12);
        form.setVgap(8);
        row(form, 0, "app.models.server.kind", kind);
        row(form, 1, "app.models.server.address", address);
        row(form, 2, "app.models.server.model", model);
        row(form, 3, "app.models.server.key", key);
        form.add(infill, 1, 4);
        Label about = Nodes.label(words.text("app.models.server.about"), "muted");
        about.setWrapText(true);
        Label wrong = Nodes.label("", "danger");
        wrong.setWrapText(true);
        Nodes.collapsing(wrong).setVisible(false);
        Button add = Nodes.styled(new Button(words.text("app.models.server.add")), "primary");
        add.setId("server-add");
        add.setOnAction(event -> {
            try {
                ServerAccount account =
                        account(kind.getValue(), address.getText(), model.getText(), infill.isSelected());
                Optional<ApiKey> secret =
                        key.getText().isBlank() ? Optional.empty() : Optional.of(new ApiKey(key.getText()));
                screen.put(account, secret);
                sheet.close();
            } catch (IllegalArgumentException refused) {
                wrong.setText(words.text("app.models.server.wrong"));
                wrong.setVisible(true);
            }
        });
        Button no = new Button(words.text("app.models.sheet.cancel"));
        no.setOnAction(event -> sheet.close());
        HBox buttons = new HBox(8, Nodes.spring(), no, add);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        sheet.show(words.text("app.models.server.title"), new VBox(12, about, form, wrong, buttons), kind);
    }

    private static TextField field(String id, String prompt) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        return field;
    }

    private void row(GridPane form, int row, String titleKey, Node control) {
        Label title = Nodes.label(words.text(titleKey));
        title.setLabelFor(control);
        form.add(title, 0, row);
        form.add(control, 1, row);
        GridPane.setHgrow(control, Priority.ALWAYS);
    }

    private static String usual(ServerAccount.Kind kind) {
        return switch (kind) {
            case OLLAMA -> "http://127.0.0.1:11434";
            case OPENAI -> "https://api.openai.com/v1";
            case ANTHROPIC -> "https://api.anthropic.com";
        };
    }

    /** What the catalogue knows of the model, its price among it, goes before what the form says. */
    private ServerAccount account(ServerAccount.Kind kind, String address, String model, boolean infill) {
        URI uri = URI.create(address.strip());
        String name = model.strip();
        Optional<CloudModel> known = screen.models().catalog().clouds().stream()
                .filter(cloud -> cloud.model().equals(name) && cloud.engine().equals(kind.engine()))
                .findFirst();
        Set<ModelTask> tasks = EnumSet.of(ModelTask.CHAT, ModelTask.COMPLETION);
        Capabilities can = known.map(cloud -> new Capabilities(cloud.tasks(), cloud.infill(), cloud.contextTokens()))
                .orElseGet(() -> new Capabilities(tasks, infill, CONTEXT));
        ServerAccount.ServerModel wanted = new ServerAccount.ServerModel(name, can, known.map(CloudModel::price));
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        String id = kind.engine() + "-" + host.replaceAll("[^a-z0-9.-]", "-");
        List<ServerAccount.ServerModel> models = screen.models().servers().all().stream()
                .filter(there -> there.id().equals(id) && there.address().equals(uri))
                .flatMap(there -> there.models().stream())
                .filter(there -> !there.name().equals(name))
                .toList();
        List<ServerAccount.ServerModel> all = java.util.stream.Stream.concat(
                        models.stream(), java.util.stream.Stream.of(wanted))
                .toList();
        return new ServerAccount(id, kind, Dialect.usual(uri), uri, all);
    }
}
