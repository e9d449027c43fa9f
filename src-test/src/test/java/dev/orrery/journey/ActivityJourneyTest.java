package dev.orrery.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.ModelAnswer.Usage;
import dev.orrery.api.ModelTask;
import dev.orrery.api.OrreryException;
import dev.orrery.api.Risk;
import dev.orrery.api.Urgency;
import dev.orrery.api.UserMessage;
import dev.orrery.app.command.Commands;
import dev.orrery.app.command.KeyChoices;
import dev.orrery.app.control.Hues;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.feature.activity.ActivityView;
import dev.orrery.app.feature.activity.ActivityViewModel;
import dev.orrery.app.feature.activity.LimitsViewModel;
import dev.orrery.app.session.Threads;
import dev.orrery.base.Messages;
import dev.orrery.models.ledger.Asked;
import dev.orrery.models.ledger.Ended;
import dev.orrery.models.ledger.Ledger;
import dev.orrery.models.ledger.Outcome;
import dev.orrery.models.policy.Policy;
import dev.orrery.models.policy.PolicyStore;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was asked is on the screen as soon as it is in the ledger, to the byte; limits that are set there hold. */
class ActivityJourneyTest {
    @TempDir
    Path folder;

    private Scene scene;

    @Test
    void fromNothingAskedToTheBytesThatLeft() throws OrreryException {
        PolicyStore policies = new PolicyStore(folder.resolve("policy.json"), trouble -> {});
        try (Journey window = Journey.begin(folder.resolve("home"));
                Ledger ledger = Ledger.open(
                        folder.resolve("ledger.db"), InstantSource.system(), ZoneOffset.UTC, trouble -> {})) {
            ActivityView view = Journey.onFx(() -> show(ledger, policies));
            Journey.until("the empty screen says so", () -> scene.lookup(".state-pane")
                    .isVisible());
            long id = ask(ledger, "cloud-model");
            byte[] body = "{\"prompt\": \"why?\"}".getBytes(StandardCharsets.UTF_8);
            ledger.departures()
                    .add(
                            id,
                            "cloud-model",
                            URI.create("https://cloud.example/v1"),
                            Map.of(),
                            body,
                            Policy.Departures.KEPT);
            Journey.until("the request is listed", () -> list().getItems().size() == 1);
            Journey.until("the figures are there", () -> texts("#activity-card-requests .metric-value")
                    .contains("1"));
            Journey.run(() -> list().getSelectionModel().select(0));
            Journey.until("the bytes are shown", () -> scene.lookup("#activity-bytes") != null);
            assertEquals("\n{\"prompt\": \"why?\"}", Journey.onFx(() -> ((TextArea) scene.lookup("#activity-bytes"))
                    .getText()));

            Journey.run(() -> ((ToggleButton) scene.lookup("#activity-hour")).fire());
            ask(ledger, "local-model");
            Journey.until(
                    "the newest request is first",
                    () -> list().getItems().size() == 2
                            && list().getItems().getFirst().toString().contains("local-model"));
            assertTrue(Journey.onFx(() -> scene.lookup("#activity-bytes") != null), "what was chosen stays chosen");

            Journey.run(() -> {
                ((TextField) scene.lookup("#activity-budget-day")).setText("much");
                ((Button) scene.lookup("#activity-budget-save")).fire();
            });
            assertEquals(
                    5_000_000, policies.current().allowance().day().orElseThrow(), "what is no number changes nothing");
            Journey.run(() -> {
                ((TextField) scene.lookup("#activity-budget-day")).setText("2.50");
                ((TextField) scene.lookup("#activity-budget-month")).setText("");
                ((Button) scene.lookup("#activity-budget-save")).fire();
            });
            Journey.until(
                    "the budget holds",
                    () -> policies.current().allowance().day().equals(OptionalLong.of(2_500_000)));
            assertTrue(policies.current().allowance().month().isEmpty(), "an empty field is no limit");
            Journey.run(() -> {
                view.close();
                scene.getWindow().hide();
            });
        }
    }

    private ActivityView show(Ledger ledger, PolicyStore policies) {
        Commands commands = new Commands();
        ViewContext context = new ViewContext(
                Messages.of(Locale.ENGLISH),
                commands,
                new KeyChoices(commands, FXCollections.observableHashMap()),
                new Hues());
        Threads threads = new Threads(Platform::runLater, Executors.newVirtualThreadPerTaskExecutor());
        ActivityView view = new ActivityView(
                context,
                new ActivityViewModel(ledger, context.messages(), threads),
                new LimitsViewModel(ledger, policies, threads));
        scene = new Scene(view, 1000, 800);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return view;
    }

    private static long ask(Ledger ledger, String model) throws OrreryException {
        long id = ledger.begin(new Asked(ModelTask.CHAT, "", Urgency.INTERACTIVE, Risk.AUTOMATIC));
        Usage usage = new Usage(10, 5, 3, Duration.ofMillis(20), Duration.ofMillis(80), 0);
        ledger.end(
                id,
                new Ended(Outcome.ANSWERED, "", model, "openai", UserMessage.of(""), List.of(), List.of(), 0, usage));
        return id;
    }

    private ListView<?> list() {
        return (ListView<?>) scene.lookup("#activity-requests");
    }

    private List<String> texts(String selector) {
        return scene.getRoot().lookupAll(selector).stream()
                .map((Node node) -> ((Label) node).getText())
                .toList();
    }
}
