package dev.orrery.app.settings;

import dev.orrery.render3d.scene.ColourBy;
import dev.orrery.render3d.scene.MapScene;
import java.nio.file.Path;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/** What the user chose. UI thread only; {@link SettingsStore} keeps it on disk. */
public final class Settings {
    private static final int RECENT = 12;

    private final ObjectProperty<ThemeChoice> theme = new SimpleObjectProperty<>(ThemeChoice.SYSTEM);
    private final ObjectProperty<RendererPreference> renderer = new SimpleObjectProperty<>(RendererPreference.AUTO);
    private final ObjectProperty<MapScene> scene = new SimpleObjectProperty<>(MapScene.GALAXY);
    private final ObjectProperty<ColourBy> colour = new SimpleObjectProperty<>(ColourBy.REGION);
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty();
    private final BooleanProperty minimap = new SimpleBooleanProperty(true);
    private final ObjectProperty<ProposalChoice> proposals = new SimpleObjectProperty<>(ProposalChoice.USUAL);
    private final ObservableMap<String, String> keys = FXCollections.observableHashMap();
    private final ObservableList<Path> recent = FXCollections.observableArrayList();

    public ObjectProperty<ThemeChoice> themeProperty() {
        return theme;
    }

    /** Counts from the next start. */
    public ObjectProperty<RendererPreference> rendererProperty() {
        return renderer;
    }

    /** The scene of the map that was shown last. */
    public ObjectProperty<MapScene> sceneProperty() {
        return scene;
    }

    /** What the colours of the map told last. */
    public ObjectProperty<ColourBy> colourProperty() {
        return colour;
    }

    public BooleanProperty reducedMotionProperty() {
        return reducedMotion;
    }

    /** Whether the map shows the whole small in a corner. */
    public BooleanProperty minimapProperty() {
        return minimap;
    }

    /** How sure proposals in the editor must be to be shown unasked. */
    public ObjectProperty<ProposalChoice> proposalsProperty() {
        return proposals;
    }

    /** Chosen key combinations by command id. */
    public ObservableMap<String, String> keys() {
        return keys;
    }

    /** Roots of recently opened repositories, newest first. */
    public ObservableList<Path> recent() {
        return recent;
    }

    /** Puts {@code root} first among the recent repositories. */
    public void remember(Path root) {
        recent.remove(root);
        recent.addFirst(root);
        if (recent.size() > RECENT) {
            recent.removeLast();
        }
    }
}
