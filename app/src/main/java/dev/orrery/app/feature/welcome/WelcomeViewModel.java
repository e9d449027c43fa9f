package dev.orrery.app.feature.welcome;

import dev.orrery.api.UserMessage;
import dev.orrery.app.session.Workbench;
import dev.orrery.app.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What can be opened, and how opening goes. UI thread only. */
public final class WelcomeViewModel {
    private final Workbench workbench;
    private final Settings settings;

    public WelcomeViewModel(Workbench workbench, Settings settings) {
        this.workbench = workbench;
        this.settings = settings;
    }

    public ObservableList<Path> recent() {
        return settings.recent();
    }

    /** The folder that is being opened. */
    public ReadOnlyObjectProperty<@Nullable Path> pendingProperty() {
        return workbench.pendingProperty();
    }

    public ReadOnlyObjectProperty<@Nullable UserMessage> failureProperty() {
        return workbench.failureProperty();
    }

    public void open(Path folder) {
        workbench.open(folder);
    }

    /** Opens the first of the dropped things, or the folder it lies in. */
    public void dropped(List<Path> paths) {
        if (!paths.isEmpty()) {
            open(paths.getFirst());
        }
    }

    public void forget(Path folder) {
        settings.recent().remove(folder);
    }
}
