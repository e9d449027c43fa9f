package dev.orrery.app.feature.models;

import dev.orrery.api.ModelAnswer;
import dev.orrery.api.ModelTask;
import dev.orrery.app.control.Nodes;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A box to ask the selected model something, the same way as everything else is asked: by the rules, and written down. */
final class TrialPane extends VBox {
    private static final int LINES = 3;

    private final ModelWords words;
    private final ModelsViewModel screen;
    private final TextArea prompt = new TextArea();
    private final Label answer = Nodes.data("", "mono", "small");
    private final Label figures = Nodes.label("", "muted", "small");
    private final Button ask = new Button();
    private String model = "";

    TrialPane(ModelWords words, ModelsViewModel screen) {
        super(8);
        this.words = words;
        this.screen = screen;
        getStyleClass().add("section");
        ask.setText(words.text("app.models.trial.ask"));
        ask.setId("trial-ask");
        ask.setOnAction(event -> start());
        prompt.setId("trial-prompt");
        prompt.setPrefRowCount(LINES);
        prompt.setWrapText(true);
        prompt.getStyleClass().add("mono");
        answer.setId("trial-answer");
        answer.setWrapText(true);
        figures.setId("trial-figures");
        figures.setWrapText(true);
        Nodes.collapsing(answer).visibleProperty().bind(answer.textProperty().isNotEmpty());
        Nodes.collapsing(figures).visibleProperty().bind(figures.textProperty().isNotEmpty());
        HBox head = new HBox(Nodes.label(words.text("app.models.trial"), "section-title"), Nodes.spring(), ask);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, prompt, answer, figures);
    }

    void show(ModelRow row) {
        ModelTask task = row.tasks().contains(ModelTask.CHAT) ? ModelTask.CHAT : ModelTask.COMPLETION;
        boolean canTalk = row.tasks().contains(task);
        setVisible(canTalk);
        setManaged(canTalk);
        if (!row.id().equals(model)) {
            model = row.id();
            answer.setText("");
            figures.setText("");
            prompt.setText(
                    words.text(task == ModelTask.CHAT ? "app.models.trial.chat" : "app.models.trial.completion"));
            screen.trial().stop();
            ask.setDisable(false);
        }
        ask.setUserData(task);
    }

    private void start() {
        ModelTask task = (ModelTask) ask.getUserData();
        ask.setDisable(true);
        answer.setText("");
        figures.setText(words.text("app.models.trial.asking"));
        screen.trial()
                .ask(
                        model,
                        task,
                        prompt.getText(),
                        piece -> answer.setText(answer.getText() + piece),
                        this::done,
                        why -> {
                            figures.setText(words.sentence(why));
                            ask.setDisable(false);
                        });
    }

    private void done(ModelAnswer said) {
        answer.setText(said.text());
        figures.setText(words.text(
                "app.models.trial.figures",
                said.usage().tokens(),
                said.usage().firstToken().toMillis(),
                said.usage().total().toMillis(),
                words.sentence(said.reason())));
        ask.setDisable(false);
    }
}
