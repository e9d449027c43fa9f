package dev.orrery.app.shell;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Risk;
import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.session.Threads;
import dev.orrery.models.Consent;
import dev.orrery.models.engine.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Shows over the whole window what is about to leave the machine, to the byte, where it goes and what it can cost; nothing leaves before
 * the user says so. Without a window that is shown the answer is no.
 */
final class ConsentSheet extends StackPane implements Consent {
    private static final double WIDTH = 720;
    private static final long LOOK_MILLIS = 50;
    private static final double MILLION = 1e6;

    private final ViewContext context;
    private final Threads threads;

    ConsentSheet(ViewContext context, Threads threads) {
        this.context = context;
        this.threads = threads;
        getStyleClass().add("palette-veil");
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    @Override
    public Answer ask(Question question, Cancellation cancellation) {
        CompletableFuture<Answer> said = new CompletableFuture<>();
        threads.ui().execute(() -> show(question, said));
        try {
            while (!cancellation.isRequested()) {
                try {
                    return said.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException notYet) {
                    // Looks whether anybody still waits for the answer.
                    continue;
                }
            }
            return Answer.NO;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Answer.NO;
        } finally {
            threads.ui().execute(this::hide);
        }
    }

    private void hide() {
        setVisible(false);
        getChildren().clear();
    }

    private void show(Question question, CompletableFuture<Answer> said) {
        if (getScene() == null || getScene().getWindow() == null) {
            said.complete(Answer.NO);
            return;
        }
        Label title =
                Nodes.label(context.text("app.consent.title", question.model().name()), "page-title");
        title.setWrapText(true);
        VBox card = Nodes.styled(new VBox(12, title), "card", "sheet");
        question.wire().ifPresent(wire -> card.getChildren().addAll(where(question, wire), bytes(wire)));
        question.findings().forEach(finding -> {
            String place = finding.path().isEmpty() ? "" : finding.path() + ": ";
            Label found = Nodes.label(place + context.messages().text(finding.what()), "small");
            found.setWrapText(true);
            card.getChildren().add(found);
        });
        Button no = answer("app.consent.no", "consent-no", said, Answer.NO);
        Button once = answer("app.consent.once", "consent-once", said, Answer.YES_ONCE);
        HBox buttons = new HBox(8, Nodes.spring(), no, once);
        if (question.risk() != Risk.ASK_FIRST && !question.workspace().isEmpty()) {
            buttons.getChildren().add(answer("app.consent.always", "consent-always", said, Answer.YES_FOR_WORKSPACE));
        }
        buttons.setAlignment(Pos.CENTER_RIGHT);
        card.getChildren().add(buttons);
        card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        getChildren().setAll(card);
        setVisible(true);
        no.requestFocus();
    }

    private Label where(Question question, WireRequest wire) {
        Label where = Nodes.label(context.text(
                "app.consent.where",
                wire.body().length,
                String.valueOf(wire.address().getHost()),
                question.mostMicroDollars() / MILLION));
        where.setWrapText(true);
        return where;
    }

    private static TextArea bytes(WireRequest wire) {
        StringBuilder all = new StringBuilder("POST ").append(wire.address()).append('\n');
        wire.headers()
                .forEach((name, value) ->
                        all.append(name).append(": ").append(value).append('\n'));
        all.append('\n').append(new String(wire.body(), StandardCharsets.UTF_8));
        TextArea area = Nodes.markData(new TextArea(all.toString()));
        area.setEditable(false);
        area.setWrapText(true);
        area.setId("consent-bytes");
        area.getStyleClass().add("mono");
        VBox.setVgrow(area, Priority.ALWAYS);
        return area;
    }

    private Button answer(String titleKey, String id, CompletableFuture<Answer> said, Answer answer) {
        Button button = new Button(context.text(titleKey));
        button.setId(id);
        button.setOnAction(event -> said.complete(answer));
        return button;
    }
}
