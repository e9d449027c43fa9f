package dev.orrery.app.feature.activity;

import dev.orrery.api.UserMessage;
import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.StatePane;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.feature.activity.ActivityViewModel.Stage;
import dev.orrery.models.ledger.Activity;
import dev.orrery.models.ledger.Ledger;
import dev.orrery.models.ledger.LedgerEntry;
import dev.orrery.models.ledger.Period;
import java.io.File;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The room for what was asked: figures, chart and requests at the left, the chosen request and the limits at the right. */
public final class ActivityView extends BorderPane implements AutoCloseable {
    private static final double ROW = 44;
    private static final double DIVIDER = 0.72;

    private final ViewContext context;
    private final ActivityViewModel model;
    private final LimitsViewModel limits;
    private final Map<Period, ToggleButton> periods = new EnumMap<>(Period.class);
    private final ActivityCards cards;
    private final ActivityChart chart;
    private final SharesPane shares;
    private final ListView<LedgerEntry> list;
    private final Label notice = Nodes.collapsing(Nodes.label("", "notice"));
    private final Button more = Nodes.collapsing(new Button());
    private final StackPane body = new StackPane();
    private final VBox figuresPane;
    private final StatePane empty;
    private final StatePane failed;
    private final ProgressIndicator loading = new ProgressIndicator();

    /** @param further stands below the limits */
    public ActivityView(ViewContext context, ActivityViewModel model, LimitsViewModel limits, Node... further) {
        this.context = context;
        this.model = model;
        this.limits = limits;
        Figures figures = new Figures(context);
        cards = new ActivityCards(context, figures);
        chart = new ActivityChart(context, figures);
        shares = new SharesPane(context, figures);
        list = new ListView<>(model.entries());
        empty = new StatePane(
                Feather.ACTIVITY, context.text("app.activity.empty"), context.text("app.activity.empty.detail"));
        Button again = new Button(context.text("app.activity.again"));
        again.setOnAction(event -> model.read());
        failed = new StatePane(Feather.ALERT_TRIANGLE, context.text("app.activity.failed"), "", again);
        loading.setMaxSize(32, 32);
        loading.setAccessibleText(context.text("app.activity.loading"));
        figuresPane = new VBox(12, cards, card("app.activity.requests.over", chart), shares, requests(figures));
        body.getChildren().addAll(figuresPane, empty, failed, loading);
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox page = Nodes.styled(new VBox(head(), notice, body), "page", "activity-page");
        SplitPane split = new SplitPane(page, side(figures, further));
        split.setDividerPositions(DIVIDER);
        setCenter(split);
        model.periodProperty().subscribe(now -> periods.forEach((each, chip) -> chip.setSelected(each == now)));
        model.activityProperty().subscribe(this::show);
        model.stageProperty().subscribe(this::showStage);
        model.noticeProperty().subscribe(this::showNotice);
        model.entries().addListener((Observable rows) -> showMore());
        followSelection();
    }

    private HBox head() {
        HBox chips = Nodes.styled(new HBox(), "scope-chips");
        for (Period period : Period.values()) {
            String name = period.name().toLowerCase(Locale.ROOT);
            ToggleButton chip = new ToggleButton(context.text("app.activity.period." + name));
            chip.setId("activity-" + name);
            chip.setOnAction(event -> {
                model.periodProperty().set(period);
                chip.setSelected(true);
            });
            periods.put(period, chip);
            chips.getChildren().add(chip);
        }
        MenuButton export = new MenuButton(context.text("app.activity.export"));
        export.setId("activity-export");
        for (Ledger.Format format : Ledger.Format.values()) {
            MenuItem item = new MenuItem(
                    context.text("app.activity.export." + format.name().toLowerCase(Locale.ROOT)));
            item.setOnAction(event -> export(format));
            export.getItems().add(item);
        }
        return Nodes.styled(
                new HBox(Nodes.label(context.text("app.activity.title"), "page-title"), Nodes.spring(), chips, export),
                "row");
    }

    private VBox card(String titleKey, Node content) {
        return Nodes.styled(
                new VBox(Nodes.label(context.text(titleKey), "section-title"), content), "card", "activity-card");
    }

    private VBox requests(Figures figures) {
        list.setId("activity-requests");
        list.setFixedCellSize(ROW);
        list.setAccessibleText(context.text("app.activity.requests"));
        list.setCellFactory(view -> new RequestCell(context, figures));
        more.setOnAction(event -> model.more());
        more.setId("activity-more");
        VBox box = card("app.activity.requests", list);
        box.getChildren().add(more);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox.setVgrow(box, Priority.ALWAYS);
        box.setMinHeight(4 * ROW);
        return box;
    }

    private ScrollPane side(Figures figures, Node... further) {
        VBox side = new VBox(new RequestPane(context, figures, model), new LimitsPane(context, figures, limits));
        side.getChildren().addAll(further);
        ScrollPane scroll = Nodes.styled(new ScrollPane(side), "panel", "panel-right");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    private void followSelection() {
        list.getSelectionModel().selectedItemProperty().subscribe((before, now) -> {
            if (now != null) {
                model.selectedProperty().set(now);
            }
        });
        model.selectedProperty().subscribe(now -> {
            if (now == null) {
                list.getSelectionModel().clearSelection();
            } else {
                list.getSelectionModel().select(now);
            }
        });
    }

    private void show(@Nullable Activity activity) {
        if (activity != null) {
            cards.show(activity.all());
            chart.show(activity);
            shares.show(activity);
            showMore();
        }
    }

    private void showMore() {
        long older = model.older();
        more.setText(context.text("app.activity.more", older));
        more.setVisible(older > 0);
    }

    /** While other figures are read the ones before stay, so that nothing jumps. */
    private void showStage(Stage stage) {
        boolean known = model.activityProperty().get() != null;
        loading.setVisible(stage == Stage.LOADING && !known);
        empty.setVisible(stage == Stage.EMPTY);
        failed.setVisible(stage == Stage.FAILED);
        figuresPane.setVisible(known && stage != Stage.EMPTY && stage != Stage.FAILED);
        figuresPane.setOpacity(stage == Stage.LOADING ? 0.6 : 1);
    }

    private void showNotice(@Nullable UserMessage message) {
        notice.setVisible(message != null);
        notice.setText(message == null ? "" : context.messages().text(message));
        notice.setWrapText(true);
        failed.say(context.text("app.activity.failed"), notice.getText());
    }

    private void export(Ledger.Format format) {
        String ending = format.name().toLowerCase(Locale.ROOT);
        FileChooser chooser = new FileChooser();
        chooser.setTitle(context.text("app.activity.export"));
        chooser.setInitialFileName("orrery-activity." + ending);
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            model.export(format, chosen.toPath());
        }
    }

    @Override
    public void close() {
        model.close();
        limits.close();
    }
}
