package dev.orrery.app.feature.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.ModelAnswer.Usage;
import dev.orrery.api.ModelTask;
import dev.orrery.api.OrreryException;
import dev.orrery.api.RequestBroker.Verdict;
import dev.orrery.api.Risk;
import dev.orrery.api.Urgency;
import dev.orrery.api.UserMessage;
import dev.orrery.app.feature.activity.ActivityViewModel.Stage;
import dev.orrery.app.session.Threads;
import dev.orrery.base.Messages;
import dev.orrery.models.ledger.Alert;
import dev.orrery.models.ledger.Asked;
import dev.orrery.models.ledger.Ended;
import dev.orrery.models.ledger.Ledger;
import dev.orrery.models.ledger.LedgerEntry;
import dev.orrery.models.ledger.Outcome;
import dev.orrery.models.ledger.Period;
import dev.orrery.models.policy.Allowance;
import dev.orrery.models.policy.Policy;
import dev.orrery.models.policy.PolicyStore;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivityViewModelTest {
    @TempDir
    Path folder;

    /** The ledger tells its changes on a thread of its own; the test does them when it likes. */
    private final Queue<Runnable> ui = new ConcurrentLinkedQueue<>();

    private final Threads threads = new Threads(ui::add, Runnable::run);
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private Ledger ledger;

    @BeforeEach
    void open() throws OrreryException {
        ledger = Ledger.open(folder.resolve("ledger.db"), () -> now, ZoneOffset.UTC, trouble -> {});
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private void settle() {
        for (Runnable next = ui.poll(); next != null; next = ui.poll()) {
            next.run();
        }
    }

    private ActivityViewModel model() {
        ActivityViewModel model = new ActivityViewModel(ledger, Messages.of(Locale.ENGLISH), threads);
        settle();
        return model;
    }

    private long ask(ModelTask task, Outcome outcome, long millis) throws OrreryException {
        long id = ledger.begin(new Asked(task, "/w", Urgency.INTERACTIVE, Risk.AUTOMATIC));
        ledger.end(
                id,
                new Ended(
                        outcome,
                        "",
                        "small",
                        "gguf",
                        UserMessage.of(""),
                        List.of(),
                        List.of(),
                        0,
                        new Usage(100, 40, 20, Duration.ofMillis(millis / 2), Duration.ofMillis(millis), 0)));
        return id;
    }

    @Test
    void nothingWasAsked() {
        try (ActivityViewModel model = model()) {
            assertEquals(Stage.EMPTY, model.stageProperty().get());
            assertEquals(0, model.older());
        }
    }

    @Test
    void figuresAndRequestsOfThePeriod() throws OrreryException {
        ask(ModelTask.CHAT, Outcome.ANSWERED, 900);
        now = now.plus(Duration.ofHours(3));
        ledger.settle(ask(ModelTask.COMPLETION, Outcome.ANSWERED, 100), Verdict.ACCEPTED);
        ask(ModelTask.COMPLETION, Outcome.FAILED, 0);
        try (ActivityViewModel model = model()) {
            assertEquals(Stage.READY, model.stageProperty().get());
            assertEquals(3, model.activityProperty().get().all().requests());
            assertEquals(
                    List.of(Outcome.FAILED, Outcome.ANSWERED, Outcome.ANSWERED),
                    model.entries().stream()
                            .map(entry -> entry.ended().outcome())
                            .toList());
            model.periodProperty().set(Period.HOUR);
            assertEquals(Stage.LOADING, model.stageProperty().get());
            settle();
            assertEquals(2, model.entries().size());
            assertEquals(100, model.activityProperty().get().all().latency().p95());
        }
    }

    @Test
    void whatIsNewComesInAndTheChosenRequestStaysChosen() throws OrreryException {
        long first = ask(ModelTask.CHAT, Outcome.ANSWERED, 900);
        try (ActivityViewModel model = model()) {
            model.selectedProperty().set(model.entries().getFirst());
            ask(ModelTask.CHAT, Outcome.ANSWERED, 300);
            model.read();
            settle();
            assertEquals(2, model.entries().size());
            LedgerEntry selected = model.selectedProperty().get();
            assertNotNull(selected);
            assertEquals(first, selected.id());
        }
    }

    @Test
    void olderRequestsComePageByPage() throws OrreryException {
        for (int at = 0; at < ActivityViewModel.PAGE + 7; at++) {
            ledger.begin(new Asked(ModelTask.EMBEDDING, "", Urgency.BACKGROUND, Risk.AUTOMATIC));
        }
        try (ActivityViewModel model = model()) {
            assertEquals(7, model.older());
            model.more();
            settle();
            assertEquals(0, model.older());
            assertEquals(
                    ActivityViewModel.PAGE + 7,
                    model.entries().stream()
                            .mapToLong(LedgerEntry::id)
                            .distinct()
                            .count());
        }
    }

    @Test
    void everyByteThatLeftIsShownAndCanBeForgotten() throws OrreryException {
        long id = ask(ModelTask.CHAT, Outcome.ANSWERED, 900);
        byte[] body = "{\"text\": \"gr\u00fcn\"}".getBytes(StandardCharsets.UTF_8);
        ledger.departures()
                .add(
                        id,
                        "large",
                        URI.create("https://cloud.example/v1"),
                        Map.of("Accept", "*/*"),
                        body,
                        Policy.Departures.KEPT);
        try (ActivityViewModel model = model()) {
            model.selectedProperty().set(model.entries().getFirst());
            settle();
            assertEquals(
                    "Accept: */*\n\n{\"text\": \"gr\u00fcn\"}",
                    model.sentProperty().get().getFirst().text());
            model.forgetBytes();
            settle();
            assertEquals("", model.sentProperty().get().getFirst().text());
            assertEquals(
                    body.length,
                    model.sentProperty().get().getFirst().departure().bytes());
        }
    }

    @Test
    void exportsAreFilesOrASentenceThatSaysWhyNot() throws OrreryException, IOException {
        ask(ModelTask.CHAT, Outcome.ANSWERED, 900);
        try (ActivityViewModel model = model()) {
            Path file = folder.resolve("a.csv");
            model.export(Ledger.Format.CSV, file);
            settle();
            assertEquals(2, Files.readAllLines(file).size());
            model.export(Ledger.Format.JSON, folder.resolve("missing").resolve("a.json"));
            settle();
            UserMessage notice = model.noticeProperty().get();
            assertNotNull(notice);
            assertEquals("app.activity.export.failed", notice.key());
        }
    }

    @Test
    void limitsAreSetAndAlertsWatch() throws OrreryException {
        PolicyStore policies = new PolicyStore(folder.resolve("policy.json"), trouble -> {});
        try (LimitsViewModel model = new LimitsViewModel(ledger, policies, threads)) {
            settle();
            assertEquals(Allowance.USUAL, model.budgetProperty().get().allowance());
            Allowance wanted = new Allowance(OptionalLong.of(2_500_000), OptionalLong.empty(), 50);
            model.allow(wanted);
            settle();
            assertEquals(wanted, policies.current().allowance());
            assertEquals(wanted, model.budgetProperty().get().allowance());
            for (int at = 0; at < 5; at++) {
                ask(ModelTask.CHAT, Outcome.ANSWERED, 900);
            }
            model.set(new Alert(Alert.Kind.LATENCY, Period.HOUR, 500));
            settle();
            assertTrue(model.alerts().getFirst().over());
            model.remove(model.alerts().getFirst().alert());
            settle();
            assertEquals(List.of(), model.alerts());
            assertNull(model.troubleProperty().get());
        }
    }
}
