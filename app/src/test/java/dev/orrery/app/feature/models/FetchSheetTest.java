package dev.orrery.app.feature.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.app.control.TestWindow;
import dev.orrery.app.session.Tasks;
import dev.orrery.app.session.Threads;
import dev.orrery.base.AppFolders;
import dev.orrery.models.Consent;
import dev.orrery.models.Models;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sheet that fetches, against a hub on this machine. */
@Tag("slow")
class FetchSheetTest {
    @TempDir
    Path folder;

    private SmallHub hub;
    private Models models;
    private ModelsViewModel screen;
    private FetchSheet sheet;
    private TestWindow window;

    @BeforeEach
    void open() throws Exception {
        hub = new SmallHub("gemma");
        AppFolders folders = new AppFolders(folder.resolve("config"), folder.resolve("data"), folder.resolve("cache"));
        models = Models.open(folders, List.of(), Map.of("ORRERY_HUB", hub.address()), trouble -> {});
        window = TestWindow.of(() -> {
            Threads threads = TestWindow.threads();
            ModelWords words = new ModelWords(TestWindow.context());
            Sheet card = new Sheet(words);
            screen = new ModelsViewModel(models, threads, new Tasks(threads), Consent.NOBODY);
            sheet = new FetchSheet(words, screen, card, words::sentence);
            screen.refresh();
            return new StackPane(card);
        });
        TestWindow.until("it has looked", () -> screen.shelf().isPresent());
    }

    @AfterEach
    void close() {
        TestWindow.run(screen::close);
        window.close();
        models.close();
        hub.close();
    }

    @Test
    void nothingIsAskedBeforeOneSaysSoAndNothingFetchedBeforeTheLicenceIsAccepted() {
        search("org/model/m.gguf");
        CheckBox accept = window.find("#fetch-accept");
        Button go = window.find("#fetch-go");
        assertTrue(TestWindow.onFx(go::isDisabled));
        assertTrue(hub.asked.stream().noneMatch(path -> path.contains("resolve")), hub.asked.toString());
        TestWindow.run(() -> accept.setSelected(true));
        window.press("#fetch-go");
        TestWindow.until("it is here", () -> screen.rows(ModelsViewModel.Tab.HERE).stream()
                .anyMatch(row -> row.state() instanceof ModelRow.State.OnDisk));
        assertFalse(window.has("#fetch-go"), "the sheet is closed");
    }

    @Test
    void wordsAreSearchedForAndWhatIsFoundCanBeTaken() {
        search("qwen coder");
        ListView<?> found = window.find(".list-view");
        TestWindow.run(() -> {
            found.getSelectionModel().select(0);
            found.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
        assertTrue(TestWindow.onFx(window.<Button>find("#fetch-go")::isDisabled), "its licence is to be accepted");
    }

    @Test
    void whatTheHubDoesNotHaveIsTold() {
        search("org/other/m.gguf");
        Label why = window.find(".notice");
        assertFalse(TestWindow.onFx(why::getText).isBlank());
        assertFalse(window.has("#fetch-go"));
    }

    @Test
    void whereTheDiskIsFullByChoiceTheLongestUnusedIsNamedAndCanGo() throws Exception {
        Path file = Files.write(folder.resolve("old.gguf"), SmallHub.model());
        TestWindow.run(() -> screen.jobs().importFrom(file));
        TestWindow.until("it is here", () -> screen.rows(ModelsViewModel.Tab.HERE).stream()
                .anyMatch(row -> row.id().equals("old")));
        TestWindow.run(() -> screen.choose(choices -> choices.withQuota(30)));
        TestWindow.until("the limit holds", () -> models.quotaBytes() == 30);
        search("org/model/m.gguf");
        CheckBox accept = window.find("#fetch-accept");
        TestWindow.run(() -> accept.setSelected(true));
        Button go = window.find("#fetch-go");
        assertTrue(TestWindow.onFx(go::isDisabled));
        window.press("#quota-remove-old");
        TestWindow.until("there is room", () -> !go.isDisabled());
        assertEquals(List.of(), models.store().models());
    }

    private void search(String text) {
        TestWindow.run(() -> sheet.search());
        TextField box = window.find("#hub-search");
        assertEquals(List.of(), hub.asked);
        TestWindow.run(() -> {
            box.setText(text);
            box.fireEvent(new javafx.event.ActionEvent());
        });
    }
}
