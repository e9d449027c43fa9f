package dev.orrery.app.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;

/** The registry of all commands, in the order in which they were added. FX thread only. */
public final class Commands {
    private static final ObservableBooleanValue ALWAYS = new SimpleBooleanProperty(true);

    private final Map<String, Command> byId = new LinkedHashMap<>();

    /** Adds a window-wide command that can always run. */
    public void add(String id, List<String> keys, Runnable action) {
        add(id, keys, Command.Scope.WINDOW, ALWAYS, action);
    }

    /** Adds a command whose title is {@code app.command.<id>}. */
    public void add(
            String id, List<String> keys, Command.Scope scope, ObservableBooleanValue enabled, Runnable action) {
        if (byId.putIfAbsent(id, new Command(id, "app.command." + id, keys, scope, enabled, action)) != null) {
            throw new IllegalStateException("two commands named " + id);
        }
    }

    public List<Command> all() {
        return new ArrayList<>(byId.values());
    }

    public Optional<Command> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The command with this id, which must exist. */
    public Command get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no command " + id));
    }
}
