package dev.orrery.app.feature.code;

import dev.orrery.app.control.Icons;
import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.edit.DiskText;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** Says above a file's text what the user should know about it, and what he can do. */
final class NoticeBar extends HBox {
    private final ViewContext context;
    private final CodeViewModel model;
    private final OpenFile file;
    private final Runnable compare;

    /** @param compare shows both texts of a conflict */
    NoticeBar(ViewContext context, CodeViewModel model, OpenFile file, Runnable compare) {
        super(8);
        this.context = context;
        this.model = model;
        this.file = file;
        this.compare = compare;
        getStyleClass().add("notice-bar");
        Nodes.collapsing(this);
        file.noticeProperty().subscribe(this::show);
    }

    private void show(FileNotice notice) {
        getChildren().clear();
        setVisible(!(notice instanceof FileNotice.None));
        switch (notice) {
            case FileNotice.None none -> {}
            case FileNotice.Conflict(DiskText.Text text) -> {
                say(context.text("app.edit.conflict"));
                button("app.edit.compare", "conflict-compare", compare);
                button("app.edit.mine", "conflict-mine", () -> model.keepMine(file));
                button("app.edit.theirs", "conflict-theirs", () -> model.takeTheirs(file));
            }
            case FileNotice.Conflict(DiskText.Gone gone) -> {
                say(context.text("app.edit.conflict.gone"));
                button("app.edit.again", "conflict-mine", () -> model.keepMine(file));
                button("app.edit.discard", "conflict-theirs", () -> model.takeTheirs(file));
            }
            case FileNotice.Conflict(DiskText.Unusable unusable) -> {
                say(context.text(
                        "app.edit.conflict.unusable", context.messages().text(unusable.why())));
                button("app.edit.discard", "conflict-theirs", () -> model.takeTheirs(file));
            }
            case FileNotice.Recovered(Instant at) -> {
                DateTimeFormatter format =
                        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT).withZone(ZoneId.systemDefault());
                say(context.text("app.edit.recovered", format.format(at)));
                button("app.edit.keep", "recovered-keep", this::dismiss);
                button("app.edit.discard", "recovered-discard", () -> model.takeTheirs(file));
            }
            case FileNotice.Said said -> {
                say(context.messages().text(said.what()));
                button("app.edit.understood", "notice-dismiss", this::dismiss);
            }
        }
    }

    private void say(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(Icons.of(Feather.ALERT_CIRCLE), label);
    }

    private void button(String titleKey, String id, Runnable action) {
        Button button = new Button(context.text(titleKey));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        getChildren().add(button);
    }

    private void dismiss() {
        file.noticeProperty().set(FileNotice.NONE);
    }
}
