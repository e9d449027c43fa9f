package dev.orrery.app.feature.activity;

import dev.orrery.api.UserMessage;
import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.feature.activity.ActivityViewModel.Sent;
import dev.orrery.models.ledger.Ended;
import dev.orrery.models.ledger.LedgerEntry;
import java.util.Date;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The chosen request: why this model, what was wanted before, what it took, and every byte that left the machine. */
final class RequestPane extends VBox {
    private static final int LINES = 14;

    private final ViewContext context;
    private final Figures figures;
    private final ActivityViewModel model;
    private final VBox about = Nodes.styled(new VBox(), "section", "first");
    private final VBox departures = Nodes.styled(new VBox(), "section");

    RequestPane(ViewContext context, Figures figures, ActivityViewModel model) {
        this.context = context;
        this.figures = figures;
        this.model = model;
        getChildren().addAll(about, Nodes.collapsing(departures));
        model.selectedProperty().subscribe(this::show);
        model.sentProperty().subscribe(this::showSent);
    }

    private void show(@Nullable LedgerEntry entry) {
        about.getChildren().clear();
        if (entry == null) {
            about.getChildren().add(sentence(context.text("app.activity.choose"), "muted"));
            return;
        }
        Ended ended = entry.ended();
        about.getChildren()
                .addAll(
                        Nodes.styled(
                                new HBox(
                                        Nodes.label(RequestCell.task(context, entry), "strong"),
                                        Nodes.spring(),
                                        RequestCell.outcome(context, ended.outcome())),
                                "row"),
                        Nodes.data(context.text("app.activity.moment.long", Date.from(entry.at())), "muted"));
        if (!ended.model().isEmpty()) {
            about.getChildren().add(Nodes.data(context.text("app.activity.who", ended.model(), ended.engine())));
        }
        sentences("app.activity.why", ended.reason().key().isEmpty() ? List.of() : List.of(ended.reason()));
        sentences("app.activity.passedover", ended.passedOver());
        sentences("app.activity.notes", ended.notes());
        if (ended.suspicious() > 0) {
            about.getChildren().add(sentence(context.text("app.activity.suspicious", ended.suspicious()), "danger"));
        }
        figure("app.activity.prompt", figures.count(ended.usage().promptTokens()));
        figure("app.activity.card.reused", figures.count(ended.usage().reusedTokens()));
        figure("app.activity.made", figures.count(ended.usage().tokens()));
        figure(
                "app.activity.first",
                figures.millis(
                        ended.usage().firstToken().toMillis(), ended.usage().tokens()));
        figure("app.activity.total", figures.millis(ended.usage().total().toMillis()));
        figure("app.activity.card.cost", figures.money(ended.usage().microDollars()));
        if (!entry.asked().workspace().isEmpty()) {
            about.getChildren().add(Nodes.data(entry.asked().workspace(), "muted", "small"));
        }
    }

    private void sentences(String titleKey, List<UserMessage> messages) {
        if (!messages.isEmpty()) {
            about.getChildren().add(Nodes.label(context.text(titleKey), "section-title"));
            messages.forEach(message ->
                    about.getChildren().add(sentence(context.messages().text(message))));
        }
    }

    private static Label sentence(String text, String... styles) {
        Label label = Nodes.label(text, styles);
        label.setWrapText(true);
        return label;
    }

    private void figure(String titleKey, String value) {
        about.getChildren()
                .add(Nodes.styled(
                        new HBox(Nodes.label(context.text(titleKey), "muted"), Nodes.spring(), Nodes.data(value)),
                        "row"));
    }

    private void showSent(List<Sent> sent) {
        departures.setVisible(!sent.isEmpty());
        departures.getChildren().setAll(Nodes.label(context.text("app.activity.sent"), "section-title"));
        for (Sent each : sent) {
            departures.getChildren().add(Nodes.data(each.departure().address(), "mono", "small"));
            departures
                    .getChildren()
                    .add(sentence(
                            context.text(
                                    "app.activity.sent.bytes",
                                    figures.bytes(each.departure().bytes()),
                                    each.departure().model()),
                            "muted"));
            departures
                    .getChildren()
                    .add(
                            each.departure().kept()
                                    ? bytes(each.text())
                                    : sentence(context.text("app.activity.sent.gone"), "muted"));
        }
        Button forget = Nodes.styled(new Button(context.text("app.activity.sent.forget")), "flat");
        forget.setOnAction(event -> model.forgetBytes());
        departures.getChildren().add(forget);
    }

    private TextArea bytes(String text) {
        TextArea area = Nodes.styled(Nodes.markData(new TextArea(text)), "mono", "activity-bytes");
        area.setId("activity-bytes");
        area.setEditable(false);
        area.setWrapText(true);
        area.setPrefRowCount(LINES);
        area.setAccessibleText(context.text("app.activity.sent"));
        return area;
    }
}
