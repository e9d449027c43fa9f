package dev.orrery.app.session;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Progress;
import dev.orrery.indexer.CodeIndex;
import dev.orrery.indexer.TreeComparison;
import dev.orrery.indexer.history.Revision;
import dev.orrery.indexer.history.Revisions;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of the working tree with a revision, if one is shown. It is made in the background and follows the files.
 * Nothing is checked out. UI thread only.
 */
public final class ComparisonModel {
    private final CodeIndex index;
    private final Session session;
    private final Tasks tasks;
    private final Latest following;
    private final Latest listing;
    private final ReadOnlyObjectWrapper<String> revision = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<@Nullable Compared> compared = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable UserMessage> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Revision>> revisions = new ReadOnlyObjectWrapper<>(List.of());
    private @Nullable RunningTask running;

    ComparisonModel(CodeIndex index, Session session, Threads threads, Tasks tasks) {
        this.index = index;
        this.session = session;
        this.tasks = tasks;
        this.following = new Latest(threads);
        this.listing = new Latest(threads);
    }

    /** What is compared with, from the moment it was asked for; empty where nothing is. */
    public ReadOnlyObjectProperty<String> revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** What differs; null before the first answer and where nothing is compared. */
    public ReadOnlyObjectProperty<@Nullable Compared> comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    /** Why the last comparison could not be made; null where it could, or another one was asked for since. */
    public ReadOnlyObjectProperty<@Nullable UserMessage> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** What there is to compare with, as of the last {@link #list}. */
    public ReadOnlyObjectProperty<List<Revision>> revisionsProperty() {
        return revisions.getReadOnlyProperty();
    }

    /** Looks again what there is to compare with. */
    public void list() {
        listing.ask(cancellation -> Revisions.of(index.root(), cancellation), revisions::set, session::tell);
    }

    /** Compares the working tree with a revision, whatever git's {@code rev-parse} takes. */
    public void with(String name) {
        String wanted = name.strip();
        stop();
        failure.set(null);
        revision.set(wanted);
        if (wanted.isEmpty()) {
            compared.set(null);
            return;
        }
        CodeGraph graph = session.graph();
        running = tasks.start(
                "app.task.comparing",
                (progress, cancellation) -> compare(wanted, graph, progress, cancellation),
                new Tasks.Ending<>(made -> take(wanted, made), () -> stopped(wanted), why -> fail(wanted, why)));
    }

    /** Shows the working tree alone again. */
    public void end() {
        with("");
    }

    /** To be called when the graph has changed. */
    @SuppressWarnings("ReferenceEquality")
    void follow() {
        Compared shown = compared.get();
        CodeGraph graph = session.graph();
        if (shown != null && shown.comparison().graph() != graph) {
            String wanted = revision.get();
            following.ask(
                    cancellation -> compare(wanted, graph, Progress.SILENT, cancellation),
                    made -> take(wanted, made),
                    why -> fail(wanted, why));
        }
    }

    private Compared compare(String wanted, CodeGraph graph, Progress progress, Cancellation cancellation)
            throws OrreryException {
        return Compared.of(wanted, TreeComparison.since(index, graph, wanted, progress, cancellation));
    }

    private void take(String wanted, Compared made) {
        if (wanted.equals(revision.get())) {
            compared.set(made);
            follow();
        }
    }

    private void stopped(String wanted) {
        if (wanted.equals(revision.get()) && compared.get() == null) {
            revision.set("");
        }
    }

    private void fail(String wanted, UserMessage why) {
        if (wanted.equals(revision.get())) {
            end();
            failure.set(why);
        }
    }

    private void stop() {
        following.cancel();
        if (running != null) {
            running.cancel();
            running = null;
        }
    }

    void close() {
        listing.cancel();
        stop();
    }
}
