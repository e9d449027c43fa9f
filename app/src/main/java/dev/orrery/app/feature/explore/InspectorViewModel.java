package dev.orrery.app.feature.explore;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.SymbolKey;
import dev.orrery.api.UserMessage;
import dev.orrery.app.session.ComparisonModel;
import dev.orrery.app.session.GraphView;
import dev.orrery.app.session.HistoryModel;
import dev.orrery.app.session.Latest;
import dev.orrery.app.session.Navigator;
import dev.orrery.app.session.Session;
import dev.orrery.app.session.Threads;
import dev.orrery.indexer.history.FileHistory;
import dev.orrery.indexer.history.SymbolHistory;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The card of the selected symbol, made anew when selection or graph change. UI thread only. */
public final class InspectorViewModel {
    private final Session session;
    private final Navigator navigator;
    private final Latest cards;
    private final Latest stories;
    private final ReadOnlyObjectWrapper<@Nullable SymbolCard> card = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<FileStory> story = new ReadOnlyObjectWrapper<>(FileStory.NONE);
    private final Latest overviews;
    private final ReadOnlyObjectWrapper<Overview> overview = new ReadOnlyObjectWrapper<>(Overview.NONE);
    private final ReadOnlyObjectWrapper<@Nullable UserMessage> failure = new ReadOnlyObjectWrapper<>();

    public InspectorViewModel(Session session, Threads threads, Navigator navigator) {
        this.session = session;
        this.navigator = navigator;
        this.cards = new Latest(threads);
        this.stories = new Latest(threads);
        this.overviews = new Latest(threads);
        session.selectedProperty().subscribe(key -> update());
        session.viewProperty().subscribe((before, now) -> update());
        session.history().historyProperty().subscribe((before, now) -> tell());
        session.history().symbolsProperty().subscribe((before, now) -> tell());
        card.subscribe((before, now) -> {
            if (now != null) {
                session.history().refresh();
            }
            tell();
        });
    }

    public ReadOnlyObjectProperty<@Nullable SymbolCard> cardProperty() {
        return card.getReadOnlyProperty();
    }

    /** What the working tree is compared with. */
    ComparisonModel comparison() {
        return session.comparison();
    }

    /** The present graph with its regions. */
    GraphView view() {
        return session.viewProperty().get();
    }

    /** The repository's own name. */
    String repository() {
        return session.name();
    }

    /** The repository at a glance; made anew when the graph changes while nothing is selected. */
    ReadOnlyObjectProperty<Overview> overviewProperty() {
        return overview.getReadOnlyProperty();
    }

    /** How the file of the selected symbol came to be. */
    public ReadOnlyObjectProperty<FileStory> storyProperty() {
        return story.getReadOnlyProperty();
    }

    /** How far the reading of the symbols' history is. */
    public ReadOnlyObjectProperty<HistoryModel.State> historyStateProperty() {
        return session.history().symbolsStateProperty();
    }

    public void readHistoryAgain() {
        session.history().readAgain();
    }

    private void tell() {
        SymbolCard shown = card.get();
        if (shown == null) {
            stories.cancel();
            story.set(FileStory.NONE);
            return;
        }
        GraphView view = session.viewProperty().get();
        FileHistory history = session.history().historyProperty().get();
        SymbolHistory symbols = session.history().symbolsProperty().get();
        stories.ask(
                cancellation -> FileStory.of(
                        view,
                        shown.place().path(),
                        history,
                        SymbolStory.of(shown.key(), symbols, history),
                        Instant.now().getEpochSecond()),
                story::set,
                failure::set);
    }

    public ReadOnlyObjectProperty<@Nullable UserMessage> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    private void update() {
        GraphView view = session.viewProperty().get();
        SymbolKey key = session.selectedProperty().get();
        failure.set(null);
        CodeGraph graph = view.graph();
        int symbol = key == null ? -1 : graph.find(key);
        if (symbol < 0) {
            cards.cancel();
            card.set(null);
            overviews.ask(cancellation -> Overview.of(view, cancellation), overview::set, failure::set);
        } else {
            overviews.cancel();
            cards.ask(cancellation -> SymbolCards.of(view, symbol, cancellation), card::set, failure::set);
        }
    }

    /** Selects the symbol at the other end, or shows the call where that end is outside. */
    public void follow(SymbolCard.Related related) {
        if (related.key() != null) {
            session.selectedProperty().set(related.key());
        } else {
            navigator.go(related.call(), Navigator.Intent.GLANCE);
        }
    }

    /** Lights who is reached by a change of the selection on the map, or puts that light out. */
    public void light() {
        SymbolCard shown = card.get();
        if (shown != null) {
            List<SymbolKey> reached = shown.impact().stream()
                    .flatMap(row -> Stream.ofNullable(row.key()))
                    .toList();
            session.litProperty().set(session.litProperty().get().equals(reached) ? List.of() : reached);
        }
    }

    /** Opens the declaration for reading. */
    public void read() {
        SymbolCard shown = card.get();
        if (shown != null) {
            navigator.go(shown.place(), Navigator.Intent.READ);
        }
    }
}
