package dev.orrery.app.feature.explore;

import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.session.HistoryModel;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** When the selected symbol was first seen, how often it changed and when last; or why that is not known. */
final class SymbolStoryPane extends VBox {
    private static final double HEIGHT = 20;
    private static final double BAR = 6;

    private final ViewContext context;

    SymbolStoryPane(ViewContext context, SymbolStory story, HistoryModel.State state, Runnable again) {
        super(4);
        this.context = context;
        getStyleClass().add("section");
        getChildren().add(Nodes.label(context.text("app.history.symbol.title"), "section-title"));
        switch (state) {
            case WAITING, READING -> add(context.text("app.history.symbol.reading"));
            case STOPPED -> again("app.history.symbol.stopped", again);
            case FAILED -> again("app.history.symbol.failed", again);
            case READ -> tell(story);
        }
    }

    private void add(String text) {
        Label label = Nodes.label(text);
        label.setWrapText(true);
        getChildren().add(label);
    }

    private void again(String key, Runnable again) {
        add(context.text(key));
        Hyperlink link = new Hyperlink(context.text("app.history.symbol.again"));
        link.setOnAction(event -> again.run());
        getChildren().add(link);
    }

    private void tell(SymbolStory story) {
        if (story.samples() == 0) {
            add(context.text("app.history.symbol.none"));
            return;
        }
        add(context.text("app.history.symbol.changes", story.changes(), story.samples(), date(story.first())));
        if (story.changes() > 0) {
            List<String> authors =
                    story.authors().subList(0, Math.min(3, story.authors().size()));
            add(
                    authors.isEmpty()
                            ? context.text("app.history.symbol.last", date(story.last()))
                            : context.text("app.history.symbol.by", date(story.last()), String.join(", ", authors)));
            getChildren().add(sparkline(story));
        }
    }

    private String date(long seconds) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(context.messages().locale())
                .format(Instant.ofEpochSecond(seconds).atZone(ZoneId.systemDefault()));
    }

    private HBox sparkline(SymbolStory story) {
        int most = story.over().stream().mapToInt(Integer::intValue).max().orElse(1);
        HBox bars = new HBox(1);
        bars.setAlignment(Pos.BOTTOM_LEFT);
        bars.setMinHeight(HEIGHT);
        bars.setAccessibleText(context.text("app.history.symbol.over", story.changes()));
        for (int count : story.over()) {
            Region bar = new Region();
            bar.setStyle(
                    "-fx-background-color: " + (count == 0 ? "-color-border-default" : "-color-accent-emphasis") + ";");
            double height = count == 0 ? 1 : Math.max(2, HEIGHT * count / most);
            bar.setMinSize(BAR, height);
            bar.setMaxSize(BAR, height);
            bars.getChildren().add(bar);
        }
        return bars;
    }
}
