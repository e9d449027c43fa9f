package dev.orrery.app.feature.models;

import dev.orrery.app.control.Nodes;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

/** Asks for a file or folder with a model: by its path, or by the system's own dialogs. */
final class ImportSheet {
    private final ModelWords words;
    private final ModelsViewModel screen;
    private final Sheet sheet;

    ImportSheet(ModelWords words, ModelsViewModel screen, Sheet sheet) {
        this.words = words;
        this.screen = screen;
        this.sheet = sheet;
    }

    void show() {
        Label about = Nodes.label(words.text("app.models.import.about"), "muted");
        about.setWrapText(true);
        TextField path = new TextField();
        path.setId("import-path");
        path.setPromptText(words.text("app.models.import.path"));
        Button file = new Button(words.text("app.models.import.file"));
        file.setOnAction(event -> {
            File chosen = new FileChooser().showOpenDialog(sheet.getScene().getWindow());
            if (chosen != null) {
                path.setText(chosen.getPath());
            }
        });
        Button folder = new Button(words.text("app.models.import.folder"));
        folder.setOnAction(event -> {
            File chosen = new DirectoryChooser().showDialog(sheet.getScene().getWindow());
            if (chosen != null) {
                path.setText(chosen.getPath());
            }
        });
        HBox line = new HBox(8, path, file, folder);
        HBox.setHgrow(path, Priority.ALWAYS);
        Label wrong = Nodes.label(words.text("app.models.import.missing"), "danger");
        Nodes.collapsing(wrong).setVisible(false);
        Button go = Nodes.styled(new Button(words.text("app.models.import.go")), "primary");
        go.setId("import-go");
        go.disableProperty().bind(path.textProperty().isEmpty());
        go.setOnAction(event -> wrong.setVisible(!taken(path.getText())));
        path.setOnAction(event -> go.fire());
        HBox buttons = new HBox(8, Nodes.spring(), go);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        sheet.show(words.text("app.models.import.title"), new VBox(12, about, line, wrong, buttons), path);
    }

    private boolean taken(String text) {
        try {
            Path chosen = Path.of(text.strip());
            if (!Files.exists(chosen) || chosen.getFileName() == null) {
                return false;
            }
            sheet.close();
            screen.jobs().importFrom(chosen);
            return true;
        } catch (InvalidPathException noPath) {
            return false;
        }
    }
}
