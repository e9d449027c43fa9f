package dev.orrery.app.shell;

import dev.orrery.app.control.StatePane;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.feature.activity.ActivityView;
import dev.orrery.app.feature.activity.ActivityViewModel;
import dev.orrery.app.feature.activity.LimitsViewModel;
import dev.orrery.app.feature.activity.MetricsPane;
import dev.orrery.app.feature.models.ModelsView;
import dev.orrery.app.feature.models.ModelsViewModel;
import dev.orrery.app.session.Latest;
import dev.orrery.app.session.Session;
import dev.orrery.app.session.Tasks;
import dev.orrery.app.session.Threads;
import dev.orrery.models.Consent;
import dev.orrery.models.Models;
import dev.orrery.models.ledger.Ledger;
import dev.orrery.models.ngram.NgramModel;
import dev.orrery.models.policy.PolicyStore;
import dev.orrery.models.policy.Privacy;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The rooms that have to do with models; nothing of them is there before one is entered. UI thread only. */
public final class ModelRooms implements AutoCloseable {
    private final ViewContext context;
    private final Threads threads;
    private final Tasks tasks;
    private final Supplier<Models> source;
    private final ConsentSheet consent;
    private String workspace = "";
    private volatile Supplier<NgramModel> code = NgramModel::new;
    private @Nullable Models models;
    private @Nullable ModelsViewModel screen;
    private @Nullable ModelsView view;
    private final StackPane activityHost = new StackPane();
    private final Latest opening;
    private final PolicyStore rules;
    private final Latest looking;
    private final ReadOnlyObjectWrapper<Privacy> privacy = new ReadOnlyObjectWrapper<>(Privacy.LOCAL_ONLY);
    private @Nullable ActivityView activity;

    /**
     * @param rules of the workspaces
     * @param source makes what the rooms show; asked once
     */
    public ModelRooms(ViewContext context, Threads threads, Tasks tasks, PolicyStore rules, Supplier<Models> source) {
        this.context = context;
        this.threads = threads;
        this.tasks = tasks;
        this.source = source;
        this.opening = new Latest(threads);
        this.looking = new Latest(threads);
        this.rules = rules;
        this.consent = new ConsentSheet(context, threads);
    }

    /** Models and rules; made when it is asked for first. */
    Models models() {
        Models there = models;
        if (there == null) {
            there = source.get();
            there.code(() -> code.get());
            models = there;
        }
        return there;
    }

    /** What the built-in model answers from. */
    void code(Supplier<NgramModel> learned) {
        code = learned;
    }

    /** The repository that it answered from is closed. */
    void forgetCode() {
        code = NgramModel::new;
    }

    /** Whether anything of the open repository may leave the machine. */
    ReadOnlyObjectProperty<Privacy> privacyProperty() {
        return privacy.getReadOnlyProperty();
    }

    /** Looks at the rules of the repository that is open now. */
    void follow(@Nullable Session session) {
        if (session == null) {
            looking.cancel();
            privacy.set(Privacy.LOCAL_ONLY);
            return;
        }
        String root = session.root().toString();
        looking.ask(
                cancellation -> rules.current().of(root).privacy(),
                privacy::set,
                why -> privacy.set(Privacy.LOCAL_ONLY));
    }

    /** Asks the user before anything leaves the machine. */
    Consent consent() {
        return consent;
    }

    /** What the user is asked about models, over everything else. */
    Node questions() {
        return consent;
    }

    Node models(@Nullable Session session) {
        workspace = session == null ? "" : session.root().toString();
        ModelsViewModel shown = screen;
        if (shown == null) {
            shown = new ModelsViewModel(models(), threads, tasks, consent);
            shown.privacyProperty().subscribe(privacy::set);
        }
        screen = shown;
        ModelsView there = view == null ? new ModelsView(context, shown) : view;
        view = there;
        shown.workspace(workspace);
        return there;
    }

    /** What was asked; the ledger is opened in the background. */
    Node activity() {
        if (activity == null) {
            Models there = models();
            opening.ask(cancellation -> there.ledger(), ledger -> showActivity(there, ledger), why -> activityHost
                    .getChildren()
                    .setAll(new StatePane(
                            Feather.ALERT_TRIANGLE,
                            context.text("app.activity.failed"),
                            context.messages().text(why))));
        }
        return activityHost;
    }

    private void showActivity(Models there, Ledger ledger) {
        ActivityView shown = new ActivityView(
                context,
                new ActivityViewModel(ledger, context.messages(), threads),
                new LimitsViewModel(ledger, there.policies(), threads),
                new MetricsPane(context, there, threads));
        activity = shown;
        activityHost.getChildren().setAll(shown);
    }

    /** Unloads every model, in the background: that may take a moment. */
    @Override
    public void close() {
        opening.cancel();
        looking.cancel();
        if (activity != null) {
            activity.close();
        }
        activity = null;
        if (screen != null) {
            screen.close();
        }
        Models there = models;
        if (there != null) {
            threads.background().execute(there::close);
        }
        models = null;
        screen = null;
        view = null;
    }
}
