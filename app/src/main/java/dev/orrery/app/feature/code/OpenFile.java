package dev.orrery.app.feature.code;

import dev.orrery.api.SyntaxProblem;
import dev.orrery.app.edit.DiskText;
import dev.orrery.app.edit.Draft;
import dev.orrery.app.edit.TextForm;
import dev.orrery.app.session.Place;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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
    private final ReadOnlyBooleanWrapper modified = new ReadOnlyBooleanWrapper(false);
    private final ObjectProperty<FileNotice> notice = new SimpleObjectProperty<>(FileNotice.NONE);
    private final ObjectProperty<List<SyntaxProblem>> problems = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Place> caret;
    private final BooleanProperty glance = new SimpleBooleanProperty(true);
    private TextForm form = TextForm.USUAL;
    private String onDisk = DiskText.NO_HASH;
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

    /** The text that is shown, if one is. */
    public Optional<Draft> draft() {
        return content.get() instanceof Content.Shown shown ? Optional.of(shown.draft()) : Optional.empty();
    }

    /** Whether the text differs from what is on disk. */
    public ReadOnlyBooleanProperty modifiedProperty() {
        return modified.getReadOnlyProperty();
    }

    /** What the user should know about this file. */
    public ObjectProperty<FileNotice> noticeProperty() {
        return notice;
    }

    /** What the parser finds wrong in the text, as far as that is known. */
    ObjectProperty<List<SyntaxProblem>> problems() {
        return problems;
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

    /** How the text becomes bytes. */
    TextForm form() {
        return form;
    }

    /** The hash of the bytes on disk that the text was made from, or was saved as. */
    String onDisk() {
        return onDisk;
    }

    void show(Content shown) {
        content.set(shown);
        refresh();
    }

    void basedOn(TextForm charset, String hash) {
        form = charset;
        onDisk = hash;
        refresh();
    }

    /** The draft may have become another one than is on disk, or the same. */
    void refresh() {
        modified.set(draft().map(Draft::isModified).orElse(false));
    }

    void jumpTo(Place place) {
        caret.set(place);
        jump.set(new Jump(place, ++jumps));
    }
}
