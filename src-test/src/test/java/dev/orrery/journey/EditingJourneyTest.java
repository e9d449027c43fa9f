package dev.orrery.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.app.session.SymbolLookup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
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
        Journey.until("the text is there", () -> area.getParagraphCount() == 7);
        Journey.until("it has the keyboard", () -> {
            area.requestFocus();
            return area.isFocused();
        });
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

    @Test
    void findingAndReplacingAllIsOneStep() {
        caret(0, 0);
        journey.press(KeyCode.CONTROL, KeyCode.H);
        TextField what = journey.find("#find-text");
        Journey.until("the bar has the keyboard", what::isFocused);
        journey.type("needle");
        Label count = journey.find("#find-count");
        Journey.until("the match is counted and selected", () -> "1 of 1".equals(count.getText()));
        assertEquals(3, Journey.onFx(() -> area.getCaretPosition().index()));
        Journey.run(() -> what.setText("[ae]"));
        ToggleButton regex = journey.find("#find-regex");
        Journey.run(regex::fire);
        Journey.until("an expression finds more", () -> count.getText().endsWith("of 5"));
        TextField with = journey.find("#find-replacement");
        Journey.run(() -> with.setText("<$0>"));
        Button all = journey.find("#find-replace-all");
        Journey.run(all::fire);
        Journey.until("all are replaced", () -> "cl<a>ss Good {".equals(area.getPlainText(0)));
        assertEquals("    void n<e><e>dl<e>() {", line(3));
        journey.press(KeyCode.ESCAPE);
        Journey.until("the text has the keyboard", area::isFocused);
        journey.press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals("class Good {", line(0));
        assertEquals("    void needle() {", line(3));
        Journey.until("nothing differs from the disk", () -> tab().getGraphic() == null);
    }

    @Test
    void aFileThatChangesUnderTheCaretIsNotOverwritten() throws IOException {
        Files.writeString(file, TEXT.replace("int a", "int b"));
        Journey.until("an unchanged text follows the disk", () -> "    int b;".equals(area.getPlainText(1)));
        caret(0, 0);
        journey.type("mine ");
        Files.writeString(file, TEXT.replace("int a", "int c"));
        Button mine = journey.find("#conflict-mine");
        assertEquals("mine class Good {", line(0));
        journey.press(KeyCode.CONTROL, KeyCode.S);
        assertEquals(TEXT.replace("int a", "int c"), Files.readString(file));
        Button compare = journey.find("#conflict-compare");
        Journey.run(compare::fire);
        CodeArea theirs = journey.find(".compare-pane .code-area");
        Journey.until("theirs is beside it", () -> theirs.getParagraphCount() == 7);
        assertEquals("    int c;", Journey.onFx(() -> theirs.getPlainText(1)));
        Journey.run(mine::fire);
        Journey.until("mine is saved", () -> tab().getGraphic() == null);
        assertEquals("mine " + TEXT.replace("int a", "int b"), Files.readString(file));
    }

    @Test
    void unsavedTextComesBackAndClosingAsks() throws IOException {
        caret(5, 0);
        journey.type("x");
        Journey.until("search sees it", () -> journey.session().graph().generation() > 0 && tab().getGraphic() != null);
        journey.close();
        journey = Journey.begin(folder.resolve("home"));
        journey.open(root);
        journey.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        area = journey.find(".code-area");
        Journey.until(
                "the unsaved text is back", () -> area.getParagraphCount() == 7 && "x}".equals(area.getPlainText(5)));
        journey.find("#recovered-discard");
        assertEquals(TEXT, Files.readString(file));

        journey.press(KeyCode.CONTROL, KeyCode.W);
        Button cancel = journey.find("#unsaved-cancel");
        Journey.run(cancel::fire);
        assertTrue(Journey.onFx(() -> tab().getGraphic() != null), "still open");
        boolean[] closed = {false};
        Journey.run(() -> journey.composed().window().whenSaved(() -> closed[0] = true));
        Button save = journey.find("#unsaved-save");
        Journey.run(save::fire);
        Journey.until("the window may close", () -> closed[0]);
        assertEquals(TEXT.replace("\n}\n", "\nx}\n"), Files.readString(file));
    }
}
