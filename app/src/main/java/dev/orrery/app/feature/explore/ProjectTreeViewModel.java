package dev.orrery.app.feature.explore;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.SymbolKey;
import dev.orrery.api.UserMessage;
import dev.orrery.app.session.GraphView;
import dev.orrery.app.session.Latest;
import dev.orrery.app.session.Session;
import dev.orrery.app.session.Threads;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The project tree: folders, files and declarations under a filter, and which of them is selected. UI thread only. */
public final class ProjectTreeViewModel {
    private static final ProjectNode.Folder NOTHING = new ProjectNode.Folder("", "", 0, GraphView.NO_HUE, List.of());

    private final Session session;
    private final Latest building;
    private final ReadOnlyObjectWrapper<ProjectNode.Folder> root = new ReadOnlyObjectWrapper<>(NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable UserMessage> failure = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<TreeFilter> filter = new SimpleObjectProperty<>(TreeFilter.ALL);

    public ProjectTreeViewModel(Session session, Threads threads) {
        this.session = session;
        this.building = new Latest(threads);
        session.viewProperty().subscribe(this::build);
        filter.subscribe((before, now) -> build(session.viewProperty().get()));
    }

    private void build(GraphView view) {
        TreeFilter wanted = filter.get();
        building.ask(cancellation -> ProjectTree.of(view, wanted), root::set, failure::set);
    }

    /** The nameless folder that holds everything shown. */
    public ReadOnlyObjectProperty<ProjectNode.Folder> rootProperty() {
        return root.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable UserMessage> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    public ObjectProperty<TreeFilter> filterProperty() {
        return filter;
    }

    public ObjectProperty<@Nullable SymbolKey> selectedProperty() {
        return session.selectedProperty();
    }

    /** Selects what a row stands for; folders stand for nothing on the map. */
    public void select(ProjectNode node) {
        int symbol =
                switch (node) {
                    case ProjectNode.Folder folder -> -1;
                    case ProjectNode.SourceFile file -> file.symbol();
                    case ProjectNode.Declaration declaration -> declaration.symbol();
                };
        if (symbol >= 0) {
            CodeGraph graph = node instanceof ProjectNode.Declaration declaration
                    ? declaration.view().graph()
                    : ((ProjectNode.SourceFile) node).view().graph();
            session.selectedProperty().set(graph.key(symbol));
        }
    }

    /** The ids of the rows from the top down to a symbol's row, as far as the filter shows them. */
    public List<String> pathTo(SymbolKey key) {
        List<String> ids = new ArrayList<>();
        ProjectNode node = root.get();
        while (node != null) {
            node = step(node, key);
            if (node != null) {
                ids.add(node.id());
            }
        }
        return ids;
    }

    private static @Nullable ProjectNode step(ProjectNode node, SymbolKey key) {
        for (ProjectNode child : node.children()) {
            boolean leads =
                    switch (child) {
                        case ProjectNode.Folder folder -> key.path().startsWith(folder.id() + "/");
                        case ProjectNode.SourceFile file -> key.path().equals(file.id());
                        case ProjectNode.Declaration declaration -> leads(declaration, key);
                    };
            if (leads) {
                return child;
            }
        }
        return null;
    }

    private static boolean leads(ProjectNode.Declaration declaration, SymbolKey key) {
        CodeGraph graph = declaration.view().graph();
        String path = graph.path(declaration.symbol(), ".");
        return key.qualifiedName().startsWith(path + ".")
                || key.qualifiedName().equals(path)
                        && graph.key(declaration.symbol()).equals(key);
    }
}
