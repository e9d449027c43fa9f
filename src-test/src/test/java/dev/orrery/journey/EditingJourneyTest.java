package dev.orrery.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.app.session.SymbolLookup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Working on code: typing, undoing, saving, and what happens when others write to the same file. */
class EditingJourneyTest {
    private static final String PATH = "src/Good.java";
    private static final String TEXT = "class Good {\r\n    int a;\n\r\n    void needle() {\n    }\n}\n";

    @TempDir
    Path folder;

    private Path file;
    private Path root;
    private Journey journey;
    private CodeArea area;

    @BeforeEach
    void open() throws IOException {
        root = Files.createDirectories(folder.resolve("repository"));
        file = root.resolve(PATH);
        Files.createDirectories(file.getParent());
        Files.writeString(file, TEXT);
        Files.writeString(root.resolve("src/Other.java"), "class Other {}\n");
        begin();
    }

    private void begin() {
        journey = Journey.begin(folder.resolve("home"));
        journey.open(root);
        Journey.run(() -> journey.session()
                .selectedProperty()
                .set(SymbolLookup.find(journey.session().graph(), "Good").orElseThrow()));
        journey.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        area = journey.find(".code-area");
        Journey.until("the text is there", () -> area.getParagraphCount() == 7 && area.isFocused());
    }

    @AfterEach
    void leave() {
        journey.close();
    }

    private void caret(int line, int column) {
        Journey.run(() -> area.select(TextPos.ofLeading(line, column)));
    }

    private String line(int line) {
        return Journey.onFx(() -> area.getPlainText(line));
    }

    private Tab tab() {
        TabPane tabs = journey.find(".code-tabs");
        return Journey.onFx(() -> tabs.getSelectionModel().getSelectedItem());
    }

    @Test
    void typingUndoingAndSavingChangesNothingElse() throws IOException {
        caret(3, 19);
        journey.press(KeyCode.ENTER);
        assertEquals("        ", line(4));
        journey.type("needle(");
        assertEquals("        needle()", line(4));
        journey.type(");");
        assertEquals("        needle();", line(4));
        assertTrue(Journey.onFx(() -> tab().getGraphic() != null), "the tab has its dot");
        journey.press(KeyCode.CONTROL, KeyCode.S);
        Journey.until("it is saved", () -> tab().getGraphic() == null);
        assertEquals(
                TEXT.replace("needle() {\n", "needle() {\n        needle();\n"),
                Files.readString(file),
                "mixed line ends survive");
        Journey.until("the map knows the call", () -> journey.session().graph().callCount() == 1);

        for (int i = 0; i < 5; i++) {
            journey.press(KeyCode.CONTROL, KeyCode.Z);
        }
        assertEquals("    }", line(4));
        journey.press(KeyCode.CONTROL, KeyCode.S);
        Journey.until("it is saved again", () -> tab().getGraphic() == null);
        assertEquals(TEXT, Files.readString(file));
    }
}
