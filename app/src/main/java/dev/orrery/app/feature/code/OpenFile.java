package dev.orrery.app.feature.code;

import dev.orrery.app.session.Place;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** A file in a tab. UI thread only. */
public final class OpenFile {
    private final String path;
    private final ReadOnlyObjectWrapper<Content> content = new ReadOnlyObjectWrapper<>(new Content.Loading());
    private final ReadOnlyObjectWrapper<@Nullable Jump> jump = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Place> caret;
    private final BooleanProperty glance = new SimpleBooleanProperty(true);
    private int jumps;

    OpenFile(String path) {
        this.path = path;
        this.caret = new SimpleObjectProperty<>(Place.lineOf(path, 1));
    }

    /** A place the caret was sent to; {@code number} tells one jump from the next to the same place. */
    public record Jump(Place place, int number) {}

    public String path() {
        return path;
    }

    /** The file's own name. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public ReadOnlyObjectProperty<Content> contentProperty() {
        return content.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Jump> jumpProperty() {
        return jump.getReadOnlyProperty();
    }

    /** Where the caret is; set by the view. */
    public ObjectProperty<Place> caretProperty() {
        return caret;
    }

    /** Whether the next glance at another file may take this tab. */
    public BooleanProperty glanceProperty() {
        return glance;
    }

    void show(Content shown) {
        content.set(shown);
    }

    void jumpTo(Place place) {
        caret.set(place);
        jump.set(new Jump(place, ++jumps));
    }
}
