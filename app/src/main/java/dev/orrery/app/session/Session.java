package dev.orrery.app.session;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.GraphDelta;
import dev.orrery.api.Registration;
import dev.orrery.api.SymbolKey;
import dev.orrery.api.UserMessage;
import dev.orrery.indexer.CodeIndex;
import dev.orrery.indexer.IndexReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * One opened repository as the window sees it: its newest graph, what is selected, where one has been, and what could not
 * be indexed. Observable state is confined to the UI thread; closing gives up the index.
 */
public final class Session implements AutoCloseable {
    /** How far the first indexing is. */
    public enum Phase {
        INDEXING,
        READY,
        CANCELLED,
        FAILED
    }

    private static final long PATIENCE_SECONDS = 5;

    private final CodeIndex index;
    private final Threads threads;
    private final Tasks tasks;
    private final Latest summaries;
    private final Registration registration;
    private final Registration problemRegistration;
    private final Latest problemReads;
    private final List<Consumer<GraphDelta>> deltaListeners = new ArrayList<>();
    private final List<Runnable> learners = new ArrayList<>();
    private final ReadOnlyObjectWrapper<GraphView> view = new ReadOnlyObjectWrapper<>(GraphView.EMPTY);
    private final ReadOnlyObjectWrapper<GraphSummary> summary = new ReadOnlyObjectWrapper<>(GraphSummary.EMPTY);
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.INDEXING);
    private final ReadOnlyObjectWrapper<@Nullable UserMessage> failure = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable SymbolKey> selected = new SimpleObjectProperty<>();
    private final ObjectProperty<List<SymbolKey>> lit = new SimpleObjectProperty<>(List.of());
    private final ObservableList<UserMessage> problems = FXCollections.observableArrayList();
    private final List<UserMessage> told = new ArrayList<>();
    private final HistoryModel history;
    private final ComparisonModel comparison;
    private final TimeModel time;
    private final Trail trail = new Trail();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final GraphView known;
    private GraphView divided;
    private Supplier<CompletableFuture<Void>> picture = () -> CompletableFuture.completedFuture(null);
    private boolean over;

    public Session(CodeIndex index, Threads threads, Tasks tasks) {
        this(index, threads, tasks, GraphView.EMPTY);
    }

    /** @param known what was committed last; it is shown at once, and only then one looks for what has changed since */
    public Session(CodeIndex index, Threads threads, Tasks tasks, GraphView known) {
        this.known = known;
        this.divided = known;
        this.index = index;
        this.threads = threads;
        this.tasks = tasks;
        this.summaries = new Latest(threads);
        this.history = new HistoryModel(index, threads, tasks, this::tell);
        this.comparison = new ComparisonModel(index, this, threads, tasks);
        this.time = new TimeModel(this, threads, this::tell);
        this.problemReads = new Latest(threads);
        this.problemRegistration = index.onProblems(() -> threads.ui().execute(this::readProblems));
        this.registration = index.onChange(delta -> {
            GraphView next = divide(delta.after());
            threads.ui().execute(() -> publish(delta, next));
        });
        selected.subscribe(key -> {
            if (key != null) {
                trail.visit(key);
            }
        });
    }

    public Path root() {
        return index.root();
    }

    /** The folder's own name, or the whole path where it has none. */
    public String name() {
        Path last = root().getFileName();
        return last == null ? root().toString() : last.toString();
    }

    public CodeIndex index() {
        return index;
    }

    public ReadOnlyObjectProperty<GraphView> viewProperty() {
        return view.getReadOnlyProperty();
    }

    public CodeGraph graph() {
        return view.get().graph();
    }

    public ReadOnlyObjectProperty<GraphSummary> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** Why the phase is {@link Phase#FAILED}. */
    public ReadOnlyObjectProperty<@Nullable UserMessage> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    public ObjectProperty<@Nullable SymbolKey> selectedProperty() {
        return selected;
    }

    /** The symbols that are lit on the map: where the present search has hits, or who is reached by a change. */
    public ObjectProperty<List<SymbolKey>> litProperty() {
        return lit;
    }

    /** What could not be indexed and why, and what {@link #tell} said. */
    public ObservableList<UserMessage> problems() {
        return problems;
    }

    /** Adds to the problems, where it stays as long as the repository is open. */
    public void tell(UserMessage problem) {
        if (!told.contains(problem)) {
            told.add(problem);
            problems.add(problem);
        }
    }

    private void found(List<UserMessage> ofIndex) {
        List<UserMessage> all = new ArrayList<>(ofIndex);
        all.addAll(told);
        problems.setAll(all);
    }

    public HistoryModel history() {
        return history;
    }

    /** What the working tree is compared with. */
    public ComparisonModel comparison() {
        return comparison;
    }

    /** The moment of the history that lies over the map. */
    public TimeModel time() {
        return time;
    }

    public Trail trail() {
        return trail;
    }

    /** Calls {@code listener} on the UI thread after the graph changed. */
    public void onDelta(Consumer<GraphDelta> listener) {
        deltaListeners.add(listener);
    }

    /** Runs {@code learner} on the UI thread whenever the index is up to date and its picture is there: the time to learn from it. */
    public void onSettled(Runnable learner) {
        learners.add(learner);
    }

    /** What takes the machine's time in the background waits for this, but not for ever; asked when there is a graph to show. */
    public void goFirst(Supplier<CompletableFuture<Void>> picture) {
        this.picture = picture;
    }

    /** Brings the index up to date and follows the files from then on. */
    public void refresh() {
        phase.set(Phase.INDEXING);
        failure.set(null);
        if (graph().fileCount() == 0 && known.graph().fileCount() > 0) {
            show(known);
            afterPicture(this::bringUpToDate);
        } else {
            bringUpToDate();
        }
    }

    private void afterPicture(Runnable next) {
        var unused = picture.get()
                .completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .thenRun(() -> threads.ui().execute(() -> {
                    if (!over) {
                        next.run();
                    }
                }));
    }

    private void bringUpToDate() {
        tasks.start(
                "app.task.indexing",
                (progress, cancellation) -> {
                    IndexReport report = index.refresh(progress, cancellation);
                    return new Refreshed(report, divide(index.snapshot()), index.problems());
                },
                new Tasks.Ending<>(this::refreshed, () -> phase.set(Phase.CANCELLED), message -> {
                    failure.set(message);
                    phase.set(Phase.FAILED);
                }));
    }

    /** Any thread; the regions of one graph lead to those of the next. */
    @SuppressWarnings("ReferenceEquality")
    private synchronized GraphView divide(CodeGraph graph) {
        if (graph != divided.graph()) {
            divided = divided.following(graph);
        }
        return divided;
    }

    private record Refreshed(IndexReport report, GraphView view, List<UserMessage> problems) {}

    private void refreshed(Refreshed result) {
        found(result.problems());
        if (result.view().graph().generation() > graph().generation() || graph().fileCount() == 0) {
            show(result.view());
        }
        phase.set(Phase.READY);
        afterPicture(this::learn);
    }

    /** What is followed, read and learned in the background once the map is there; where it fails, that is one more problem. */
    private void learn() {
        tasks.start(
                "app.task.meaning",
                (progress, cancellation) -> {
                    index.watch();
                    index.context().warm(cancellation);
                    return index.refreshMeaning(progress, cancellation);
                },
                new Tasks.Ending<>(done -> {}, () -> {}, this::tell));
        history.refresh();
        learners.forEach(Runnable::run);
    }

    private void publish(GraphDelta delta, GraphView next) {
        if (delta.after().generation() < graph().generation()) {
            return;
        }
        SymbolKey before = selected.get();
        show(next);
        deltaListeners.forEach(listener -> listener.accept(delta));
        if (before != null && graph().find(before) < 0) {
            selected.set(Successor.of(before, graph()));
        }
        readProblems();
    }

    private void readProblems() {
        problemReads.ask(cancellation -> index.problems(), this::found, this::tell);
    }

    private void show(GraphView next) {
        view.set(next);
        comparison.follow();
        time.follow();
        summaries.ask(cancellation -> GraphSummary.of(next.graph()), summary::set, this::tell);
    }

    /** Completes, on any thread, once the index has been given up after {@link #close}. */
    public CompletableFuture<Void> closed() {
        return closed;
    }

    @Override
    public void close() {
        over = true;
        summaries.cancel();
        history.close();
        comparison.close();
        time.close();
        problemReads.cancel();
        registration.close();
        problemRegistration.close();
        threads.background().execute(() -> {
            try {
                index.close();
            } finally {
                closed.complete(null);
            }
        });
    }
}
