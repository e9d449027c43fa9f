package dev.orrery.app.shell;

import dev.orrery.api.SymbolKey;
import dev.orrery.app.command.Command.Scope;
import dev.orrery.app.command.Commands;
import dev.orrery.app.feature.explore.ExploreView;
import dev.orrery.app.feature.explore.FindingsViewModel;
import dev.orrery.app.feature.search.SearchScope;
import dev.orrery.app.session.Room;
import dev.orrery.app.session.Session;
import dev.orrery.app.session.TimeModel;
import dev.orrery.app.session.Workbench;
import dev.orrery.render3d.scene.ColourBy;
import dev.orrery.render3d.view.CodeMap;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.stage.DirectoryChooser;
import org.jspecify.annotations.Nullable;

/** Registers the actions of the window. */
final class WindowCommands {
    private static final double ZOOM = 0.8;
    private static final double TURN = 0.15;

    private final Commands commands;
    private final Workbench workbench;
    private final Themes themes;
    private final OrreryWindow window;
    private final ObservableBooleanValue open;

    WindowCommands(Commands commands, Workbench workbench, Themes themes, OrreryWindow window) {
        this.commands = commands;
        this.workbench = workbench;
        this.themes = themes;
        this.window = window;
        this.open = Bindings.isNotNull(workbench.sessionProperty());
    }

    void register() {
        commands.add("palette.show", List.of("Shortcut+K"), () -> window.showPalette(SearchScope.ALL));
        commands.add("palette.commands", List.of("Shortcut+Shift+P"), () -> window.showPalette(SearchScope.COMMANDS));
        whenOpen("palette.files", List.of("Shortcut+P"), session -> window.showPalette(SearchScope.FILES));
        whenOpen("palette.symbols", List.of("Shortcut+T"), session -> window.showPalette(SearchScope.SYMBOLS));
        commands.add("repository.open", List.of("Shortcut+O"), this::chooseFolder);
        whenOpen("repository.refresh", List.of("F5"), Session::refresh);
        whenOpen("repository.close", List.of("Shortcut+Shift+W"), session -> workbench.close());
        whenOpen("room.explore", List.of("Shortcut+1"), session -> enter(Room.EXPLORE));
        whenOpen("room.search", List.of("Shortcut+2", "Shortcut+Shift+F"), session -> enter(Room.SEARCH));
        whenOpen("room.code", List.of("Shortcut+3"), session -> enter(Room.CODE));
        commands.add("room.models", List.of("Shortcut+4"), () -> enter(Room.MODELS));
        commands.add("room.activity", List.of("Shortcut+5"), () -> enter(Room.ACTIVITY));
        commands.add("room.settings", List.of("Shortcut+COMMA"), () -> workbench
                .roomProperty()
                .set(Room.SETTINGS));
        commands.add("theme.toggle", List.of("Shortcut+Shift+L"), themes::toggle);
        whenOpen("problems.show", List.of("Shortcut+Shift+M"), session -> window.toggleProblems());
        trail();
        map();
        time();
        questions();
        comparison();
        code();
    }

    private void comparison() {
        whenOpen("compare.choose", List.of("Shortcut+Shift+D"), session -> window.chooseRevision());
        whenOpen("compare.last", List.of("Shortcut+D"), session -> {
            session.comparison().with("HEAD");
            enter(Room.EXPLORE);
        });
        ObservableValue<Boolean> compared = workbench
                .sessionProperty()
                .flatMap(session -> Objects.requireNonNull(session).comparison().revisionProperty())
                .map(revision -> !revision.isEmpty())
                .orElse(false);
        ObservableBooleanValue comparing = Bindings.createBooleanBinding(compared::getValue, compared);
        commands.add("compare.end", List.of("Shortcut+Alt+D"), Scope.WINDOW, comparing, () -> {
            Session session = workbench.sessionProperty().get();
            if (session != null) {
                session.comparison().end();
            }
        });
    }

    private void trail() {
        whenOpen(
                "trail.back",
                List.of("Alt+LEFT"),
                session -> select(session, session.trail().back()));
        whenOpen(
                "trail.forward",
                List.of("Alt+RIGHT"),
                session -> select(session, session.trail().forward()));
        whenOpen(
                "symbol.read",
                List.of("Shortcut+ENTER"),
                session -> withRooms(rooms -> rooms.explore().inspector().read()));
        whenOpen(
                "symbol.impact",
                List.of("Shortcut+I"),
                session -> withRooms(rooms -> {
                    rooms.explore().inspector().light();
                    enter(Room.EXPLORE);
                }));
    }

    private void questions() {
        question("graph.cycles", FindingsViewModel.Question.CYCLES);
        question("graph.hotspots", FindingsViewModel.Question.HOT_SPOTS);
        question("graph.dead", FindingsViewModel.Question.DEAD_CODE);
    }

    private void question(String id, FindingsViewModel.Question question) {
        whenOpen(
                id,
                List.of(),
                session -> withRooms(rooms -> {
                    workbench.roomProperty().set(Room.EXPLORE);
                    rooms.explore().findings().ask(question);
                }));
    }

    private void map() {
        onMap("map.home", "H", (rooms, map) -> map.home());
        onMap("map.focus", "F", (rooms, map) -> rooms.explore().map().focus());
        onMap("map.path", "P", (rooms, map) -> rooms.explore().map().path());
        onMap("map.labels", "L", (rooms, map) -> {
            map.labelsProperty().set(!map.labelsProperty().get());
        });
        onMap("map.minimap", "M", (rooms, map) -> {
            map.minimapProperty().set(!map.minimapProperty().get());
        });
        onMap("map.scene", "C", (rooms, map) -> {
            map.sceneProperty().set(map.sceneProperty().get().other());
        });
        for (ColourBy colour : ColourBy.values()) {
            onMap(
                    "map.colour." + colour.name().toLowerCase(Locale.ROOT),
                    List.of(),
                    (rooms, map) -> rooms.explore().map().colourByProperty().set(colour));
        }
        onMap("map.save", "Shortcut+S", (rooms, map) -> {
            Session session = workbench.sessionProperty().get();
            if (session != null) {
                window.saveMap(session, map);
            }
        });
        onMap("map.back", "Esc", (rooms, map) -> {
            TimeModel time = rooms.explore().session().time();
            if (rooms.explore().findings().findingsProperty().get() != null) {
                rooms.explore().findings().leave();
            } else if (time.onProperty().get()) {
                time.end();
            } else {
                map.stepBack();
            }
        });
        onMap("map.nearer", "PLUS", (rooms, map) -> map.zoom(ZOOM));
        onMap("map.further", "MINUS", (rooms, map) -> map.zoom(1 / ZOOM));
        onMap("map.left", "SHIFT+LEFT", (rooms, map) -> map.orbit(-TURN, 0));
        onMap("map.right", "SHIFT+RIGHT", (rooms, map) -> map.orbit(TURN, 0));
    }

    /** Steps through the history are taken only while it is shown. */
    private void time() {
        onMap(
                "time.toggle",
                "T",
                (rooms, map) -> rooms.explore().session().time().toggle());
        inTime("time.play", "SPACE", ExploreView::togglePlaying);
        inTime("time.next", "RIGHT", view -> view.stepTime(1));
        inTime("time.previous", "LEFT", view -> view.stepTime(-1));
        inTime("time.first", "HOME", view -> view.stepTime(Integer.MIN_VALUE / 2));
        inTime("time.last", "END", view -> view.stepTime(Integer.MAX_VALUE / 2));
    }

    private void inTime(String id, String key, Consumer<ExploreView> action) {
        ObservableValue<Boolean> on = workbench
                .sessionProperty()
                .flatMap(session -> Objects.requireNonNull(session).time().onProperty())
                .orElse(false);
        ObservableBooleanValue shown = Bindings.createBooleanBinding(on::getValue, on)
                .and(workbench.roomProperty().isEqualTo(Room.EXPLORE));
        commands.add(
                id,
                List.of(key),
                Scope.OUTSIDE_CONTROLS,
                shown,
                () -> withRooms(rooms -> rooms.exploreView().ifPresent(action)));
    }

    private void onMap(String id, String key, BiConsumer<Rooms, CodeMap> action) {
        onMap(id, List.of(key), action);
    }

    private void onMap(String id, List<String> keys, BiConsumer<Rooms, CodeMap> action) {
        ObservableBooleanValue shown =
                workbench.roomProperty().isEqualTo(Room.EXPLORE).and(Bindings.isNotNull(workbench.sessionProperty()));
        commands.add(
                id,
                keys,
                Scope.OUTSIDE_TEXT,
                shown,
                () -> withRooms(rooms -> rooms.map().ifPresent(map -> action.accept(rooms, map))));
    }

    private void code() {
        whenOpen(
                "code.definition",
                List.of("F12"),
                session -> withRooms(rooms -> rooms.code().goToDefinition()));
        whenOpen(
                "code.usages",
                List.of("Shift+F12"),
                session -> withRooms(rooms -> {
                    rooms.code().findUsages();
                    enter(Room.CODE);
                }));
        new CodeCommands(commands, open, this::withRooms).register();
    }

    private static void select(Session session, @Nullable SymbolKey key) {
        if (key != null) {
            session.selectedProperty().set(key);
        }
    }

    private void whenOpen(String id, List<String> keys, Consumer<Session> action) {
        commands.add(id, keys, Scope.WINDOW, open, () -> {
            Session session = workbench.sessionProperty().get();
            if (session != null) {
                action.accept(session);
            }
        });
    }

    private void withRooms(Consumer<Rooms> action) {
        Rooms rooms = window.rooms();
        if (rooms != null) {
            action.accept(rooms);
        }
    }

    private void enter(Room room) {
        workbench.roomProperty().set(room);
        // Leaving a room takes the focus away from it, at the next pulse; only then can it be given.
        Platform.runLater(() -> withRooms(rooms -> rooms.focus(room)));
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        File folder = chooser.showDialog(window.getScene().getWindow());
        if (folder != null) {
            workbench.open(folder.toPath());
        }
    }
}
