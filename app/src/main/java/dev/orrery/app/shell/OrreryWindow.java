package dev.orrery.app.shell;

import dev.orrery.app.control.ViewContext;
import dev.orrery.app.feature.complete.HabitsCard;
import dev.orrery.app.feature.explore.ExploreView;
import dev.orrery.app.feature.search.SearchScope;
import dev.orrery.app.feature.search.SearchViewModel;
import dev.orrery.app.feature.settings.SettingsView;
import dev.orrery.app.feature.welcome.WelcomeView;
import dev.orrery.app.feature.welcome.WelcomeViewModel;
import dev.orrery.app.session.HeadFile;
import dev.orrery.app.session.Latest;
import dev.orrery.app.session.Navigator;
import dev.orrery.app.session.Room;
import dev.orrery.app.session.Session;
import dev.orrery.app.session.Tasks;
import dev.orrery.app.session.Threads;
import dev.orrery.app.session.Workbench;
import dev.orrery.app.settings.Settings;
import dev.orrery.base.AppFolders;
import dev.orrery.render3d.view.CodeMap;
import dev.orrery.render3d.view.RendererChoice;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Everything inside the window's frame: top bar, rail, the present room, status bar, and what lies over them. */
public final class OrreryWindow extends StackPane {
    private final ViewContext context;
    private final Workbench workbench;
    private final Settings settings;
    private final Threads threads;
    private final Tasks tasks;
    private final RendererChoice renderer;
    private final MapChoices choices;
    private final ModelRooms models;
    private final Path unsaved;
    private final BorderPane frame = new BorderPane();
    private final Palette palette;
    private final StatusBar status;
    private final BranchMenu branchMenu;
    private final StringProperty repository = new SimpleStringProperty("");
    private final StringProperty branch = new SimpleStringProperty("");
    private final Latest branches;
    private final MachineWatch machine;
    // Both listen to what outlives them, so there is one of each.
    private final WelcomeView welcome;
    private @Nullable SettingsView settingsView;
    private final AppFolders folders;
    private @Nullable Rooms rooms;
    private @Nullable CompletionDesk desk;
    private @Nullable ProblemsPane problems;
    private @Nullable UnsavedSheet unsavedSheet;

    public OrreryWindow(ViewContext context, Workbench workbench, Settings settings, WindowParts parts) {
        this.context = context;
        this.workbench = workbench;
        this.settings = settings;
        this.folders = parts.folders();
        this.threads = parts.threads();
        this.tasks = parts.tasks();
        this.renderer = parts.renderer();
        this.choices = parts.choices();
        this.models = parts.models();
        this.unsaved = parts.folders().data().resolve("unsaved");
        this.branches = new Latest(threads);
        this.machine = new MachineWatch(context);
        new WindowCommands(context.commands(), workbench, parts.themes(), this).register();
        this.welcome = new WelcomeView(context, new WelcomeViewModel(workbench, settings));
        this.palette = new Palette(context, this::paletteModel);
        this.status = new StatusBar(context, tasks, machine.sentences());
        this.branchMenu = new BranchMenu(context, branch, workbench);
        getStyleClass().add("orrery-window");
        frame.setTop(new TopBar(context, repository, branchMenu, models.privacyProperty()));
        frame.setLeft(new Rail(context, workbench.roomProperty(), Bindings.isNotNull(workbench.sessionProperty())));
        frame.setBottom(status);
        getChildren().addAll(frame, palette, models.questions());
        workbench.sessionProperty().subscribe(this::sessionChanged);
        workbench.roomProperty().subscribe(this::enter);
    }

    /** The rooms of the open repository, if one is open. */
    @Nullable
    Rooms rooms() {
        return rooms;
    }

    private SearchViewModel paletteModel() {
        Navigator nowhere = (place, intent) -> {};
        Rooms present = rooms;
        return new SearchViewModel(
                workbench.sessionProperty().get(),
                context.messages(),
                context.commands(),
                threads,
                present == null
                        ? nowhere
                        : (place, intent) -> {
                            if (intent == Navigator.Intent.READ) {
                                present.go(place, intent);
                            }
                        },
                SearchViewModel.Extent.PALETTE);
    }

    private void sessionChanged(@Nullable Session session) {
        palette.hide();
        models.follow(session);
        if (rooms != null) {
            rooms.close();
        }
        if (desk != null) {
            desk.close();
            desk = null;
        }
        if (problems != null) {
            getChildren().remove(problems);
            problems = null;
        }
        getChildren().remove(unsavedSheet);
        unsavedSheet = null;
        if (session == null) {
            rooms = null;
            repository.set("");
            branch.set("");
            status.show(dev.orrery.app.session.GraphSummary.EMPTY);
            status.showProblems(0);
            return;
        }
        CompletionDesk completion = new CompletionDesk(session, threads, tasks, settings, folders, models);
        desk = completion;
        rooms = new Rooms(context, workbench, session, threads, unsaved, this::mapParts, completion);
        rooms.code().bringBack();
        unsavedSheet = new UnsavedSheet(context, rooms.code());
        getChildren().add(unsavedSheet);
        rooms.explore().map().sceneProperty().bindBidirectional(choices.scene());
        rooms.explore().map().colourByProperty().bindBidirectional(choices.colour());
        repository.set(session.name());
        session.goFirst(this::settled);
        session.summaryProperty().subscribe(status::show);
        session.viewProperty().subscribe(view -> readBranch(session));
        session.problems()
                .addListener((Observable list) ->
                        status.showProblems(session.problems().size()));
    }

    private ExploreView.Parts mapParts() {
        CodeMap map = CodeMap.create(renderer);
        machine.watch(map);
        map.minimapProperty().bindBidirectional(settings.minimapProperty());
        return new ExploreView.Parts(map, tasks, settings.reducedMotionProperty());
    }

    private void readBranch(Session session) {
        HeadFile head = new HeadFile(session.root());
        session.comparison().list();
        branches.ask(cancellation -> head.branch().orElse(""), branch::set, session::tell);
    }

    private void enter(Room room) {
        palette.hide();
        frame.setCenter(node(room));
    }

    private Node node(Room room) {
        return switch (room) {
            case WELCOME -> welcome;
            case SETTINGS -> settingsView();
            case ACTIVITY -> models.activity();
            case MODELS -> models.models(workbench.sessionProperty().get());
            case EXPLORE, SEARCH, CODE -> rooms == null ? welcome : rooms.node(room);
        };
    }

    private SettingsView settingsView() {
        SettingsView view = settingsView == null ? new SettingsView(context, settings, habits()) : settingsView;
        settingsView = view;
        return view;
    }

    private HabitsCard habits() {
        return new HabitsCard(
                context, () -> desk == null ? null : desk.repository().habits(), () -> {
                    if (desk != null) {
                        desk.forgetHabits();
                    }
                });
    }

    void showPalette(SearchScope scope) {
        palette.show(scope);
    }

    /** Asks where to keep what is on the map. */
    void saveMap(Session session, CodeMap map) {
        new SaveMap(context, tasks).ask(getScene().getWindow(), session, map);
    }

    /** Opens the menu of what there is to compare with. */
    void chooseRevision() {
        branchMenu.show();
    }

    void toggleProblems() {
        Session session = workbench.sessionProperty().get();
        if (session != null) {
            ProblemsPane pane = problems == null ? new ProblemsPane(context, session.problems()) : problems;
            if (problems == null) {
                problems = pane;
                setAlignment(pane, Pos.BOTTOM_LEFT);
                setMargin(pane, new Insets(0, 0, 36, 72));
                getChildren().add(pane);
            }
            pane.setVisible(!pane.isVisible());
        }
    }

    /** Runs {@code then} once nothing unsaved would be lost by closing the window; the user may have to decide, and may stay. */
    public void whenSaved(Runnable then) {
        Rooms present = rooms;
        if (present == null) {
            then.run();
        } else {
            present.code().closeAll(then);
        }
    }

    /** The window is looked at again: files may have changed meanwhile. */
    public void returned() {
        Rooms present = rooms;
        if (present != null) {
            present.code().lookAtDisk();
        }
    }

    /** The map, once it is shown. */
    public Optional<CodeMap> map() {
        Rooms present = rooms;
        return present == null ? Optional.empty() : present.map();
    }

    /** Completes once the map and the code, where they are shown, are complete and at rest. */
    public CompletableFuture<Void> settled() {
        Rooms present = rooms;
        Session session = workbench.sessionProperty().get();
        if (present == null || session == null || session.graph().fileCount() == 0) {
            return CompletableFuture.completedFuture(null);
        }
        boolean mapped = workbench.roomProperty().get() == Room.EXPLORE;
        CompletableFuture<Void> map = present.map()
                .filter(there -> mapped)
                .map(CodeMap::settled)
                .orElseGet(() -> CompletableFuture.completedFuture(null));
        return CompletableFuture.allOf(map, present.code().settled());
    }

    /** Whether long work is under way. */
    public boolean isBusy() {
        return !tasks.running().isEmpty();
    }

    /** Completes once no long work is under way. */
    public CompletableFuture<Void> undisturbed() {
        CompletableFuture<Void> over = new CompletableFuture<>();
        Observable running = tasks.running();
        InvalidationListener listener = new InvalidationListener() {
            @Override
            public void invalidated(Observable changed) {
                if (tasks.running().isEmpty()) {
                    running.removeListener(this);
                    over.complete(null);
                }
            }
        };
        running.addListener(listener);
        listener.invalidated(running);
        return over;
    }

    /** Starts watching memory; after the first paint, since nothing before needs it. */
    public void watchMachine() {
        machine.start(threads.ui(), this::isShown);
    }

    private boolean isShown() {
        return getScene() != null
                && getScene().getWindow() != null
                && getScene().getWindow().isShowing();
    }
}
