package dev.orrery.app.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.collections.ObservableMap;

/**
 * Which keys run which command: the command's own unless the user chose others. A choice is the combinations joined by a
 * space; an empty one means no key at all.
 */
public final class KeyChoices {
    private final Commands commands;
    private final ObservableMap<String, String> chosen;

    /** @param chosen the user's choices by command id; changed by this object and watched by whoever stores them */
    public KeyChoices(Commands commands, ObservableMap<String, String> chosen) {
        this.commands = commands;
        this.chosen = chosen;
    }

    public List<String> keys(Command command) {
        String choice = chosen.get(command.id());
        if (choice == null) {
            return command.keys();
        }
        return Arrays.stream(choice.split(" ")).filter(key -> !key.isBlank()).toList();
    }

    /** Gives {@code command} this key and takes it away from whichever command had it. */
    public void choose(Command command, String key) {
        holder(key)
                .ifPresent(other -> chosen.put(
                        other.id(),
                        keys(other).stream().filter(its -> !same(its, key)).collect(Collectors.joining(" "))));
        chosen.put(command.id(), key);
    }

    /** Gives {@code command} its own keys back. */
    public void reset(Command command) {
        chosen.remove(command.id());
    }

    /** The command that {@code key} runs. */
    public Optional<Command> holder(String key) {
        return commands.all().stream()
                .filter(command -> keys(command).stream().anyMatch(its -> same(its, key)))
                .findFirst();
    }

    /** The first key of {@code command} as it is written for a reader, {@code Ctrl K}; empty where it has none. */
    public String label(Command command) {
        List<String> keys = keys(command);
        return keys.isEmpty() ? "" : label(keys.getFirst());
    }

    /** {@code Shortcut+Shift+F} as {@code Ctrl Shift F}. */
    public static String label(String key) {
        return Arrays.stream(key.split("\\+", -1))
                .map(KeyChoices::part)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String part(String part) {
        return switch (part.toLowerCase(Locale.ROOT)) {
            case "shortcut", "ctrl" -> "Ctrl";
            case "digit1", "digit2", "digit3", "digit4", "digit5", "digit6", "digit7", "digit8", "digit9" ->
                part.substring(5);
            case "comma" -> ",";
            case "left" -> "←";
            case "right" -> "→";
            default ->
                part.isEmpty()
                        ? ""
                        : part.substring(0, 1).toUpperCase(Locale.ROOT)
                                + part.substring(1).toLowerCase(Locale.ROOT);
        };
    }

    private static boolean same(String a, String b) {
        return a.equalsIgnoreCase(b);
    }
}
