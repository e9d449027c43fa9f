package dev.orrery.app.shell;

import dev.orrery.app.control.Icons;
import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.session.Room;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The icons at the left edge that lead from room to room. */
final class Rail extends VBox {
    private final ViewContext context;
    private final ObjectProperty<Room> room;
    private final Map<Room, ToggleButton> buttons = new EnumMap<>(Room.class);

    Rail(ViewContext context, ObjectProperty<Room> room, ObservableBooleanValue repositoryOpen) {
        this.context = context;
        this.room = room;
        getStyleClass().add("rail");
        for (Room each : new Room[] {Room.EXPLORE, Room.SEARCH, Room.CODE}) {
            ToggleButton button = button(each);
            button.disableProperty().bind(javafx.beans.binding.Bindings.not(repositoryOpen));
            getChildren().add(button);
        }
        getChildren().addAll(button(Room.MODELS), button(Room.ACTIVITY));
        Region spring = new Region();
        setVgrow(spring, Priority.ALWAYS);
        getChildren().addAll(spring, button(Room.SETTINGS));
        room.subscribe(now -> buttons.forEach((each, button) -> button.setSelected(each == now)));
    }

    private ToggleButton button(Room target) {
        String command = "room." + target.name().toLowerCase(java.util.Locale.ROOT);
        String title = context.text(titleKey(target));
        ToggleButton button = new ToggleButton(title, Icons.of(icon(target)));
        String key = context.keys().label(context.commands().get(command));
        button.setTooltip(new Tooltip(key.isEmpty() ? title : title + "  " + key));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setId("rail-" + target.name().toLowerCase(java.util.Locale.ROOT));
        button.setOnAction(event -> {
            context.commands().get(command).run();
            button.setSelected(room.get() == target);
        });
        buttons.put(target, button);
        return Nodes.styled(button, "rail-button");
    }

    private static String titleKey(Room room) {
        return switch (room) {
            case WELCOME -> "app.name";
            case EXPLORE -> "app.room.explore";
            case SEARCH -> "app.room.search";
            case CODE -> "app.room.code";
            case MODELS -> "app.room.models";
            case ACTIVITY -> "app.room.activity";
            case SETTINGS -> "app.room.settings";
        };
    }

    private static Feather icon(Room room) {
        return switch (room) {
            case WELCOME -> Feather.HOME;
            case EXPLORE -> Feather.COMPASS;
            case SEARCH -> Feather.SEARCH;
            case CODE -> Feather.CODE;
            case MODELS -> Feather.BOX;
            case ACTIVITY -> Feather.ACTIVITY;
            case SETTINGS -> Feather.SETTINGS;
        };
    }
}
