package dev.orrery.app.control;

import dev.orrery.app.command.Command;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Buttons that run a command: they take its title, key and enabled state. */
public final class CommandButtons {
    private final ViewContext context;

    public CommandButtons(ViewContext context) {
        this.context = context;
    }

    /** A button with an icon, the title and its key cap. */
    public Button titled(String commandId, @Nullable Feather feather) {
        Button button = button(commandId);
        Command command = context.commands().get(commandId);
        HBox graphic = Nodes.styled(new HBox(), "button-graphic");
        if (feather != null) {
            graphic.getChildren().add(Icons.of(feather));
        }
        graphic.getChildren()
                .addAll(
                        Nodes.label(context.text(command.titleKey()), "button-title"),
                        new KeyCap(context.keys().label(command)));
        button.setGraphic(graphic);
        return Nodes.styled(button, "chip-button");
    }

    /** A button that shows an icon only; title and key are in its tooltip. */
    public Button icon(String commandId, Feather feather) {
        Button button = button(commandId);
        button.setGraphic(Icons.of(feather));
        return Nodes.styled(button, "icon-only");
    }

    private Button button(String commandId) {
        Command command = context.commands().get(commandId);
        Button button = new Button();
        String title = context.text(command.titleKey());
        String key = context.keys().label(command);
        button.setOnAction(event -> command.run());
        button.disableProperty().bind(Bindings.not(command.enabled()));
        button.setAccessibleText(title);
        button.setTooltip(new Tooltip(key.isEmpty() ? title : title + "  " + key));
        button.setId("command-" + commandId.replace('.', '-'));
        return button;
    }

    /** Ties any node's click to a command. */
    public void onClick(Node node, String commandId) {
        node.setOnMouseClicked(event -> context.commands().get(commandId).run());
    }
}
