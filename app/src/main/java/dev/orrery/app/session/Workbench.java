package dev.orrery.app.session;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.indexer.CodeIndex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Which repository is open and which room is shown. UI thread only. */
public final class Workbench {
    /** Opens the index of a folder; blocks. */
    @FunctionalInterface
    public interface Opener {
        CodeIndex open(Path folder) throws OrreryException;
    }

    private final Opener opener;
    private final Threads threads;
    private final Tasks tasks;
    private final Consumer<Path> opened;
    private final Latest opening;
    private final ReadOnlyObjectWrapper<@Nullable Session> session = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Path> pending = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable UserMessage> failure = new ReadOnlyObjectWrapper<>();
    private CompletableFuture<Void> closing = CompletableFuture.completedFuture(null);
    private final ObjectProperty<Room> room = new SimpleObjectProperty<>(Room.WELCOME);

    /** @param opened hears the canonical root of every repository that was opened */
    public Workbench(Opener opener, Threads threads, Tasks tasks, Consumer<Path> opened) {
        this.opener = opener;
        this.threads = threads;
        this.tasks = tasks;
        this.opened = opened;
        this.opening = new Latest(threads);
    }

    public ReadOnlyObjectProperty<@Nullable Session> sessionProperty() {
        return session.getReadOnlyProperty();
    }

    /** The folder that is being opened. */
    public ReadOnlyObjectProperty<@Nullable Path> pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    /** Why the last folder could not be opened, or what the user should know while none is open. */
    public ReadOnlyObjectProperty<@Nullable UserMessage> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Tells the user something that concerns no repository, where he looks now. */
    public void say(UserMessage message) {
        Session open = session.get();
        if (open == null) {
            failure.set(message);
        } else {
            open.tell(message);
        }
    }

    public ObjectProperty<Room> roomProperty() {
        return room;
    }

    /** Opens {@code folder} in place of what is open; a failure leaves that as it is. */
    public void open(Path folder) {
        open(folder, Room.EXPLORE);
    }

    /** The same, and shows {@code first} once the repository is there. */
    public void open(Path folder, Room first) {
        pending.set(folder);
        failure.set(null);
        opening.ask(cancellation -> index(folder), found -> show(found, first), this::giveUp, message -> {
            pending.set(null);
            failure.set(message);
        });
    }

    private record Opened(CodeIndex index, GraphView known) {}

    private Opened index(Path folder) throws OrreryException {
        if (!Files.exists(folder)) {
            throw new OrreryException(UserMessage.of("app.open.missing", folder.toString()));
        }
        if (!Files.isDirectory(folder)) {
            throw new OrreryException(UserMessage.of("app.open.notFolder", folder.toString()));
        }
        CodeIndex index = opener.open(folder);
        return new Opened(index, GraphView.EMPTY.following(index.snapshot()));
    }

    /** Another folder was asked for meanwhile. */
    private void giveUp(Opened late) {
        threads.background().execute(late.index::close);
    }

    private void show(Opened found, Room first) {
        close();
        pending.set(null);
        Session next = new Session(found.index, threads, tasks, found.known);
        session.set(next);
        room.set(first);
        opened.accept(next.root());
        next.refresh();
    }

    /** Completes once every repository that was closed so far has given up its index. */
    public CompletableFuture<Void> closed() {
        return closing;
    }

    /** Closes the open repository, if any, and stops what runs for it. */
    public void close() {
        Session before = session.get();
        if (before != null) {
            tasks.running().forEach(RunningTask::cancel);
            session.set(null);
            before.close();
            closing = CompletableFuture.allOf(closing, before.closed());
            room.set(Room.WELCOME);
        }
    }
}
