package dev.orrery.app.shell;

import dev.orrery.app.command.Commands;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.feature.code.CodeEditor;
import dev.orrery.app.feature.code.CodeTabs;
import dev.orrery.app.feature.code.CodeView;
import dev.orrery.app.feature.code.CodeViewModel;
import dev.orrery.app.feature.explore.ExploreView;
import dev.orrery.app.feature.explore.ExploreViewModel;
import dev.orrery.app.feature.search.SearchView;
import dev.orrery.app.feature.search.SearchViewModel;
import dev.orrery.app.session.Navigator;
import dev.orrery.app.session.Place;
import dev.orrery.app.session.Room;
import dev.orrery.app.session.Session;
import dev.orrery.app.session.Threads;
import dev.orrery.app.session.Workbench;
import dev.orrery.render3d.view.CodeMap;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** The rooms of one open repository, each built when it is first entered. */
final class Rooms implements Navigator, AutoCloseable {
    private final ViewContext context;
    private final Workbench workbench;
    private final Session session;
    private final Threads threads;
    private final Supplier<ExploreView.Parts> parts;
    private final CompletionDesk completion;
    private final CodeViewModel code;
    private final ExploreViewModel explore;
    private @Nullable CodeTabs tabs;
    private @Nullable ExploreView exploreView;
    private @Nullable SearchView searchView;
    private @Nullable CodeView codeView;

    Rooms(
            ViewContext context,
            Workbench workbench,
            Session session,
            Threads threads,
            Path unsaved,
            Supplier<ExploreView.Parts> parts,
            CompletionDesk completion) {
        this.parts = parts;
        this.completion = completion;
        this.context = context;
        this.workbench = workbench;
        this.session = session;
        this.threads = threads;
        this.code = new CodeViewModel(session, threads, unsaved);
        this.explore = new ExploreViewModel(session, threads, this);
    }

    CodeViewModel code() {
        return code;
    }

    ExploreViewModel explore() {
        return explore;
    }

    @Override
    public void go(Place place, Intent intent) {
        code.open(place, intent);
        if (intent == Intent.READ) {
            workbench.roomProperty().set(Room.CODE);
            tabs().focusText();
        }
    }

    /** The node of a room that needs a repository. */
    Node node(Room room) {
        return switch (room) {
            case EXPLORE -> {
                ExploreView view = exploreView == null ? new ExploreView(context, explore, parts.get()) : exploreView;
                exploreView = view;
                view.host(tabs());
                yield view;
            }
            case SEARCH -> {
                SearchView view = searchView == null ? new SearchView(context, search()) : searchView;
                searchView = view;
                view.host(tabs());
                yield view;
            }
            case CODE -> {
                CodeView view = codeView == null ? new CodeView(context, code) : codeView;
                codeView = view;
                view.host(tabs());
                yield view;
            }
            case MODELS, ACTIVITY, WELCOME, SETTINGS -> throw new IllegalArgumentException(room.name());
        };
    }

    private SearchViewModel search() {
        Commands commands = context.commands();
        return new SearchViewModel(session, context.messages(), commands, threads, this, SearchViewModel.Extent.SCREEN);
    }

    private CodeTabs tabs() {
        CodeTabs there = tabs;
        if (there == null) {
            there = new CodeTabs(context, code);
            there.onEditor(editor -> completion.attach(context, editor));
            tabs = there;
        }
        return there;
    }

    /** What is proposed in the editors. */
    CompletionDesk completion() {
        return completion;
    }

    /** The map, once the room it is in was entered. */
    Optional<CodeMap> map() {
        return Optional.ofNullable(exploreView).map(ExploreView::map);
    }

    /** The room with the map, once it was entered. */
    Optional<ExploreView> exploreView() {
        return Optional.ofNullable(exploreView);
    }

    /** Puts the keyboard where a room is used from. */
    void focus(Room room) {
        switch (room) {
            case EXPLORE -> {
                if (exploreView != null) {
                    exploreView.focusTree();
                }
            }
            case SEARCH -> {
                if (searchView != null) {
                    searchView.focusBox();
                }
            }
            case CODE -> tabs().focusText();
            case MODELS, ACTIVITY, WELCOME, SETTINGS -> {}
        }
    }

    /** The editor of the current file, once a room with code was entered. */
    Optional<CodeEditor> editor() {
        return Optional.ofNullable(tabs).flatMap(CodeTabs::editor);
    }

    @Override
    public void close() {
        code.leave();
        if (exploreView != null) {
            exploreView.close();
        }
        if (tabs != null) {
            tabs.close();
        }
        exploreView = null;
        searchView = null;
        codeView = null;
        tabs = null;
    }
}
