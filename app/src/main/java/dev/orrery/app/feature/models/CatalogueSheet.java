package dev.orrery.app.feature.models;

import dev.orrery.app.control.Nodes;
import java.time.LocalDate;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks for a newer catalogue: a file, or an address that is asked once, now. */
final class CatalogueSheet {
    private final ModelWords words;
    private final ModelsViewModel screen;
    private final Sheet sheet;

    CatalogueSheet(ModelWords words, ModelsViewModel screen, Sheet sheet) {
        this.words = words;
        this.screen = screen;
        this.sheet = sheet;
    }

    /** @param day of the one that is used now */
    void show(LocalDate day) {
        Label about = Nodes.label(words.text("app.models.catalogue.about", day.toString()), "muted");
        about.setWrapText(true);
        TextField from = new TextField();
        from.setId("catalogue-from");
        from.setPromptText(words.text("app.models.catalogue.prompt"));
        Button go = Nodes.styled(new Button(words.text("app.models.catalogue.go")), "primary");
        go.setId("catalogue-go");
        go.disableProperty().bind(from.textProperty().isEmpty());
        go.setOnAction(event -> {
            sheet.close();
            screen.jobs().updateCatalog(from.getText().strip());
        });
        from.setOnAction(event -> go.fire());
        HBox buttons = new HBox(8, Nodes.spring(), go);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        sheet.show(words.text("app.models.catalogue.title"), new VBox(12, about, from, buttons), from);
    }
}
