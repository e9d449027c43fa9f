package dev.orrery.app.feature.explore;

import dev.orrery.api.SymbolKey;
import dev.orrery.app.session.Navigator;
import dev.orrery.app.session.Place;
import dev.orrery.app.session.Session;
import dev.orrery.render3d.scene.ColourBy;
import dev.orrery.render3d.scene.MapFilter;
import dev.orrery.render3d.scene.MapScene;
import dev.orrery.render3d.scene.SizeBy;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** How the map is looked at: colour, size, filter, labels, focus, and the path that is being asked for. UI thread only. */
public final class MapViewModel {
    private static final int MOST_HOPS = 3;

    private final Session session;
    private final Navigator navigator;
    private final ObjectProperty<ColourBy> colourBy = new SimpleObjectProperty<>(ColourBy.REGION);
    private final ObjectProperty<SizeBy> sizeBy = new SimpleObjectProperty<>(SizeBy.LINES);
    private final ObjectProperty<SizeBy> heightBy = new SimpleObjectProperty<>(SizeBy.FAN_IN);
    private final ObjectProperty<MapScene> scene = new SimpleObjectProperty<>(MapScene.GALAXY);
    private final ObjectProperty<MapFilter> filter = new SimpleObjectProperty<>(MapFilter.all());
    private final BooleanProperty labels = new SimpleBooleanProperty(true);
    private final IntegerProperty focusHops = new SimpleIntegerProperty();
    private final ReadOnlyObjectWrapper<@Nullable SymbolKey> pathStart = new ReadOnlyObjectWrapper<>();

    public MapViewModel(Session session, Navigator navigator) {
        this.session = session;
        this.navigator = navigator;
    }

    public Session session() {
        return session;
    }

    public ObjectProperty<ColourBy> colourByProperty() {
        return colourBy;
    }

    public ObjectProperty<SizeBy> sizeByProperty() {
        return sizeBy;
    }

    /** What heights tell in the city. */
    public ObjectProperty<SizeBy> heightByProperty() {
        return heightBy;
    }

    /** Galaxy or city. */
    public ObjectProperty<MapScene> sceneProperty() {
        return scene;
    }

    public ObjectProperty<MapFilter> filterProperty() {
        return filter;
    }

    public BooleanProperty labelsProperty() {
        return labels;
    }

    /** How many calls away from the selection is shown; 0 for everything. */
    public IntegerProperty focusHopsProperty() {
        return focusHops;
    }

    /** Where the path begins whose end is to be chosen next. */
    public ReadOnlyObjectProperty<@Nullable SymbolKey> pathStartProperty() {
        return pathStart.getReadOnlyProperty();
    }

    /** One hop further around the selection, and after the last all again. */
    public void focus() {
        if (session.selectedProperty().get() != null) {
            focusHops.set(focusHops.get() == MOST_HOPS ? 0 : focusHops.get() + 1);
        }
    }

    /** Begins a path at the selection, or gives it up. */
    public void path() {
        pathStart.set(pathStart.get() == null ? session.selectedProperty().get() : null);
    }

    /** Ends the asking; the start is answered if one had been chosen. */
    public @Nullable SymbolKey takePathStart() {
        SymbolKey start = pathStart.get();
        pathStart.set(null);
        return start;
    }

    /** Opens a symbol for reading. */
    public void open(SymbolKey key) {
        int symbol = session.graph().find(key);
        if (symbol >= 0) {
            navigator.go(
                    new Place(
                            key.path(),
                            session.graph().line(symbol),
                            session.graph().column(symbol)),
                    Navigator.Intent.READ);
        }
    }
}
