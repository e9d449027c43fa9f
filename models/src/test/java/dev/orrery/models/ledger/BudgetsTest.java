package dev.orrery.models.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.models.policy.Allowance;
import dev.orrery.models.policy.Budget;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetsTest {
    private static final Allowance DAY = new Allowance(OptionalLong.of(1_000), OptionalLong.empty(), 80);

    @TempDir
    Path folder;

    private final LedgerFixture fixture = new LedgerFixture();

    private static Reservation reserve(Ledger ledger, long amount) throws Exception {
        return ledger.budgets().reserve(amount, DAY, Duration.ofMinutes(5));
    }

    @Test
    void whatIsReservedIsNotGivenTwice() throws Exception {
        try (Ledger ledger = fixture.open(folder.resolve("ledger.db"))) {
            Reservation.Held held = assertInstanceOf(Reservation.Held.class, reserve(ledger, 700));
            assertTrue(held.warning().isEmpty());
            assertInstanceOf(Reservation.Refused.class, reserve(ledger, 301));
            assertTrue(((Reservation.Held) reserve(ledger, 300)).warning().isPresent());
            long id = ledger.begin(LedgerFixture.CHAT);
            ledger.budgets().settle(id, held.id(), 200);
            assertEquals(new Budget(DAY, 200, 200, 300), ledger.budgets().current(DAY));
            assertInstanceOf(Reservation.Refused.class, reserve(ledger, 501));
            assertInstanceOf(Reservation.Held.class, reserve(ledger, 500));
        }
    }

    @Test
    void whatACrashLeavesReservedExpires() throws Exception {
        try (Ledger ledger = fixture.open(folder.resolve("ledger.db"))) {
            reserve(ledger, 1_000);
        }
        try (Ledger ledger = fixture.open(folder.resolve("ledger.db"))) {
            fixture.turn(Duration.ofMinutes(4));
            assertInstanceOf(Reservation.Refused.class, reserve(ledger, 1));
            fixture.turn(Duration.ofMinutes(1));
            assertInstanceOf(Reservation.Held.class, reserve(ledger, 1_000));
        }
    }

    @Test
    void daysAndMonthsBeginAnew() throws Exception {
        Allowance both = new Allowance(OptionalLong.of(100), OptionalLong.of(150), 80);
        try (Ledger ledger = fixture.open(folder.resolve("ledger.db"))) {
            fixture.set(Instant.parse("2026-03-30T23:59:59Z"));
            LedgerFixture.add(ledger, LedgerFixture.CHAT, LedgerFixture.ended(Outcome.ANSWERED, "m", 1), 100);
            assertEquals(0, ledger.budgets().current(both).left());
            fixture.set(Instant.parse("2026-03-31T00:00:00Z"));
            assertEquals(50, ledger.budgets().current(both).left());
            fixture.set(Instant.parse("2026-04-01T00:00:00Z"));
            assertEquals(100, ledger.budgets().current(both).left());
        }
    }

    @Test
    void sixtyFourAtOnceNeverOverspend() throws Exception {
        long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
        try (Ledger one = fixture.open(folder.resolve("ledger.db"));
                Ledger other = fixture.open(folder.resolve("ledger.db"));
                var threads = Executors.newFixedThreadPool(64)) {
            CyclicBarrier start = new CyclicBarrier(64);
            List<Future<Long>> spenders = new ArrayList<>();
            for (int number = 0; number < 64; number++) {
                spenders.add(threads.submit(spender(number % 2 == 0 ? one : other, start, new Random(seed + number))));
            }
            long spent = 0;
            for (Future<Long> spender : spenders) {
                spent += spender.get();
            }
            Budget end = one.budgets().current(DAY);
            assertEquals(new Budget(DAY, spent, spent, 0), end, "seed " + seed);
            assertTrue(spent <= 1_000, "seed " + seed + ": " + spent);
            assertTrue(spent > 900, "seed " + seed + ": most of the budget is of use, " + spent);
        }
    }

    /** Reserves the worst and pays less, again and again until it is refused. */
    private static Callable<Long> spender(Ledger ledger, CyclicBarrier start, Random random) {
        return () -> {
            start.await();
            long spent = 0;
            while (reserve(ledger, 40) instanceof Reservation.Held held) {
                long cost = 10 + random.nextInt(31);
                long id = ledger.begin(LedgerFixture.CHAT);
                assertTrue(ledger.budgets().current(DAY).left() >= 0);
                ledger.budgets().settle(id, held.id(), cost);
                spent += cost;
            }
            return spent;
        };
    }
}
