package dev.orrery.models.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.api.ModelTask;
import dev.orrery.api.RequestBroker.Verdict;
import dev.orrery.api.Risk;
import dev.orrery.api.Urgency;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivityTest {
    @TempDir
    Path folder;

    private final LedgerFixture fixture = new LedgerFixture();

    private record Row(
            Instant at, ModelTask task, String model, Outcome outcome, long millis, long cost, Verdict verdict) {}

    @ParameterizedTest
    @EnumSource(Period.class)
    void figuresAreThoseOfANaiveCount(Period period) throws Exception {
        long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
        Random random = new Random(seed);
        String about = "seed " + seed;
        List<Row> rows = new ArrayList<>();
        Instant now = LedgerFixture.START;
        try (Ledger ledger = fixture.open(folder.resolve("ledger.db"))) {
            for (int number = 0; number < 300; number++) {
                Row row = new Row(
                        now.minusMillis((long) (period.length().toMillis() * 1.3 * random.nextDouble())),
                        ModelTask.values()[random.nextInt(3)],
                        "m" + random.nextInt(3),
                        Outcome.values()[1 + random.nextInt(4)],
                        random.nextInt(2_000),
                        random.nextInt(3) * 1_000L,
                        Verdict.values()[random.nextInt(4)]);
                rows.add(row);
                fixture.set(row.at());
                long id = LedgerFixture.add(
                        ledger,
                        new Asked(row.task(), "", Urgency.INTERACTIVE, Risk.AUTOMATIC),
                        LedgerFixture.ended(row.outcome(), row.model(), row.millis()),
                        row.cost());
                ledger.settle(id, row.verdict());
            }
            fixture.set(now);
            Activity activity = ledger.activity(period);
            List<Row> inside = rows.stream()
                    .filter(row -> row.at().isAfter(now.minus(period.length())))
                    .toList();
            check(inside, activity.all(), about);
            for (Activity.Share share : activity.models()) {
                check(only(inside, row -> row.model().equals(share.model())), share.summary(), about);
            }
            activity.tasks().forEach((task, summary) -> check(only(inside, row -> row.task() == task), summary, about));
            assertEquals(
                    inside.size(),
                    activity.slices().stream()
                            .mapToLong(Activity.Slice::requests)
                            .sum(),
                    about);
            for (Activity.Slice slice : activity.slices()) {
                Instant end = slice.from().plus(period.slice());
                List<Row> its = only(
                        inside,
                        row -> row.at().isAfter(slice.from()) && !row.at().isAfter(end));
                assertEquals(its.size(), slice.requests(), about);
                assertEquals(its.stream().mapToLong(Row::cost).sum(), slice.microDollars(), about);
            }
        }
    }

    private static List<Row> only(List<Row> rows, Predicate<Row> which) {
        return rows.stream().filter(which).toList();
    }

    private static void check(List<Row> rows, Summary summary, String about) {
        assertEquals(rows.size(), summary.requests(), about);
        List<Row> answered = only(rows, row -> row.outcome() == Outcome.ANSWERED);
        assertEquals(answered.size(), summary.answered(), about);
        assertEquals(only(rows, row -> row.outcome() == Outcome.FAILED).size(), summary.failed(), about);
        assertEquals(only(rows, row -> row.outcome() == Outcome.CANCELLED).size(), summary.cancelled(), about);
        assertEquals(only(rows, row -> row.outcome() == Outcome.REFUSED).size(), summary.refused(), about);
        assertEquals(rows.stream().mapToLong(Row::cost).sum(), summary.microDollars(), about);
        assertEquals(
                only(rows, row -> row.verdict() == Verdict.ACCEPTED || row.verdict() == Verdict.PARTLY_ACCEPTED)
                        .size(),
                summary.accepted(),
                about);
        List<Long> sorted = answered.stream().map(Row::millis).sorted().toList();
        for (int percent : new int[] {50, 95, 99}) {
            long at = sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(sorted.size() * percent / 100.0 - 1e-9) - 1);
            long told = percent == 50
                    ? summary.latency().p50()
                    : percent == 95
                            ? summary.latency().p95()
                            : summary.latency().p99();
            assertEquals(at, told, about);
        }
    }

    @Test
    void theMonthIsProjectedFromThePeriod() throws Exception {
        try (Ledger ledger = fixture.open(folder.resolve("ledger.db"))) {
            // The 2nd of March: 300 in the month before the week, then 700 in the last seven days, which end at noon of
            // the 17th.
            fixture.set(Instant.parse("2026-03-02T12:00:00Z"));
            LedgerFixture.add(ledger, LedgerFixture.CHAT, LedgerFixture.ended(Outcome.ANSWERED, "m", 10), 300);
            fixture.set(Instant.parse("2026-03-12T12:00:00Z"));
            LedgerFixture.add(ledger, LedgerFixture.CHAT, LedgerFixture.ended(Outcome.ANSWERED, "m", 10), 700);
            fixture.set(LedgerFixture.START);
            Summary week = ledger.activity(Period.WEEK).all();
            assertEquals(700, week.microDollars());
            // 100 a day for the 14.5 days that are left of March.
            assertEquals(1_000 + 1_450, week.projectedMicroDollars());
        }
    }

    @Test
    void aYoungLedgerIsNotTakenForAWholePeriod() throws Exception {
        try (Ledger ledger = fixture.open(folder.resolve("ledger.db"))) {
            LedgerFixture.add(ledger, LedgerFixture.CHAT, LedgerFixture.ended(Outcome.ANSWERED, "m", 10), 100);
            fixture.turn(Duration.ofDays(1));
            assertEquals(100 + 1_350, ledger.activity(Period.MONTH).all().projectedMicroDollars());
        }
    }

    @Test
    void alertsCountOverTheirPeriod() throws Exception {
        try (Ledger ledger = fixture.open(folder.resolve("ledger.db"))) {
            Alert failures = new Alert(Alert.Kind.FAILURES, Period.HOUR, 30);
            Alert latency = new Alert(Alert.Kind.LATENCY, Period.HOUR, 50);
            ledger.alerts().set(failures);
            ledger.alerts().set(latency);
            for (int number = 0; number < 6; number++) {
                Outcome outcome = number < 2 ? Outcome.FAILED : Outcome.ANSWERED;
                LedgerFixture.add(ledger, LedgerFixture.CHAT, LedgerFixture.ended(outcome, "m", 60), 0);
            }
            assertEquals(
                    List.of(new Alert.State(failures, 33, true), new Alert.State(latency, 60, false)),
                    ledger.alerts().states());
            LedgerFixture.add(ledger, LedgerFixture.CHAT, LedgerFixture.ended(Outcome.ANSWERED, "m", 60), 0);
            assertEquals(
                    List.of(new Alert.State(failures, 28, false), new Alert.State(latency, 60, true)),
                    ledger.alerts().states());
            ledger.alerts().remove(latency);
            assertEquals(List.of(failures), ledger.alerts().list());
        }
    }
}
