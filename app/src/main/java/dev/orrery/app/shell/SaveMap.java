package dev.orrery.app.shell;

import dev.orrery.api.UserMessage;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.export.MapSaver;
import dev.orrery.app.export.SavedForm;
import dev.orrery.app.session.Session;
import dev.orrery.app.session.Tasks;
import dev.orrery.render3d.picture.MapPicture;
import dev.orrery.render3d.view.CodeMap;
import java.io.File;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks where to keep what is on the map, and writes it there in the background. FX thread only. */
final class SaveMap {
    private final ViewContext context;
    private final Tasks tasks;

    SaveMap(ViewContext context, Tasks tasks) {
        this.context = context;
        this.tasks = tasks;
    }

    /** The file's ending says in which form; with none, the form that is chosen in the dialog. */
    void ask(Window window, Session session, CodeMap map) {
        MapPicture picture = map.picture();
        if (picture == null) {
            return;
        }
        MapSaver saver = new MapSaver(session.graph(), picture, map.node().snapshot(null, null));
        FileChooser chooser = new FileChooser();
        chooser.setTitle(context.text("app.save.title"));
        chooser.setInitialFileName(session.name() + "." + SavedForm.PNG.ending());
        for (SavedForm form : SavedForm.values()) {
            chooser.getExtensionFilters()
                    .add(new FileChooser.ExtensionFilter(
                            context.text("app.save." + form.ending()), "*." + form.ending()));
        }
        File chosen = chooser.showSaveDialog(window);
        if (chosen != null) {
            int filter = chooser.getExtensionFilters().indexOf(chooser.getSelectedExtensionFilter());
            save(window, saver, chosen, SavedForm.values()[Math.max(0, filter)]);
        }
    }

    private void save(Window window, MapSaver saver, File chosen, SavedForm otherwise) {
        Optional<SavedForm> named = SavedForm.of(chosen.getName());
        File file = named.isPresent() ? chosen : new File(chosen.getPath() + "." + otherwise.ending());
        tasks.start(
                "app.task.saving",
                (progress, cancellation) -> {
                    saver.save(named.orElse(otherwise), file.toPath());
                    return file;
                },
                new Tasks.Ending<>(done -> {}, () -> {}, why -> fail(window, why)));
    }

    private void fail(Window window, UserMessage why) {
        Alert alert = new Alert(Alert.AlertType.ERROR, context.messages().text(why));
        alert.initOwner(window);
        alert.setHeaderText(context.text("app.save.failed"));
        alert.show();
    }
}
