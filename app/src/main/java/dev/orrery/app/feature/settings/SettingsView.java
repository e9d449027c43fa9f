package dev.orrery.app.feature.settings;

import dev.orrery.app.command.Command;
import dev.orrery.app.control.KeyCap;
import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.settings.ProposalChoice;
import dev.orrery.app.settings.RendererPreference;
import dev.orrery.app.settings.Settings;
import dev.orrery.app.settings.ThemeChoice;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Theme, renderer, motion and keys. */
public final class SettingsView extends BorderPane {
    private static final double WIDTH = 720;
    private static final double ROW = 36;

    private final ViewContext context;
    private final ListView<Command> keys = new ListView<>();
    private @Nullable Command listening;

    /** @param cards what else there is to choose, below the looks */
    public SettingsView(ViewContext context, Settings settings, Node... cards) {
        this.context = context;
        VBox looks = card(
                row("app.settings.theme", choice(ThemeChoice.values(), "app.theme.", settings.themeProperty())),
                row(
                        "app.settings.renderer",
                        choice(RendererPreference.values(), "app.renderer.", settings.rendererProperty())),
                row("app.settings.motion", motion(settings)),
                row(
                        "app.settings.proposals",
                        choice(ProposalChoice.values(), "app.proposals.", settings.proposalsProperty())));
        keys.getItems().setAll(context.commands().all());
        keys.setFixedCellSize(ROW);
        keys.setAccessibleText(context.text("app.settings.keys"));
        keys.setCellFactory(view -> new KeyRow());
        keys.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        settings.keys().addListener((MapChangeListener<String, String>) change -> keys.refresh());
        VBox keyCard = card(Nodes.label(context.text("app.settings.keys"), "strong"), keys);
        VBox.setVgrow(keys, Priority.ALWAYS);
        VBox.setVgrow(keyCard, Priority.ALWAYS);
        VBox page = Nodes.styled(new VBox(Nodes.label(context.text("app.room.settings"), "page-title"), looks), "page");
        page.getChildren().addAll(cards);
        page.getChildren().add(keyCard);
        page.setMaxWidth(WIDTH);
        setCenter(page);
    }

    private static VBox card(Node... children) {
        return Nodes.styled(new VBox(children), "card");
    }

    private HBox row(String titleKey, Node control) {
        Label title = Nodes.label(context.text(titleKey));
        control.setAccessibleText(context.text(titleKey));
        return Nodes.styled(new HBox(title, Nodes.spring(), control), "row");
    }

    private <E extends Enum<E>> ChoiceBox<E> choice(E[] values, String keyPrefix, ObjectProperty<E> property) {
        ChoiceBox<E> box = new ChoiceBox<>();
        box.getItems().setAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable E value) {
                return value == null
                        ? ""
                        : context.text(keyPrefix + value.name().toLowerCase(Locale.ROOT));
            }

            @Override
            public E fromString(String text) {
                throw new UnsupportedOperationException();
            }
        });
        box.valueProperty().bindBidirectional(property);
        return box;
    }

    private CheckBox motion(Settings settings) {
        CheckBox box = new CheckBox(context.text("app.settings.motion.reduced"));
        box.selectedProperty().bindBidirectional(settings.reducedMotionProperty());
        return box;
    }

    private void listen(@Nullable Command command) {
        listening = command;
        keys.refresh();
        keys.requestFocus();
    }

    private void pressed(KeyEvent event) {
        Command command = listening;
        if (command == null || event.getCode().isModifierKey()) {
            return;
        }
        KeyText.of(event).ifPresent(key -> context.keys().choose(command, key));
        listen(null);
        event.consume();
    }

    private final class KeyRow extends ListCell<Command> {
        KeyRow() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            setGraphic(command == null ? null : row(command));
        }

        private HBox row(Command command) {
            Label title = Nodes.label(context.text(command.titleKey()));
            boolean waiting = command.equals(listening);
            Button change = new Button(context.text(waiting ? "app.settings.key.press" : "app.settings.key.change"));
            change.setOnAction(event -> listen(waiting ? null : command));
            change.setAccessibleText(context.text("app.settings.key.change") + " " + title.getText());
            Button reset = new Button(context.text("app.settings.key.reset"));
            reset.setOnAction(event -> context.keys().reset(command));
            reset.setVisible(!context.keys().keys(command).equals(command.keys()));
            HBox row = new HBox(title, Nodes.spring(), new KeyCap(context.keys().label(command)), reset, change);
            return Nodes.styled(row, "row");
        }
    }
}
