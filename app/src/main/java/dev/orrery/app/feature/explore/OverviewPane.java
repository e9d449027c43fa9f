package dev.orrery.app.feature.explore;

import dev.orrery.app.control.CommandButtons;
import dev.orrery.app.control.MetricCard;
import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import java.text.NumberFormat;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The repository at a glance, where nothing is selected. */
final class OverviewPane extends VBox {
    private static final int COLUMNS = 2;
    private static final int LANGUAGES = 6;

    OverviewPane(ViewContext context, String name, Overview overview, Consumer<SymbolCard.Related> follow) {
        NumberFormat numbers =
                NumberFormat.getIntegerInstance(context.messages().locale());
        Label title = Nodes.data(name, "inspector-title");
        title.setWrapText(true);
        Label hint = Nodes.label(context.text("app.inspector.empty.detail"), "muted");
        hint.setWrapText(true);
        CommandButtons buttons = new CommandButtons(context);
        FlowPane questions = new FlowPane(
                8,
                8,
                buttons.titled("graph.cycles", null),
                buttons.titled("graph.hotspots", null),
                buttons.titled("graph.dead", null));
        VBox head = Nodes.styled(new VBox(title, metrics(context, numbers, overview), hint, questions), "section");
        head.getStyleClass().add("first");
        getChildren()
                .setAll(
                        head,
                        languages(context, numbers, overview),
                        new RelatedSection(context, "app.overview.central", overview.central(), follow),
                        new RelatedSection(context, "app.overview.longest", overview.longest(), follow));
    }

    private static GridPane metrics(ViewContext context, NumberFormat numbers, Overview overview) {
        GridPane grid = new GridPane(8, 8);
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < overview.metrics().size(); i++) {
            SymbolCard.Metric metric = overview.metrics().get(i);
            grid.add(
                    new MetricCard(numbers.format(metric.value()), context.text(metric.labelKey())),
                    i % COLUMNS,
                    i / COLUMNS);
        }
        return grid;
    }

    private static VBox languages(ViewContext context, NumberFormat numbers, Overview overview) {
        VBox section = Nodes.styled(
                new VBox(6, Nodes.label(context.text("app.overview.languages"), "section-title")), "section");
        overview.languages().stream().limit(LANGUAGES).forEach(share -> {
            Label lines = Nodes.label(context.text("app.overview.lines.note", share.lines()), "row-count");
            ProgressBar bar = new ProgressBar(share.percent() / 100.0);
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.getStyleClass().add("share-bar");
            bar.setAccessibleText(share.language() + " " + numbers.format(share.percent()) + " %");
            HBox row = Nodes.styled(new HBox(Nodes.data(share.language()), Nodes.spring(), lines), "row");
            section.getChildren().add(new VBox(2, row, bar));
        });
        int hidden = overview.languages().size() - LANGUAGES;
        if (hidden > 0) {
            section.getChildren().add(Nodes.label(context.text("app.inspector.more", hidden), "muted"));
        }
        return section;
    }
}
