package dev.orrery.app.feature.activity;

import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import dev.orrery.models.ledger.Ended;
import dev.orrery.models.ledger.LedgerEntry;
import dev.orrery.models.ledger.Outcome;
import java.util.Date;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One request: when, what, by whom, how it ended, what it took. */
final class RequestCell extends ListCell<LedgerEntry> {
    private static final double WHEN = 128;
    private static final double OUTCOME = 96;
    private static final double FIGURE = 80;

    private final ViewContext context;
    private final Figures figures;

    RequestCell(ViewContext context, Figures figures) {
        this.context = context;
        this.figures = figures;
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable LedgerEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        setGraphic(entry == null ? null : row(entry));
    }

    private HBox row(LedgerEntry entry) {
        Ended ended = entry.ended();
        VBox who = new VBox(
                Nodes.label(task(context, entry)),
                ended.model().isEmpty()
                        ? Nodes.label(context.text("app.activity.nobody"), "muted", "small")
                        : Nodes.data(ended.model(), "muted", "small"));
        who.setAlignment(Pos.CENTER_LEFT);
        HBox row = new HBox(
                wide(Nodes.data(context.text("app.activity.moment", Date.from(entry.at())), "muted"), WHEN),
                who,
                Nodes.spring(),
                wide(verdict(entry), OUTCOME),
                wide(outcome(context, ended.outcome()), OUTCOME),
                wide(
                        Nodes.data(
                                ended.outcome() == Outcome.ANSWERED
                                        ? figures.millis(ended.usage().total().toMillis())
                                        : ""),
                        FIGURE),
                wide(Nodes.data(figures.money(ended.usage().microDollars())), FIGURE),
                wide(left(entry), OUTCOME));
        return Nodes.styled(row, "row");
    }

    private static Label wide(Label label, double width) {
        label.setMinWidth(width);
        label.setPrefWidth(width);
        return label;
    }

    static String task(ViewContext context, LedgerEntry entry) {
        return context.text("app.activity.task." + entry.asked().task().name().toLowerCase(Locale.ROOT));
    }

    static Label outcome(ViewContext context, Outcome outcome) {
        String style =
                switch (outcome) {
                    case ANSWERED -> "success";
                    case FAILED, LOST -> "danger";
                    case REFUSED -> "warning-text";
                    case UNDER_WAY, CANCELLED -> "muted";
                };
        return Nodes.label(context.text("app.activity.outcome." + outcome.name().toLowerCase(Locale.ROOT)), style);
    }

    private Label verdict(LedgerEntry entry) {
        return Nodes.label(
                entry.verdict()
                        .map(verdict -> context.text(
                                "app.activity.verdict." + verdict.name().toLowerCase(Locale.ROOT)))
                        .orElse(""),
                "muted");
    }

    private Label left(LedgerEntry entry) {
        return entry.departed() == 0
                ? Nodes.label(context.text("app.activity.stayed"), "muted")
                : Nodes.label(context.text("app.activity.left", figures.bytes(entry.departed())), "warning-text");
    }
}
