package dev.orrery.app.feature.activity;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.session.Latest;
import dev.orrery.app.session.Threads;
import dev.orrery.models.Models;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Whether the figures are told to a Prometheus server of this machine. Off until the user switches it on. */
public final class MetricsPane extends VBox {
    /** The first of the ports that exporters commonly take. */
    private static final int PORT = 9464;

    private final ViewContext context;
    private final Models models;
    private final Latest changing;
    private final CheckBox told;
    private final Label wrong = Nodes.collapsing(Nodes.label("", "danger"));

    public MetricsPane(ViewContext context, Models models, Threads threads) {
        this.context = context;
        this.models = models;
        this.changing = new Latest(threads);
        getStyleClass().add("section");
        int port = models.choices().metricsPort() > 0 ? models.choices().metricsPort() : PORT;
        told = new CheckBox(context.text("app.activity.metrics.tell", String.valueOf(port)));
        told.setId("activity-metrics");
        told.setWrapText(true);
        told.setSelected(models.choices().metricsPort() > 0);
        told.setOnAction(event -> change(told.isSelected() ? port : 0));
        wrong.setWrapText(true);
        wrong.setVisible(false);
        Label hint = Nodes.label(context.text("app.activity.metrics.hint"), "muted", "small");
        hint.setWrapText(true);
        getChildren().addAll(Nodes.label(context.text("app.activity.metrics"), "section-title"), told, hint, wrong);
        setSpacing(8);
    }

    private void change(int port) {
        changing.ask(
                cancellation -> {
                    told(port);
                    return port;
                },
                done -> wrong.setVisible(false),
                this::show);
    }

    /** A port that cannot be had is not kept. */
    private void told(int port) throws OrreryException {
        try {
            models.choose(models.choices().withMetrics(port));
        } catch (OrreryException taken) {
            models.choose(models.choices().withMetrics(0));
            throw taken;
        }
    }

    private void show(UserMessage why) {
        told.setSelected(models.choices().metricsPort() > 0);
        wrong.setText(context.messages().text(why));
        wrong.setVisible(true);
    }
}
