package dev.orrery.models.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.ModelAnswer.Usage;
import dev.orrery.api.ModelTask;
import dev.orrery.api.OrreryException;
import dev.orrery.api.RequestBroker.Verdict;
import dev.orrery.api.Risk;
import dev.orrery.api.Urgency;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Messages;
import dev.orrery.models.policy.Policy;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    @TempDir
    Path folder;

    private final LedgerFixture fixture = new LedgerFixture();

    private Path file() {
        return folder.resolve("ledger.db");
    }

    @Test
    void aRequestIsReadAsItWasWritten() throws Exception {
        Asked asked = new Asked(ModelTask.COMPLETION, "/täst \"w\"", Urgency.BACKGROUND, Risk.WITHIN_SCOPE);
        Ended ended = new Ended(
                Outcome.ANSWERED,
                "",
                "a/b",
                "openai",
                UserMessage.of("models.broker.failed", "a", UserMessage.of("models.engine.notbuilt"), 3L, 0.5),
                List.of(
                        UserMessage.of("models.router.not.private", "x"),
                        UserMessage.of("models.router.not.budget", "y")),
                List.of(UserMessage.of("models.broker.prefixcut", 1L, 2L)),
                7,
                new Usage(1, 2, 3, Duration.ofMillis(4), Duration.ofMillis(5), 6));
        try (Ledger ledger = fixture.open(file())) {
            long id = LedgerFixture.add(ledger, asked, ended, 6);
            ledger.settle(id, Verdict.PARTLY_ACCEPTED);
            LedgerEntry entry = ledger.entries(Period.HOUR, Long.MAX_VALUE, 10).getFirst();
            assertEquals(
                    new LedgerEntry(id, LedgerFixture.START, asked, ended, Optional.of(Verdict.PARTLY_ACCEPTED), 0),
                    entry);
        }
    }

    @Test
    void pagesFollowEachOther() throws Exception {
        try (Ledger ledger = fixture.open(file())) {
            for (int number = 0; number < 25; number++) {
                LedgerFixture.add(ledger, LedgerFixture.CHAT, LedgerFixture.ended(Outcome.ANSWERED, "m", 10), 0);
            }
            List<LedgerEntry> first = ledger.entries(Period.DAY, Long.MAX_VALUE, 10);
            List<LedgerEntry> second =
                    ledger.entries(Period.DAY, first.getLast().id(), 10);
            assertEquals(
                    List.of(25L, 16L, 15L),
                    List.of(
                            first.getFirst().id(),
                            first.getLast().id(),
                            second.getFirst().id()));
        }
    }

    @Test
    void pagesAreWholeAlsoWhereTheClockWasSetBack() throws Exception {
        try (Ledger ledger = fixture.open(file())) {
            for (int number = 0; number < 20; number++) {
                fixture.turn(Duration.ofMinutes(number % 3 == 0 ? -2 : 1));
                LedgerFixture.add(ledger, LedgerFixture.CHAT, LedgerFixture.ended(Outcome.ANSWERED, "m", 10), 0);
            }
            fixture.turn(Duration.ofMinutes(30));
            List<Long> paged = new java.util.ArrayList<>();
            long before = Long.MAX_VALUE;
            for (List<LedgerEntry> page = ledger.entries(Period.DAY, before, 3);
                    !page.isEmpty();
                    page = ledger.entries(Period.DAY, before, 3)) {
                page.forEach(entry -> paged.add(entry.id()));
                before = page.getLast().id();
            }
            List<Long> whole = ledger.entries(Period.DAY, Long.MAX_VALUE, 100).stream()
                    .map(LedgerEntry::id)
                    .toList();
            assertEquals(20, whole.size());
            assertEquals(whole, paged);
        }
    }

    @Test
    void aDamagedFileIsSetAsideWithAMessage() throws Exception {
        Files.writeString(file(), "this is no database, but it is long enough to be looked at".repeat(40));
        try (Ledger ledger = fixture.open(file())) {
            LedgerFixture.add(ledger, LedgerFixture.CHAT, LedgerFixture.ended(Outcome.ANSWERED, "m", 10), 0);
            assertEquals(1, ledger.entries(Period.HOUR, Long.MAX_VALUE, 10).size());
        }
        assertEquals("models.ledger.damaged", fixture.troubles.getFirst().key());
        assertTrue(Files.exists(folder.resolve("ledger.db.damaged-1")));
    }

    @Test
    void damageInTheMiddleIsFoundAtOpening() throws Exception {
        try (Ledger ledger = fixture.open(file())) {
            for (int number = 0; number < 200; number++) {
                LedgerFixture.add(ledger, LedgerFixture.CHAT, LedgerFixture.ended(Outcome.ANSWERED, "m", 10), 0);
            }
        }
        try (RandomAccessFile raw = new RandomAccessFile(file().toFile(), "rw")) {
            byte[] garbage = new byte[4096];
            java.util.Arrays.fill(garbage, (byte) 0x5a);
            for (long at = 4096; at < raw.length(); at += 4096) {
                raw.seek(at);
                raw.write(garbage);
            }
        }
        try (Ledger ledger = fixture.open(file())) {
            assertEquals(0, ledger.activity(Period.HOUR).all().requests());
        }
        assertEquals(
                List.of("models.ledger.damaged"),
                fixture.troubles.stream().map(UserMessage::key).toList());
    }

    @Test
    void aFileOfALaterVersionIsLeftAlone() throws Exception {
        fixture.open(file()).close();
        execute("PRAGMA user_version = 99");
        OrreryException refused = assertThrows(OrreryException.class, () -> fixture.open(file()));
        assertEquals("models.ledger.newer", refused.userMessage().key());
        assertTrue(Files.exists(file()));
        assertFalse(Files.exists(folder.resolve("ledger.db.damaged-1")));
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aFileOfTheFirstVersionKeepsItsRowsAndLearnsAlerts() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            Schema.bringTo(connection, 1);
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "INSERT INTO requests(asked, owner, task, workspace, urgency, risk, outcome, micro_dollars) VALUES("
                                + LedgerFixture.START.toEpochMilli()
                                + ", '1@1', 'CHAT', '', 'INTERACTIVE', 'AUTOMATIC', 'ANSWERED', 5)");
            }
        }
        try (Ledger ledger = fixture.open(file())) {
            assertEquals(
                    5,
                    ledger.entries(Period.HOUR, Long.MAX_VALUE, 10)
                            .getFirst()
                            .ended()
                            .usage()
                            .microDollars());
            Alert alert = new Alert(Alert.Kind.SPENDING, Period.DAY, 4);
            ledger.alerts().set(alert);
            assertEquals(
                    List.of(new Alert.State(alert, 5, true)), ledger.alerts().states());
        }
    }

    @Test
    void whatAProcessThatIsNoMoreLeftUnderWayIsLost() throws Exception {
        try (Ledger ledger = fixture.open(file())) {
            ledger.begin(LedgerFixture.CHAT);
            ledger.begin(LedgerFixture.CHAT);
        }
        execute("UPDATE requests SET owner = '" + ProcessHandle.current().pid() + "@1' WHERE id = 1");
        try (Ledger ledger = fixture.open(file())) {
            List<Outcome> outcomes = ledger.entries(Period.HOUR, Long.MAX_VALUE, 10).stream()
                    .map(entry -> entry.ended().outcome())
                    .toList();
            assertEquals(List.of(Outcome.UNDER_WAY, Outcome.LOST), outcomes);
        }
    }

    @Test
    void whatLeftIsKeptUntilItIsCleared() throws Exception {
        byte[] body = "{\"secret-free\": true}".getBytes(StandardCharsets.UTF_8);
        try (Ledger ledger = fixture.open(file())) {
            long id = ledger.begin(LedgerFixture.CHAT);
            URI address = URI.create("https://api.example.com/v1");
            Map<String, String> headers = Map.of("X-Version", "1", "Authorization", "…");
            ledger.departures().add(id, "m", address, headers, body, Policy.Departures.KEPT);
            ledger.departures().add(id, "m", address, headers, body, Policy.Departures.COUNTED);
            List<Departure> departures = ledger.departures().of(id);
            assertEquals(
                    List.of(true, false),
                    departures.stream().map(Departure::kept).toList());
            String kept = new String(
                    ledger.departures().body(departures.getFirst().id()).orElseThrow(), StandardCharsets.UTF_8);
            assertEquals("Authorization: …\nX-Version: 1\n\n{\"secret-free\": true}", kept);
            assertEquals(
                    2L * body.length,
                    ledger.entries(Period.HOUR, Long.MAX_VALUE, 1).getFirst().departed());
            ledger.departures().clear();
            assertEquals(
                    Optional.empty(),
                    ledger.departures().body(departures.getFirst().id()));
            assertEquals(2, ledger.departures().list(Period.HOUR, 10).size());
        }
        assertFalse(new String(Files.readAllBytes(file()), StandardCharsets.ISO_8859_1).contains("secret-free"));
    }

    @Test
    void theOldestBytesGoWhenThereAreTooMany() throws Exception {
        byte[] body = new byte[Departures.MOST_BYTES_EACH];
        try (Ledger ledger = fixture.open(file())) {
            long id = ledger.begin(LedgerFixture.CHAT);
            for (int number = 0; number < 9; number++) {
                ledger.departures().add(id, "m", URI.create("http://x"), Map.of(), body, Policy.Departures.KEPT);
            }
            List<Departure> departures = ledger.departures().of(id);
            assertFalse(departures.getFirst().kept());
            assertEquals(8, departures.stream().filter(Departure::kept).count());
            assertArrayEquals(
                    new byte[] {'\n'},
                    java.util.Arrays.copyOf(
                            ledger.departures().body(departures.getLast().id()).orElseThrow(), 1));
        }
    }

    @Test
    void listenersHearOfOtherProcessesToo() throws Exception {
        CountDownLatch heard = new CountDownLatch(1);
        CountDownLatch alerted = new CountDownLatch(1);
        try (Ledger mine = fixture.open(file());
                Ledger other = fixture.open(file())) {
            mine.alerts().set(new Alert(Alert.Kind.SPENDING, Period.HOUR, 10));
            try (var change = mine.onChange(heard::countDown);
                    var alert = mine.onAlert(state -> alerted.countDown())) {
                // The watch may not have looked yet: what is written before its first look is no change to it.
                while (!heard.await(50, TimeUnit.MILLISECONDS)) {
                    LedgerFixture.add(other, LedgerFixture.CHAT, LedgerFixture.ended(Outcome.ANSWERED, "m", 10), 11);
                }
                assertTrue(alerted.await(60, TimeUnit.SECONDS));
            }
        }
    }

    @Test
    void anExportIsReadByOtherPrograms() throws Exception {
        try (Ledger ledger = fixture.open(file())) {
            Asked asked = new Asked(ModelTask.CHAT, "=cmd,\"x\"", Urgency.INTERACTIVE, Risk.AUTOMATIC);
            LedgerFixture.add(ledger, asked, LedgerFixture.ended(Outcome.ANSWERED, "m", 10), 12);
            StringWriter csv = new StringWriter();
            ledger.export(Period.HOUR, Ledger.Format.CSV, Messages.of(Locale.ENGLISH), csv);
            assertEquals("""
                    id,at,task,workspace,urgency,risk,outcome,failure,model,engine,reason,passedOver,notes,suspicious,promptTokens,\
                    reusedTokens,tokens,firstTokenMillis,totalMillis,microDollars,verdict,departedBytes
                    1,2026-03-17T12:00:00Z,chat,"'=cmd,""x""\",interactive,automatic,answered,,m,gguf,The ledger is closed: the application is ending.,,,0,100,\
                    40,10,5,10,12,,0
                    """.replace("\n", "\r\n"), csv.toString());
            StringWriter json = new StringWriter();
            ledger.export(Period.HOUR, Ledger.Format.JSON, Messages.of(Locale.ENGLISH), json);
            var read = new com.fasterxml.jackson.databind.ObjectMapper().readTree(json.toString());
            assertEquals("=cmd,\"x\"", read.get(0).get("workspace").asText());
            assertEquals(12, read.get(0).get("microDollars").asInt());
        }
    }
}
