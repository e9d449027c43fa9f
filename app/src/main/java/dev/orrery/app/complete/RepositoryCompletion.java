package dev.orrery.app.complete;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.Document;
import dev.orrery.api.GraphDelta;
import dev.orrery.api.UserMessage;
import dev.orrery.base.AppFolders;
import dev.orrery.indexer.CodeIndex;
import dev.orrery.models.complete.BuiltInCompletion;
import dev.orrery.models.complete.Completion;
import dev.orrery.models.complete.CompletionSources;
import dev.orrery.models.complete.Habits;
import dev.orrery.models.complete.HabitsFile;
import dev.orrery.models.complete.LearnedRepository;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/**
 * Proposals for one repository: its index and the language model that is learned from its files. Safe from any thread; what learns, reads
 * or writes blocks.
 */
public final class RepositoryCompletion implements AutoCloseable {
    private static final int NAME = 16;

    private final CodeIndex index;
    private final Path place;
    private final LearnedRepository learned;
    private final Habits habits = new Habits(0);
    private final HabitsFile habitsFile;
    private final CompletionSources sources;
    private final Completion builtIn;

    /** @param trouble hears, on any thread, what the user should know */
    public RepositoryCompletion(CodeIndex index, AppFolders folders, Consumer<UserMessage> trouble) {
        this.index = index;
        this.place = place(folders, index.root());
        this.learned = new LearnedRepository(place, trouble);
        this.habitsFile = new HabitsFile(folders.data().resolve("completion").resolve("habits"), trouble);
        this.sources = new CompletionSources(learned::model, index.scope(), index.check(), index.context());
        this.builtIn = new BuiltInCompletion(sources, habits);
    }

    private static Path place(AppFolders folders, Path root) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(root.toString().getBytes(StandardCharsets.UTF_8));
            return folders.cache().resolve("code").resolve(HexFormat.of().formatHex(hash, 0, NAME));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The sources that need no download. */
    public Completion builtIn() {
        return builtIn;
    }

    public CompletionSources sources() {
        return sources;
    }

    /** What was learned about the proposals that are taken. */
    public Habits habits() {
        return habits;
    }

    /** The language model of the repository. */
    public LearnedRepository learned() {
        return learned;
    }

    /**
     * Takes over what was kept and learns what has changed since, as of the index's newest snapshot.
     *
     * @return how many files are known then
     * @throws java.util.concurrent.CancellationException where it was cancelled; what was known stays
     */
    public int learn(Cancellation cancellation) {
        habitsFile.read(habits);
        learned.read();
        index.scope().warm(cancellation);
        return learned.refresh(new WorkspaceCode(index.snapshot(), index.root()), cancellation);
    }

    /** Whether something is kept from before, which may be older than the files. */
    public boolean isKept() {
        return Files.exists(place);
    }

    /** Follows the files. */
    public void follow(GraphDelta delta) {
        CodeGraph after = delta.after();
        List<Document> changed = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        WorkspaceCode code = new WorkspaceCode(after, index.root());
        for (String path : delta.files()) {
            code.read(path).ifPresentOrElse(changed::add, () -> removed.add(path));
        }
        learned.change(changed, removed);
    }

    /** The user took a proposal, or did not. */
    public void count(String engine, double probability, boolean taken) {
        habits.count(engine, probability, taken);
        habitsFile.write(habits);
    }

    /** Forgets what was learned about the proposals that are taken. */
    public void forgetHabits() {
        habits.reset();
        habitsFile.write(habits);
    }

    /** Keeps what was learned. */
    @Override
    public void close() {
        learned.save();
    }
}
