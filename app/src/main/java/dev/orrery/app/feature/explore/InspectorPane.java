package dev.orrery.app.feature.explore;

import dev.orrery.api.UserMessage;
import dev.orrery.app.control.CommandButtons;
import dev.orrery.app.control.MetricCard;
import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.StatePane;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.session.Compared;
import dev.orrery.app.session.SymbolText;
import dev.orrery.indexer.parse.Languages;
import java.text.NumberFormat;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What is known about the selected symbol. */
final class InspectorPane extends BorderPane {
    private static final int COLUMNS = 3;

    private final ViewContext context;
    private final InspectorViewModel model;
    private final NumberFormat numbers;
    private final StatePane empty;
    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane(content);

    InspectorPane(ViewContext context, InspectorViewModel model) {
        this.context = context;
        this.model = model;
        this.numbers = NumberFormat.getIntegerInstance(context.messages().locale());
        this.empty = new StatePane(
                Feather.MOUSE_POINTER, context.text("app.inspector.empty"), context.text("app.inspector.empty.detail"));
        getStyleClass().add("panel");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        model.cardProperty().subscribe(this::show);
        model.overviewProperty().subscribe((before, now) -> refreshOverview());
        model.comparison().comparedProperty().subscribe((before, now) -> refreshOverview());
        model.comparison().failureProperty().subscribe((before, now) -> refreshOverview());
        model.storyProperty().subscribe(this::tell);
        model.historyStateProperty()
                .subscribe((before, now) -> tell(model.storyProperty().get()));
    }

    private void refreshOverview() {
        if (model.cardProperty().get() == null) {
            show(null);
        }
    }

    private void show(@Nullable SymbolCard card) {
        Compared compared = model.comparison().comparedProperty().get();
        if (card == null && compared != null) {
            content.getChildren().setAll(new ComparisonPane(context, compared, model.view(), model::follow));
            setCenter(scroll);
            return;
        }
        if (card == null) {
            Overview overview = model.overviewProperty().get();
            content.getChildren().clear();
            if (overview.equals(Overview.NONE)) {
                setCenter(empty);
            } else {
                content.getChildren().setAll(new OverviewPane(context, model.repository(), overview, model::follow));
                UserMessage failure = model.comparison().failureProperty().get();
                if (failure != null) {
                    content.getChildren().addFirst(trouble(failure));
                }
                setCenter(scroll);
            }
            return;
        }
        content.getChildren()
                .setAll(
                        head(card),
                        new RelatedSection(context, "app.metric.callers.title", card.callers(), model::follow),
                        new RelatedSection(context, "app.metric.callees.title", card.callees(), model::follow),
                        new RelatedSection(context, "app.metric.impact.title", card.impact(), model::follow),
                        history(model.storyProperty().get()));
        scroll.setVvalue(0);
        setCenter(scroll);
    }

    /** Why what was asked for could not be compared. */
    private VBox trouble(UserMessage failure) {
        Label text = Nodes.label(context.messages().text(failure), "trouble");
        text.setWrapText(true);
        return Nodes.styled(new VBox(8, text), "section");
    }

    private HistorySection history(FileStory story) {
        return new HistorySection(context, story, model.historyStateProperty().get(), model);
    }

    /** The history may come later than the card. */
    private void tell(FileStory story) {
        int last = content.getChildren().size() - 1;
        if (last > 0) {
            content.getChildren().set(last, history(story));
        }
    }

    private VBox head(SymbolCard card) {
        Label title = Nodes.data(card.title(), "inspector-title");
        title.setWrapText(true);
        Label kind = Nodes.label(context.text(SymbolText.kindKey(card.kind())), "inspector-place");
        Label modifiers = Nodes.data(card.modifiers().isEmpty() ? "" : " · " + card.modifiers(), "inspector-place");
        Hyperlink place = Nodes.markData(
                new Hyperlink(card.place().path() + ":" + card.place().line()));
        place.getStyleClass().add("inspector-place");
        place.setOnAction(event -> model.read());
        place.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        place.setTooltip(new Tooltip(place.getText()));
        VBox head = new VBox(title, new HBox(kind, modifiers), place, metrics(card), actions());
        if (Languages.standard().hasRoughCalls(card.key().language())) {
            Label rough = Nodes.label(
                    context.text("app.inspector.rough", card.key().language().id()), "muted");
            rough.setWrapText(true);
            rough.setTooltip(new Tooltip(context.text("app.inspector.rough.detail")));
            head.getChildren().add(rough);
        }
        head.getStyleClass().addAll("section", "first");
        return head;
    }

    /** Below each other where the inspector is narrow. */
    private FlowPane actions() {
        CommandButtons buttons = new CommandButtons(context);
        return new FlowPane(8, 8, buttons.titled("symbol.read", null), buttons.titled("symbol.impact", null));
    }

    private GridPane metrics(SymbolCard card) {
        GridPane grid = new GridPane(8, 8);
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < card.metrics().size(); i++) {
            SymbolCard.Metric metric = card.metrics().get(i);
            grid.add(
                    new MetricCard(numbers.format(metric.value()), context.text(metric.labelKey())),
                    i % COLUMNS,
                    i / COLUMNS);
        }
        return grid;
    }
}
