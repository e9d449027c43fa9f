package dev.orrery.app.lsp;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.app.complete.RepositoryCompletion;
import dev.orrery.base.AppFolders;
import dev.orrery.base.Progress;
import dev.orrery.indexer.CodeIndex;
import dev.orrery.indexer.CodeIndexes;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The repository that an editor works on: its index, its completion, and what asks them. */
final class Repository implements AutoCloseable {
    private final CodeIndex index;
    private final RepositoryCompletion completion;
    final EditorTexts texts = new EditorTexts();
    final Navigation navigation;
    final Hierarchies hierarchies;
    final Structure structure;
    final Proposals proposals;

    private Repository(CodeIndex index, AppFolders folders, Consumer<UserMessage> trouble) {
        this.index = index;
        this.completion = new RepositoryCompletion(index, folders, trouble);
        this.navigation = new Navigation(index, texts);
        this.hierarchies = new Hierarchies(navigation);
        this.structure = new Structure(index);
        this.proposals = new Proposals(completion);
    }

    static Repository open(Path root, AppFolders folders, Consumer<UserMessage> trouble) throws OrreryException {
        return new Repository(CodeIndexes.open(root, folders), folders, trouble);
    }

    CodeIndex index() {
        return index;
    }

    /** Brings the index up to date, follows the files, and learns. Blocks. */
    void begin(Progress progress, Cancellation cancellation) throws OrreryException {
        index.refresh(progress, cancellation);
        index.watch();
        index.onChange(completion::follow);
        index.context().warm(cancellation);
        completion.learn(cancellation);
    }

    @Override
    public void close() {
        completion.close();
        index.close();
    }
}
