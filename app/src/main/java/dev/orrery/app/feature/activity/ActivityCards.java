package dev.orrery.app.feature.activity;

import dev.orrery.app.control.MetricCard;
import dev.orrery.app.control.ViewContext;
import dev.orrery.models.ledger.Summary;
import javafx.scene.layout.TilePane;

/** The figures of a period, each on a card. */
final class ActivityCards extends TilePane {
    private final ViewContext context;
    private final Figures figures;

    ActivityCards(ViewContext context, Figures figures) {
        super(8, 8);
        this.context = context;
        this.figures = figures;
        setPrefColumns(6);
        setPrefTileWidth(128);
    }

    void show(Summary all) {
        getChildren().clear();
        card("requests", figures.count(all.requests()));
        card("success", figures.share(all.success()));
        card("p50", figures.millis(all.latency().p50(), all.latency().count()));
        card("p95", figures.millis(all.latency().p95(), all.latency().count()));
        card("p99", figures.millis(all.latency().p99(), all.latency().count()));
        card("first", figures.millis(all.firstToken().p50(), all.firstToken().count()));
        card("cost", figures.money(all.microDollars()));
        card("projected", figures.money(all.projectedMicroDollars()));
        card("accepted", figures.share(all.acceptance()));
        card("reused", figures.share(all.reuse()));
        card("tokens", figures.count(all.tokens()));
        card("left", all.departures() == 0 ? context.text("app.activity.nothing") : figures.bytes(all.departedBytes()));
    }

    private void card(String name, String value) {
        MetricCard card = new MetricCard(value, context.text("app.activity.card." + name));
        card.setId("activity-card-" + name);
        card.setMaxWidth(Double.MAX_VALUE);
        getChildren().add(card);
    }
}
