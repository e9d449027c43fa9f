package dev.orrery.app.feature.explore;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.SymbolKey;
import dev.orrery.app.session.Navigator;
import dev.orrery.app.session.Session;
import dev.orrery.app.session.Threads;
import java.util.ArrayList;
import java.util.List;

/** The room with the map: tree, inspector, and the crumbs that say where one is. UI thread only. */
public final class ExploreViewModel {
    private final Session session;
    private final ProjectTreeViewModel tree;
    private final InspectorViewModel inspector;
    private final MapViewModel map;
    private final FindingsViewModel findings;

    public ExploreViewModel(Session session, Threads threads, Navigator navigator) {
        this.session = session;
        this.tree = new ProjectTreeViewModel(session, threads);
        this.map = new MapViewModel(session, navigator);
        this.findings = new FindingsViewModel(session, threads);
        this.inspector = new InspectorViewModel(session, threads, navigator);
    }

    public Session session() {
        return session;
    }

    public ProjectTreeViewModel tree() {
        return tree;
    }

    public InspectorViewModel inspector() {
        return inspector;
    }

    public FindingsViewModel findings() {
        return findings;
    }

    public MapViewModel map() {
        return map;
    }

    /**
     * A step on the way to the selection.
     *
     * @param label what is shown
     * @param key the symbol to select, or the selected one itself at the end
     */
    public record Crumb(String label, SymbolKey key) {}

    /** The enclosing symbols of the selection and itself, outermost first; empty without a selection. */
    public List<Crumb> crumbs() {
        List<Crumb> crumbs = new ArrayList<>();
        SymbolKey key = session.selectedProperty().get();
        CodeGraph graph = session.graph();
        int symbol = key == null ? -1 : graph.find(key);
        while (symbol >= 0) {
            crumbs.addFirst(new Crumb(graph.name(symbol), graph.key(symbol)));
            symbol = graph.parent(symbol);
        }
        return crumbs;
    }

    /** The region of the selection; empty without one. */
    public String region() {
        SymbolKey key = session.selectedProperty().get();
        int file = key == null ? -1 : session.graph().findFile(key.path());
        return file < 0 ? "" : session.viewProperty().get().regionName(file);
    }
}
