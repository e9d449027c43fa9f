package dev.orrery.app.feature.search;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.SymbolKey;
import dev.orrery.api.TypedQuery;
import dev.orrery.api.UserMessage;
import dev.orrery.app.command.Command;
import dev.orrery.app.command.Commands;
import dev.orrery.app.session.GraphView;
import dev.orrery.app.session.Latest;
import dev.orrery.app.session.Navigator;
import dev.orrery.app.session.Place;
import dev.orrery.app.session.Session;
import dev.orrery.app.session.Threads;
import dev.orrery.base.Messages;
import dev.orrery.indexer.CodeIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The one box for everything: a query, what it looks through, and the rows it found. UI thread only. */
public final class SearchViewModel {
    /** How far the present search is. */
    public enum Stage {
        IDLE,
        RUNNING,
        DONE
    }

    /** How many text hits are shown before the others are looked for. */
    private static final int FIRST = 50;

    private final @Nullable Session session;
    private final Navigator navigator;
    private final SearchSources sources;
    private final Latest names;
    private final Latest text;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObjectProperty<SearchScope> scope = new SimpleObjectProperty<>(SearchScope.ALL);
    private final int most;
    private final ObservableList<ResultRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.IDLE);
    private final ReadOnlyObjectWrapper<@Nullable UserMessage> failure = new ReadOnlyObjectWrapper<>();
    private List<ResultRow> named = List.of();
    private List<ResultRow> written = List.of();
    private List<SymbolKey> litNames = List.of();
    private List<SymbolKey> litText = List.of();
    private int open;
    private boolean awaitingNames;

    /** How much a search lists: what fits a palette, or a whole screen. */
    public enum Extent {
        PALETTE(6, 40),
        SCREEN(6, 2_000);

        private final int few;
        private final int text;

        Extent(int few, int text) {
            this.few = few;
            this.text = text;
        }
    }

    /** @param session the open repository; without one only commands are found */
    public SearchViewModel(
            @Nullable Session session,
            Messages messages,
            Commands commands,
            Threads threads,
            Navigator navigator,
            Extent extent) {
        this.session = session;
        this.navigator = navigator;
        this.most = extent.text;
        this.sources = new SearchSources(messages, commands, extent.few, extent.text);
        this.names = new Latest(threads);
        this.text = new Latest(threads);
        query.subscribe((before, now) -> search());
        scope.subscribe((before, now) -> search());
    }

    public StringProperty queryProperty() {
        return query;
    }

    public ObjectProperty<SearchScope> scopeProperty() {
        return scope;
    }

    public ObservableList<ResultRow> rows() {
        return rows;
    }

    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** What is wrong with the query. */
    public ReadOnlyObjectProperty<@Nullable UserMessage> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Whether the rows are still those of another query, or the best ones may yet come. */
    public boolean isAwaitingBest() {
        return awaitingNames || stage.get() == Stage.RUNNING && rows.isEmpty();
    }

    /** Looks again for the present query. */
    public void search() {
        SearchScope within = scope.get();
        TypedQuery typed = TypedQuery.parse(query.get());
        CodeIndex index = session == null ? null : session.index();
        GraphView view =
                session == null ? GraphView.EMPTY : session.viewProperty().get();
        failure.set(null);
        written = List.of();
        litText = List.of();
        names.cancel();
        text.cancel();
        Optional<UserMessage> wrong = FilterCheck.problem(typed, within, view.graph());
        boolean nothingAsked = query.get().isBlank() && within != SearchScope.COMMANDS && within != SearchScope.ALL;
        if (nothingAsked || wrong.isPresent()) {
            awaitingNames = false;
            named = List.of();
            litNames = List.of();
            failure.set(wrong.orElse(null));
            finish(Stage.IDLE);
            return;
        }
        open = 1;
        awaitingNames = true;
        stage.set(Stage.RUNNING);
        names.ask(
                cancellation -> sources.names(typed, within, index, view, cancellation),
                found -> {
                    awaitingNames = false;
                    named = found.rows();
                    litNames = found.lit();
                    arrived();
                },
                this::failed);
        boolean inText = typed.text().length() > 1
                && typed.kinds().isEmpty()
                && (within.includes(SearchScope.TEXT) || within == SearchScope.REGEX);
        if (inText && index != null) {
            open++;
            askText(typed, within, index, view.graph(), FIRST);
        }
    }

    /** The best few come at once; the others are put below them. */
    private void askText(TypedQuery typed, SearchScope within, CodeIndex index, CodeGraph graph, int limit) {
        List<String> before = TextRows.files(written);
        text.ask(
                cancellation -> sources.text(typed, within, index, graph, Math.min(limit, most), before, cancellation),
                found -> {
                    written = found.rows();
                    litText = found.lit();
                    if (limit < most && found.completeness() == ResultRow.Completeness.STOPPED_AT_LIMIT) {
                        finish(Stage.RUNNING);
                        askText(typed, within, index, graph, most);
                    } else {
                        arrived();
                    }
                },
                this::failed);
    }

    /** Ends the present search; what it found so far stays. */
    public void cancel() {
        names.cancel();
        text.cancel();
        awaitingNames = false;
        finish(Stage.DONE);
    }

    private void failed(UserMessage message) {
        awaitingNames = false;
        failure.set(message);
        arrived();
    }

    private void arrived() {
        open--;
        finish(open > 0 ? Stage.RUNNING : Stage.DONE);
    }

    private void finish(Stage reached) {
        List<ResultRow> all = new ArrayList<>(named);
        all.addAll(written);
        rows.setAll(all);
        stage.set(reached);
        if (session != null) {
            List<SymbolKey> lit = new ArrayList<>(query.get().isBlank() ? List.of() : litNames);
            lit.addAll(litText);
            session.litProperty().set(lit);
        }
    }

    /** Shows a result beside the list, or goes there and runs it. */
    public void choose(SearchResult result, Navigator.Intent intent) {
        switch (result) {
            case SearchResult.Action action -> {
                if (intent == Navigator.Intent.READ) {
                    action.command().run();
                }
            }
            case SearchResult.Symbol symbol -> {
                if (session != null && intent == Navigator.Intent.READ) {
                    session.selectedProperty().set(symbol.key());
                }
                navigator.go(Place.lineOf(symbol.key().path(), symbol.line()), intent);
            }
            case SearchResult.File file -> navigator.go(Place.lineOf(file.path(), 1), intent);
            case SearchResult.Text text ->
                navigator.go(
                        new Place(
                                text.hit().path(), text.hit().line(), text.hit().start() + 1),
                        intent);
        }
    }

    /** The command a result stands for, if it is one. */
    public static Optional<Command> command(SearchResult result) {
        return result instanceof SearchResult.Action(Command command) ? Optional.of(command) : Optional.empty();
    }

    /** Takes the light off the map. */
    public void leave() {
        names.cancel();
        text.cancel();
        if (session != null) {
            session.litProperty().set(List.of());
        }
    }
}
