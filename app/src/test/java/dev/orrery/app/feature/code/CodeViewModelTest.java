package dev.orrery.app.feature.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.CodeGraph;
import dev.orrery.app.session.FakeIndex;
import dev.orrery.app.session.Navigator.Intent;
import dev.orrery.app.session.Place;
import dev.orrery.app.session.Samples;
import dev.orrery.app.session.Session;
import dev.orrery.app.session.Tasks;
import dev.orrery.app.session.Threads;
import dev.orrery.app.session.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeViewModelTest {
    @TempDir
    Path root;

    private FakeIndex index;
    private Session session;
    private CodeViewModel model;
    private CodeGraph graph;

    @BeforeEach
    void open() throws IOException {
        for (String path : List.of(Samples.SERVICE, Samples.STORE, Samples.TEST)) {
            write(path, "line\n".repeat(6) + "        save(); OrderStore x;\n" + "line\n".repeat(30));
        }
        Threads threads = Threads.direct();
        index = new FakeIndex(root, Samples.graph());
        session = new Session(index, threads, new Tasks(threads));
        session.refresh();
        graph = session.graph();
        model = new CodeViewModel(session, threads, root.resolve("unsaved"), Duration.ZERO, Duration.ZERO);
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private OpenFile current() {
        OpenFile file = model.currentProperty().get();
        assertNotNull(file);
        return file;
    }

    private static Place jumped(OpenFile file) {
        OpenFile.Jump jump = file.jumpProperty().get();
        assertNotNull(jump);
        return jump.place();
    }

    @Test
    void aGlanceTakesTheTabOfTheGlanceBeforeButNotOfWhatIsRead() {
        model.open(Place.lineOf(Samples.SERVICE, 1), Intent.GLANCE);
        model.open(Place.lineOf(Samples.STORE, 1), Intent.GLANCE);
        assertEquals(
                List.of(Samples.STORE),
                model.files().stream().map(OpenFile::path).toList());
        model.open(Place.lineOf(Samples.STORE, 2), Intent.READ);
        model.open(Place.lineOf(Samples.TEST, 1), Intent.GLANCE);
        assertEquals(2, model.files().size());
    }

    @Test
    void theMapLeadsTheCode() {
        session.selectedProperty().set(Samples.key(graph, "OrderStore.save"));
        assertEquals(Samples.STORE, current().path());
        assertEquals(5, jumped(current()).line());
    }

    @Test
    void theCaretLeadsTheMapWithoutBeingPushedBack() {
        model.open(Place.lineOf(Samples.SERVICE, 1), Intent.READ);
        OpenFile file = current();
        int jumps = file.jumpProperty().get().number();
        model.caretMoved(file, new Place(Samples.SERVICE, 16, 3));
        assertEquals(
                Samples.key(graph, "OrderService.cancel"),
                session.selectedProperty().get());
        assertEquals(jumps, file.jumpProperty().get().number());
        assertEquals(16, file.caretProperty().get().line());
    }

    @Test
    void goToDefinitionFollowsTheCallUnderTheCaret() {
        model.open(new Place(Samples.SERVICE, 7, 10), Intent.READ);
        model.goToDefinition();
        assertEquals(new Place(Samples.STORE, 5, 5), jumped(current()));
    }

    @Test
    void aTypeNameLeadsToTheType() {
        model.open(new Place(Samples.SERVICE, 7, 20), Intent.READ);
        model.goToDefinition();
        assertEquals(new Place(Samples.STORE, 3, 5), jumped(current()));
    }

    @Test
    void whatIsDeclaredNowhereIsASentence() {
        model.open(new Place(Samples.SERVICE, 1, 2), Intent.READ);
        model.goToDefinition();
        assertNotNull(model.noticeProperty().get());
        assertEquals("app.code.noDefinition", model.noticeProperty().get().key());
    }

    @Test
    void usagesAreTheCallsAndForTypesTheMentions() {
        model.open(new Place(Samples.STORE, 5, 6), Intent.READ);
        model.findUsages();
        assertEquals(3, model.usages().size());
        assertTrue(model.usages().stream().allMatch(usage -> usage.source() == Usage.Source.CALL));
    }

    @Test
    void aChangeOnDiskShowsTheNewText() throws IOException {
        model.open(Place.lineOf(Samples.STORE, 1), Intent.READ);
        write(Samples.STORE, "changed");
        index.publish(Samples.builder().build(2), Set.of(Samples.STORE));
        Content.Shown shown = assertInstanceOf(
                Content.Shown.class, current().contentProperty().get());
        assertEquals("changed", shown.draft().buffer().text());
    }

    @Test
    void aFileThatVanishedSaysSo() throws IOException {
        Files.delete(root.resolve(Samples.STORE));
        model.open(Place.lineOf(Samples.STORE, 1), Intent.READ);
        Content.Unreadable unreadable = assertInstanceOf(
                Content.Unreadable.class, current().contentProperty().get());
        assertEquals("app.code.vanished", unreadable.why().key());
    }
}
