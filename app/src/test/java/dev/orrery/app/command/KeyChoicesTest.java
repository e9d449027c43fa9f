package dev.orrery.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.junit.jupiter.api.Test;

class KeyChoicesTest {
    private final Commands commands = new Commands();
    private final ObservableMap<String, String> chosen = FXCollections.observableHashMap();
    private final KeyChoices keys = new KeyChoices(commands, chosen);

    KeyChoicesTest() {
        commands.add("a", List.of("Shortcut+K", "F2"), () -> {});
        commands.add("b", List.of("Shortcut+B"), () -> {});
    }

    @Test
    void aChosenKeyTakesThePlaceOfTheOwnOnes() {
        keys.choose(commands.get("a"), "Shortcut+J");
        assertEquals(List.of("Shortcut+J"), keys.keys(commands.get("a")));
        assertEquals("Ctrl J", keys.label(commands.get("a")));
    }

    @Test
    void aKeyRunsOneCommandOnly() {
        keys.choose(commands.get("b"), "F2");
        assertEquals(List.of("Shortcut+K"), keys.keys(commands.get("a")));
        assertEquals(Optional.of("b"), keys.holder("f2").map(Command::id));
    }

    @Test
    void theLastKeyCanBeTakenAwayAndGivenBack() {
        keys.choose(commands.get("a"), "Shortcut+B");
        assertEquals(List.of(), keys.keys(commands.get("b")));
        assertEquals("", keys.label(commands.get("b")));
        keys.reset(commands.get("b"));
        assertEquals(List.of("Shortcut+B"), keys.keys(commands.get("b")));
    }

    @Test
    void twoCommandsOfOneNameAreAMistake() {
        assertThrows(IllegalStateException.class, () -> commands.add("a", List.of(), () -> {}));
    }
}
