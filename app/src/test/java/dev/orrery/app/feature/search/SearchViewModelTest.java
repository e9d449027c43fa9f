package dev.orrery.app.feature.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.app.command.Commands;
import dev.orrery.app.session.FakeIndex;
import dev.orrery.app.session.Navigator;
import dev.orrery.app.session.Place;
import dev.orrery.app.session.Samples;
import dev.orrery.app.session.Session;
import dev.orrery.app.session.Tasks;
import dev.orrery.app.session.Threads;
import dev.orrery.base.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchViewModelTest {
    @TempDir
    Path root;

    private final List<Place> shown = new ArrayList<>();
    private final List<String> ran = new ArrayList<>();
    private Session session;
    private SearchViewModel model;

    @BeforeEach
    void open() throws IOException {
        for (String path : List.of(Samples.SERVICE, Samples.STORE, Samples.TEST)) {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "\n\nclass X {\n\n  void save() { /* ledger */ }\n}\n");
        }
        Threads threads = Threads.direct();
        session = new Session(new FakeIndex(root, Samples.graph()), threads, new Tasks(threads));
        session.refresh();
        Commands commands = new Commands();
        commands.add("map.home", List.of("H"), () -> ran.add("map.home"));
        model = new SearchViewModel(
                session,
                Messages.of(Locale.ENGLISH),
                commands,
                threads,
                (place, intent) -> shown.add(place),
                SearchViewModel.Extent.SCREEN);
    }

    private List<SearchScope> groups() {
        return model.rows().stream()
                .filter(ResultRow.Head.class::isInstance)
                .map(row -> ((ResultRow.Head) row).scope())
                .toList();
    }

    @Test
    void oneQueryFindsSymbolsFilesAndText() {
        model.queryProperty().set("Store");
        assertEquals(List.of(SearchScope.SYMBOLS, SearchScope.FILES), groups());
        model.queryProperty().set("ledger");
        assertEquals(List.of(SearchScope.TEXT), groups());
        assertEquals(SearchViewModel.Stage.DONE, model.stageProperty().get());
    }

    @Test
    void textHitsLightTheSymbolsAroundThemAndLeavingPutsTheLightOut() {
        model.scopeProperty().set(SearchScope.TEXT);
        model.queryProperty().set("ledger");
        assertTrue(session.litProperty().get().contains(Samples.key(session.graph(), "OrderStore.save")));
        model.leave();
        assertEquals(List.of(), session.litProperty().get());
    }

    @Test
    void hitsStandByFileInTheOrderOfTheirBest() {
        model.scopeProperty().set(SearchScope.TEXT);
        model.queryProperty().set("ledger");
        List<String> files = TextRows.files(model.rows());
        assertEquals(List.of(Samples.SERVICE, Samples.STORE, Samples.TEST), files);
        assertEquals(
                new ResultRow.Head(SearchScope.TEXT, 3, 3, ResultRow.Completeness.COMPLETE),
                model.rows().getFirst());
    }

    @Test
    void aMisspeltFilterIsSaidAndNotTakenForNothingFound() {
        model.queryProperty().set("lang:cobol ledger");
        assertEquals("app.search.badlanguage", model.failureProperty().get().key());
        model.queryProperty().set("ledger kind:thing");
        assertEquals("app.search.badkind", model.failureProperty().get().key());
        model.scopeProperty().set(SearchScope.TEXT);
        model.queryProperty().set("ledger kind:method");
        assertEquals("app.search.kindofsymbols", model.failureProperty().get().key());
        model.queryProperty().set("ledger");
        assertEquals(null, model.failureProperty().get());
        assertEquals(List.of(SearchScope.TEXT), groups());
    }

    @Test
    void filtersNarrowFilesAndAreNoPartOfTheText() {
        model.scopeProperty().set(SearchScope.FILES);
        model.queryProperty().set("store");
        int all = model.rows().size();
        model.queryProperty().set("store -path:test");
        assertTrue(model.rows().size() <= all && !model.rows().isEmpty());
        model.queryProperty().set("store path:nowhere");
        assertEquals(List.of(), model.rows());
    }

    @Test
    void commandsAreFoundByTitleAndRunOnlyWhenChosen() {
        model.queryProperty().set("home");
        ResultRow.Hit hit = (ResultRow.Hit) model.rows().getLast();
        model.choose(hit.result(), Navigator.Intent.GLANCE);
        assertEquals(List.of(), ran);
        model.choose(hit.result(), Navigator.Intent.READ);
        assertEquals(List.of("map.home"), ran);
    }

    @Test
    void meaningIsAskedOnlyInItsOwnScope() {
        model.scopeProperty().set(SearchScope.MEANING);
        model.queryProperty().set("cancel");
        assertEquals(List.of(SearchScope.MEANING), groups());
        assertTrue(session.litProperty().get().contains(Samples.key(session.graph(), "OrderService.cancel")));
        model.queryProperty().set("kind:method cancel");
        assertEquals(null, model.failureProperty().get());
    }

    @Test
    void choosingASymbolSelectsIt() {
        model.scopeProperty().set(SearchScope.SYMBOLS);
        model.queryProperty().set("cancel");
        ResultRow.Hit hit = (ResultRow.Hit) model.rows().getLast();
        model.choose(hit.result(), Navigator.Intent.READ);
        assertEquals(
                Samples.key(session.graph(), "OrderService.cancel"),
                session.selectedProperty().get());
        assertEquals(List.of(Place.lineOf(Samples.SERVICE, 14)), shown);
    }
}
