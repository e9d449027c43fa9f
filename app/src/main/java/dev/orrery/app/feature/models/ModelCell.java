package dev.orrery.app.feature.models;

import dev.orrery.app.control.Nodes;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One model of the list. */
final class ModelCell extends ListCell<ModelRow> {
    private final ModelWords words;
    private final ModelActions actions;

    ModelCell(ModelWords words, ModelActions actions) {
        this.words = words;
        this.actions = actions;
        getStyleClass().add("model-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable ModelRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        setGraphic(row == null ? null : content(row));
        setAccessibleText(row == null ? "" : row.name() + ", " + words.state(row.state()));
    }

    private GridPane content(ModelRow row) {
        Label engine = Nodes.data(words.engine(row));
        Label disk = Nodes.data(row.bytes() > 0 ? words.size(row) : "–");
        if (row.size() == ModelRow.Size.ESTIMATED) {
            disk.setTooltip(new Tooltip(words.text("app.models.about.why")));
        }
        if (row.state() instanceof ModelRow.State.NotHere) {
            disk.getStyleClass().add("muted");
        }
        Label about = Nodes.data(words.about(row), "muted", "small");
        about.setTooltip(new Tooltip(row.id() + "\n" + words.about(row)));
        return ModelColumns.row(List.of(
                lines(Nodes.data(row.name(), "strong"), about),
                engine,
                disk,
                fit(row),
                speed(row),
                state(row.state()),
                button(row)));
    }

    private static VBox lines(Node... lines) {
        VBox box = new VBox(2, lines);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private Node fit(ModelRow row) {
        Optional<Label> pill = row.fit().map(fit -> {
            Label label = Nodes.label(words.fit(fit), "pill", ModelWords.fitStyle(fit));
            label.setTooltip(new Tooltip(words.fitWhy(fit)));
            return label;
        });
        return pill.orElseGet(() -> Nodes.data("–", "muted"));
    }

    private Node speed(ModelRow row) {
        return row.speed()
                .<Node>map(speed -> speed.lineMillis() > 0
                        ? lines(
                                Nodes.label(words.text("app.models.speed.line", speed.lineMillis())),
                                Nodes.label(
                                        words.text("app.models.speed.tokens", speed.tokensPerSecond()),
                                        "muted",
                                        "small"))
                        : Nodes.label(words.text("app.models.speed.tokens", speed.tokensPerSecond())))
                .orElseGet(() -> Nodes.label(words.text("app.models.speed.none"), "muted"));
    }

    private Node state(ModelRow.State state) {
        if (state instanceof ModelRow.State.Busy busy) {
            ProgressBar bar = new ProgressBar(busy.share() < 0 ? ProgressBar.INDETERMINATE_PROGRESS : busy.share());
            bar.setMaxWidth(Double.MAX_VALUE);
            String text = busy.share() < 0
                    ? words.state(state)
                    : words.text("app.models.state.share", words.state(state), Math.floor(busy.share() * 100));
            return lines(bar, Nodes.label(text, "muted", "small"));
        }
        Label pill = Nodes.label(words.state(state), "pill", ModelWords.stateStyle(state));
        String detail = words.detail(state);
        if (detail.isEmpty()) {
            return lines(pill);
        }
        if (state instanceof ModelRow.State.TooNew) {
            pill.setTooltip(new Tooltip(detail));
            return lines(pill);
        }
        Label below = Nodes.label(detail, "muted", "small");
        below.setTooltip(new Tooltip(detail));
        return lines(pill, below);
    }

    private Node button(ModelRow row) {
        Optional<ModelActions.Action> first = actions.of(row).stream().findFirst();
        return first.<Node>map(action -> {
                    Button button = new Button(words.text(action.titleKey()));
                    button.setOnAction(event -> action.run().run());
                    button.setAccessibleText(words.text(action.titleKey()) + " " + row.name());
                    button.setFocusTraversable(true);
                    button.setId("model-" + row.id() + "-" + action.id());
                    if (action.isPrimary()) {
                        button.getStyleClass().add("primary");
                    }
                    return button;
                })
                .orElseGet(() -> Nodes.label(""));
    }
}
