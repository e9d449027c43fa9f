package dev.orrery.app.shell;

import dev.orrery.api.GraphDelta;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.app.complete.ModelSide;
import dev.orrery.app.complete.RepositoryCompletion;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.feature.code.CodeEditor;
import dev.orrery.app.feature.complete.CompletionOverlay;
import dev.orrery.app.feature.complete.CompletionViewModel;
import dev.orrery.app.session.Session;
import dev.orrery.app.session.Tasks;
import dev.orrery.app.session.Threads;
import dev.orrery.app.settings.ProposalChoice;
import dev.orrery.app.settings.Settings;
import dev.orrery.base.AppFolders;
import dev.orrery.models.Models;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Completion of the repository that is open: learned in the background once its graph is there, kept up to date, kept on disk. UI thread only. */
final class CompletionDesk implements AutoCloseable {
    private final RepositoryCompletion repository;
    private final EditorProposals proposals;
    private final Session session;
    private final Threads threads;
    private final Tasks tasks;
    private final Settings settings;
    private final ModelRooms models;
    private final Subscription choices;
    private boolean learning;

    CompletionDesk(
            Session session, Threads threads, Tasks tasks, Settings settings, AppFolders folders, ModelRooms models) {
        this.session = session;
        this.threads = threads;
        this.tasks = tasks;
        this.settings = settings;
        this.models = models;
        Consumer<UserMessage> trouble = message -> threads.ui().execute(() -> session.tell(message));
        this.repository = new RepositoryCompletion(session.index(), folders, trouble);
        this.proposals = new EditorProposals(repository, joined -> side(joined, models), trouble);
        models.code(repository.learned()::model);
        this.choices = settings.proposalsProperty()
                .subscribe(choice -> repository.habits().least(choice.least()));
        session.onSettled(this::learn);
        session.onDelta(this::follow);
    }

    private ModelSide side(RepositoryCompletion joined, ModelRooms models) throws OrreryException {
        Models all = CompletableFuture.supplyAsync(models::models, threads.ui()).join();
        return new ModelSide(all, joined, session.root().toString(), models.consent());
    }

    private void learn() {
        if (!learning) {
            learning = true;
            tasks.start(
                    "app.task.completion",
                    (progress, cancellation) -> repository.learn(cancellation),
                    new Tasks.Ending<>(known -> {}, () -> learning = false, session::tell));
        }
    }

    private void follow(GraphDelta delta) {
        threads.background().execute(() -> repository.follow(delta));
    }

    /** Puts completion into an editor. */
    void attach(ViewContext context, CodeEditor editor) {
        CompletionViewModel model = CompletionOverlay.attach(
                context,
                editor,
                proposals,
                threads,
                () -> settings.proposalsProperty().get() != ProposalChoice.OFF);
        editor.getProperties().put(CompletionViewModel.class, model);
    }

    /** An editor keeps what is proposed in it, so that both go together. */
    private static @Nullable CompletionViewModel model(CodeEditor editor) {
        return editor.getProperties().get(CompletionViewModel.class) instanceof CompletionViewModel model
                ? model
                : null;
    }

    /** Proposes in an editor, whatever is usual. */
    void ask(CodeEditor editor) {
        CompletionViewModel model = model(editor);
        if (model != null && editor.isEditable()) {
            model.asked(editor.document(), editor.caret());
        }
    }

    /** Shows the next proposal, or the one before. */
    void turn(CodeEditor editor, int by) {
        CompletionViewModel model = model(editor);
        if (model != null) {
            model.turn(by);
        }
    }

    void accept(CodeEditor editor, CompletionViewModel.Part part) {
        CompletionViewModel model = model(editor);
        if (model != null) {
            model.accept(part);
        }
    }

    void forgetHabits() {
        threads.background().execute(repository::forgetHabits);
    }

    RepositoryCompletion repository() {
        return repository;
    }

    /** Lets go of what outlives the repository. */
    @Override
    public void close() {
        choices.unsubscribe();
        models.forgetCode();
        threads.background().execute(repository::close);
    }
}
