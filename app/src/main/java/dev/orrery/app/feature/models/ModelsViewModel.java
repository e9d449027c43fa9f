package dev.orrery.app.feature.models;

import dev.orrery.api.ModelTask;
import dev.orrery.api.OrreryException;
import dev.orrery.api.Registration;
import dev.orrery.api.UserMessage;
import dev.orrery.app.session.Failures;
import dev.orrery.app.session.Latest;
import dev.orrery.app.session.Tasks;
import dev.orrery.app.session.Threads;
import dev.orrery.models.Consent;
import dev.orrery.models.ModelChoices;
import dev.orrery.models.Models;
import dev.orrery.models.Shelf;
import dev.orrery.models.hub.HubPlan;
import dev.orrery.models.keys.ApiKey;
import dev.orrery.models.policy.PolicyStore;
import dev.orrery.models.policy.Privacy;
import dev.orrery.models.policy.WorkspacePolicy;
import dev.orrery.models.server.ServerAccount;
import dev.orrery.models.store.InstalledModel;
import dev.orrery.models.store.Quota;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the screen of the models shows and does. UI thread only; everything that reads the disk or waits happens elsewhere. */
public final class ModelsViewModel implements AutoCloseable {
    private final Models models;
    private final PolicyStore policies;
    private final Threads threads;
    private final Latest looking;
    private final HubQuestions hub;
    private final ModelTrial trial;
    private final Registration registration;
    private final AtomicBoolean stale = new AtomicBoolean();
    private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.HERE);
    private final ReadOnlyObjectWrapper<@Nullable MemoryShares> memory = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable String> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable UserMessage> trouble = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOOKING);
    private final ReadOnlyObjectWrapper<Privacy> privacy = new ReadOnlyObjectWrapper<>(Privacy.LOCAL_ONLY);
    private final ReadOnlyObjectWrapper<List<Duty>> duties = new ReadOnlyObjectWrapper<>(List.of());
    private final ObservableList<ModelRow> here = FXCollections.observableArrayList();
    private final ObservableList<ModelRow> available = FXCollections.observableArrayList();
    private final ObservableList<ModelRow> cloud = FXCollections.observableArrayList();
    private final ModelWork work;
    private final ModelJobs jobs;
    private String workspace = "";
    private ModelRows.@Nullable Look look;

    /** Which models the list shows. */
    enum Tab {
        HERE,
        AVAILABLE,
        CLOUD
    }

    /** Whether there is something to show yet. */
    enum State {
        LOOKING,
        THERE,
        FAILED
    }

    /** Who does a task in the open workspace, in the order in which they are asked. */
    record Duty(ModelTask task, List<String> models, WorkspacePolicy policy) {}

    /** @param consent asks the user before anything leaves the machine */
    public ModelsViewModel(Models models, Threads threads, Tasks tasks, Consent consent) {
        this.models = models;
        this.policies = models.policies();
        this.threads = threads;
        this.looking = new Latest(threads);
        this.work = new ModelWork(tasks, this::rebuild, this::ended);
        this.jobs = new ModelJobs(models, threads, work, () -> trouble.set(null));
        this.hub = new HubQuestions(models, threads);
        this.trial = new ModelTrial(models, threads, this::workspace, consent);
        this.registration = models.listen(this::changed);
    }

    ObservableList<ModelRow> rows(Tab which) {
        return switch (which) {
            case HERE -> here;
            case AVAILABLE -> available;
            case CLOUD -> cloud;
        };
    }

    ObjectProperty<Tab> tabProperty() {
        return tab;
    }

    /** The id of the model that is looked at; it may be on any tab. */
    ObjectProperty<@Nullable String> selectedProperty() {
        return selected;
    }

    Optional<ModelRow> selectedRow() {
        String id = selected.get();
        return java.util.stream.Stream.of(here, available, cloud)
                .flatMap(List::stream)
                .filter(row -> row.id().equals(id))
                .findFirst();
    }

    ReadOnlyObjectProperty<@Nullable MemoryShares> memoryProperty() {
        return memory.getReadOnlyProperty();
    }

    /** What went wrong last; goes with the next thing that works. */
    ReadOnlyObjectProperty<@Nullable UserMessage> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether anything of the workspace may leave the machine. */
    public ReadOnlyObjectProperty<Privacy> privacyProperty() {
        return privacy.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Duty>> dutiesProperty() {
        return duties.getReadOnlyProperty();
    }

    Optional<Shelf> shelf() {
        return Optional.ofNullable(look).map(ModelRows.Look::shelf);
    }

    Models models() {
        return models;
    }

    ModelTrial trial() {
        return trial;
    }

    /** The long work. */
    ModelJobs jobs() {
        return jobs;
    }

    HubQuestions hub() {
        return hub;
    }

    /** The repository whose rules are shown; empty for none. */
    public void workspace(String root) {
        workspace = root;
        refresh();
    }

    String workspace() {
        return workspace;
    }

    /** From any thread; however often, one look follows. */
    private void changed() {
        if (!stale.getAndSet(true)) {
            threads.ui().execute(this::refresh);
        }
    }

    /** Looks at disk and pool again. */
    public void refresh() {
        stale.set(false);
        String root = workspace;
        looking.ask(
                cancellation ->
                        new Seen(ModelLook.of(models), policies.current().of(root)),
                this::show,
                message -> {
                    trouble.set(message);
                    if (look == null) {
                        state.set(State.FAILED);
                    }
                });
    }

    private record Seen(ModelRows.Look look, WorkspacePolicy policy) {}

    private void show(Seen seen) {
        look = seen.look();
        state.set(State.THERE);
        if (selected.get() == null) {
            ModelRows.here(seen.look()).stream().findFirst().ifPresent(row -> selected.set(row.id()));
        }
        rebuild();
        List<Duty> now = new ArrayList<>();
        for (ModelTask task : ModelTask.values()) {
            now.add(new Duty(task, seen.policy().assigned(task), seen.policy()));
        }
        duties.set(List.copyOf(now));
        privacy.set(seen.policy().privacy());
        seen.look().shelf().problems().stream().findFirst().ifPresent(trouble::set);
    }

    private void rebuild() {
        ModelRows.Look now = look;
        if (now != null) {
            set(here, ModelRows.here(now));
            set(available, ModelRows.available(now));
            set(cloud, ModelRows.cloud(now));
            memory.set(MemoryShares.of(models, now, selectedRow()));
        }
    }

    private void set(ObservableList<ModelRow> list, List<ModelRow> rows) {
        List<ModelRow> shown = rows.stream().map(work::over).toList();
        if (!list.equals(shown)) {
            list.setAll(shown);
        }
    }

    /** Shows a model and what it would add. */
    void select(@Nullable String id) {
        selected.set(id);
        ModelRows.Look now = look;
        if (now != null) {
            memory.set(MemoryShares.of(models, now, selectedRow()));
        }
    }

    /** Copies with fewer bits that could be made of a model. */
    List<ModelRows.Smaller> smaller(String id) {
        ModelRows.Look now = look;
        return now == null ? List.of() : now.smaller().getOrDefault(id, List.of());
    }

    /** The models of the recommended set that are not here and not on their way. */
    List<ModelRow> recommended() {
        Set<String> wanted = shelf().stream()
                .flatMap(shelf -> shelf.recommended().stream())
                .map(each -> each.variant().id())
                .collect(Collectors.toSet());
        return available.stream().filter(row -> wanted.contains(row.id())).toList();
    }

    /** Installed models to remove, so that more bytes stay within the limit of the disk; the longest unused first. */
    List<InstalledModel> inTheWay(long moreBytes) {
        long limit = models.quotaBytes();
        List<InstalledModel> here = shelf().stream()
                .flatMap(shelf -> shelf.installed().stream())
                .map(Shelf.Installed::model)
                .toList();
        return limit > 0 ? Quota.suggest(here, limit, moreBytes) : List.of();
    }

    /** Fetches what was planned, and shows how far that is; the user has seen the licence and said yes where that was needed. */
    void fetch(HubPlan plan) {
        tab.set(Tab.HERE);
        jobs.fetch(plan);
    }

    /** Keeps a server, and its key in the keyring. */
    void put(ServerAccount account, Optional<ApiKey> key) {
        tab.set(Tab.CLOUD);
        quietly(() -> {
            models.servers().put(account);
            if (key.isPresent()) {
                models.keys().put(account.keyName(), key.get());
            }
        });
    }

    void choose(UnaryOperator<ModelChoices> change) {
        quietly(() -> models.choose(change.apply(models.choices())));
    }

    void assign(ModelTask task, List<String> wanted) {
        String root = workspace;
        quietly(() -> policies.change(policy -> policy.with(root, own -> own.assigning(task, wanted))));
    }

    void policy(UnaryOperator<WorkspacePolicy> change) {
        String root = workspace;
        quietly(() -> policies.change(policy -> policy.with(root, change)));
    }

    private interface Step {
        void run() throws OrreryException;
    }

    private void quietly(Step step) {
        threads.background().execute(() -> {
            @Nullable UserMessage failed = null;
            try {
                step.run();
            } catch (OrreryException | RuntimeException broken) {
                failed = Failures.message(broken);
            }
            UserMessage told = failed;
            threads.ui().execute(() -> {
                trouble.set(told);
                refresh();
            });
        });
    }

    private void ended(@Nullable UserMessage failed) {
        trouble.set(failed);
        refresh();
    }

    @Override
    public void close() {
        registration.close();
        looking.cancel();
        hub.close();
        trial.stop();
    }
}
