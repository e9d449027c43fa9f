package dev.orrery.indexer;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.GraphDelta;
import dev.orrery.api.MeaningFinder;
import dev.orrery.api.OrreryException;
import dev.orrery.api.SymbolFinder;
import dev.orrery.api.TextScanner;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Progress;
import dev.orrery.indexer.link.java.LiveTypes;
import dev.orrery.indexer.share.Conversation;
import dev.orrery.indexer.share.Message;
import dev.orrery.indexer.share.OwnerConnection;
import dev.orrery.indexer.store.IndexFolder;
import dev.orrery.indexer.store.IndexStore;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The role of a process that found the index owned: it asks the owner to refresh and reads what the owner published. */
final class AttachedRole implements Role {
    private static final System.Logger LOG = System.getLogger(AttachedRole.class.getName());

    private final IndexFolder folder;
    private final PublishedIndex published;
    private final Soon layers;
    private final MeaningSide meaning;
    private final PublishedTypes types;
    private final Runnable onOwnerGone;
    private volatile List<UserMessage> problems = List.of();
    private @Nullable Conversation watching;
    private volatile boolean closed;

    /** @param onOwnerGone called once, on a thread of the role, when the owner of a watched index ends */
    AttachedRole(IndexFolder folder, Buffers buffers, Consumer<GraphDelta> onDelta, Runnable onOwnerGone) {
        this.folder = folder;
        this.published = new PublishedIndex(folder, buffers, onDelta);
        this.layers = new Soon("index-layer", published::layOver, () -> Duration.ZERO);
        this.meaning = new MeaningSide(
                new IndexStore(folder, damaged -> {}), published::graph, path -> Optional.empty(), trouble -> {});
        this.types = new PublishedTypes(folder);
        this.onOwnerGone = onOwnerGone;
    }

    @Override
    public CodeGraph graph() {
        return published.graph();
    }

    @Override
    public IndexReport refresh(Progress progress, Cancellation cancellation) throws OrreryException, IOException {
        List<UserMessage> found = new ArrayList<>();
        IndexReport report = Reports.decode(ask("refresh", found, progress, cancellation));
        problems = List.copyOf(found);
        reload();
        return report;
    }

    @Override
    public MeaningReport refreshMeaning(Progress progress, Cancellation cancellation)
            throws OrreryException, IOException {
        Message report = ask("meaning", new ArrayList<>(), progress, cancellation);
        meaning.reload();
        return new MeaningReport((int) report.number(0), report.number(1) / 1e9, report.number(2));
    }

    @Override
    public void layOver() {
        layers.request();
    }

    @Override
    public MeaningFinder meaning() {
        return meaning;
    }

    /** Has the owner do something long; returns its report. */
    private Message ask(String verb, List<UserMessage> found, Progress progress, Cancellation cancellation)
            throws OrreryException, IOException {
        try (Conversation owner = OwnerConnection.open(folder.folder());
                CancelWatch watch = CancelWatch.closing(owner, cancellation)) {
            assert watch != null;
            owner.send(Message.of(verb));
            while (true) {
                Message told = owner.receive();
                cancellation.throwIfRequested();
                if (told == null) {
                    throw new IOException("the owner has ended");
                }
                switch (told.verb()) {
                    case "progress" -> progress.at(told.text(0), told.number(1), told.number(2));
                    case "problem" -> found.add(UserMessages.decode(told));
                    case "failed" -> throw new OrreryException(UserMessages.decode(told));
                    case "cancelled" -> throw new CancellationException();
                    case "report" -> {
                        return told;
                    }
                    default -> throw new IOException("the owner says " + told.verb());
                }
            }
        } catch (IOException failed) {
            cancellation.throwIfRequested();
            throw failed;
        }
    }

    @Override
    public synchronized void watch() throws IOException {
        if (watching != null || closed) {
            return;
        }
        Conversation owner = OwnerConnection.open(folder.folder());
        watching = owner;
        owner.send(Message.of("watch"));
        Thread.ofVirtual().name("index-attached").start(() -> follow(owner));
    }

    private void reload() throws IOException {
        published.reload();
        types.follow(published.rows());
    }

    @Override
    public @Nullable LiveTypes types() {
        return types.now();
    }

    @Override
    public void warmTypes(Cancellation cancellation) throws IOException {
        types.fill(published.rows());
    }

    private void follow(Conversation owner) {
        try (owner) {
            for (Message told = owner.receive(); told != null; told = owner.receive()) {
                switch (told.verb()) {
                    case "watching", "published" -> reload();
                    case "failed" -> problems = List.of(UserMessages.decode(told));
                    default -> LOG.log(System.Logger.Level.DEBUG, "the owner says {0}", told.verb());
                }
            }
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "the owner has ended", gone);
        }
        if (!closed) {
            onOwnerGone.run();
        }
    }

    @Override
    public TextScanner text() {
        return published.text();
    }

    @Override
    public SymbolFinder symbols() {
        return published.symbols();
    }

    @Override
    public List<UserMessage> problems() {
        return problems;
    }

    @Override
    public void close() {
        closed = true;
        layers.close();
        Conversation open;
        synchronized (this) {
            open = watching;
            watching = null;
        }
        try {
            if (open != null) {
                open.close();
            }
            published.close();
        } catch (IOException failed) {
            LOG.log(System.Logger.Level.DEBUG, "detaching", failed);
        }
    }
}
