package dev.orrery.app.feature.models;

import dev.orrery.app.control.Nodes;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Above what could be had: the set that suits this machine, in one click, and how old the catalogue is. */
final class OfferCard extends HBox {
    private final ModelWords words;
    private final Consumer<List<ModelRow>> get;
    private final Consumer<LocalDate> update;

    /**
     * @param get asks for models
     * @param update asks for a catalogue that is newer than the day's
     */
    OfferCard(ModelWords words, Consumer<List<ModelRow>> get, Consumer<LocalDate> update) {
        super(8);
        this.words = words;
        this.get = get;
        this.update = update;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll("card", "offer-card");
        setMinHeight(USE_PREF_SIZE);
    }

    void show(List<ModelRow> recommended, LocalDate day) {
        long bytes = recommended.stream().mapToLong(ModelRow::bytes).sum();
        String names = recommended.stream().map(ModelRow::name).distinct().collect(Collectors.joining(", "));
        Label set = Nodes.label(
                recommended.isEmpty()
                        ? words.text("app.models.set.here")
                        : words.text("app.models.set", names, words.text("app.models.about", words.size(bytes))));
        set.setWrapText(true);
        set.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(set, Priority.ALWAYS);
        Button all = new Button(words.text("app.models.set.get"));
        all.setId("models-set");
        all.setMinWidth(USE_PREF_SIZE);
        all.setDisable(recommended.isEmpty());
        all.setOnAction(event -> get.accept(recommended));
        Button newer = Nodes.styled(new Button(words.text("app.models.catalogue", day.toString())), "flat");
        newer.setId("models-catalogue");
        newer.setMinWidth(USE_PREF_SIZE);
        newer.setOnAction(event -> update.accept(day));
        getChildren().setAll(set, all, newer);
    }
}
