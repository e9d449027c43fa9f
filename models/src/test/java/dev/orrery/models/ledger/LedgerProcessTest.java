package dev.orrery.models.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.models.policy.Allowance;
import dev.orrery.models.policy.Policy;
import java.io.BufferedReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several real processes with one ledger, one of them killed. */
@Tag("slow")
class LedgerProcessTest {
    private static final Allowance DAY = new Allowance(OptionalLong.of(20_000), OptionalLong.empty(), 80);

    @TempDir
    Path folder;

    /** What a child does: {@code write} tells each number once it is written, {@code spend} spends until it is refused. */
    static final class Child {
        public static void main(String[] arguments) throws Exception {
            try (Ledger ledger = Ledger.open(
                    Path.of(arguments[0]),
                    InstantSource.system(),
                    ZoneOffset.UTC,
                    trouble -> System.out.println(trouble.key()))) {
                if (arguments[1].equals("write")) {
                    write(ledger);
                } else {
                    spend(ledger);
                }
            }
        }

        private static void write(Ledger ledger) throws Exception {
            while (true) {
                long id = ledger.begin(LedgerFixture.CHAT);
                ledger.departures()
                        .add(id, "m", URI.create("http://x"), Map.of(), new byte[10_000], Policy.Departures.KEPT);
                ledger.end(id, LedgerFixture.ended(Outcome.ANSWERED, "m", 10));
                System.out.println(id);
                System.out.println("-" + ledger.begin(LedgerFixture.CHAT));
            }
        }

        private static void spend(Ledger ledger) throws Exception {
            long spent = 0;
            while (ledger.budgets().reserve(100, DAY, Duration.ofMinutes(10)) instanceof Reservation.Held held) {
                ledger.budgets().settle(ledger.begin(LedgerFixture.CHAT), held.id(), 90);
                spent += 90;
            }
            System.out.println(spent);
        }
    }

    private Process start(String what) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        file().toString(),
                        what)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private Path file() {
        return folder.resolve("ledger.db");
    }

    private Ledger open() throws Exception {
        return Ledger.open(file(), InstantSource.system(), ZoneOffset.UTC, trouble -> {
            throw new AssertionError(trouble.key());
        });
    }

    @Test
    void whatWasWrittenIsThereAfterAKill() throws Exception {
        List<Long> told = new ArrayList<>();
        Process child = start("write");
        try (BufferedReader lines = child.inputReader()) {
            while (told.size() < 400) {
                told.add(Long.parseLong(lines.readLine()));
            }
            // By its handle: the process object would close the pipe, and with it what the child told before it died.
            child.toHandle().destroyForcibly();
            for (String line = lines.readLine(); line != null && line.matches("-?\\d+"); line = lines.readLine()) {
                told.add(Long.parseLong(line));
            }
        }
        child.waitFor();
        // A number that was cut off in the pipe is none.
        told.removeLast();
        try (Ledger ledger = open()) {
            List<LedgerEntry> entries = ledger.entries(Period.HOUR, Long.MAX_VALUE, Integer.MAX_VALUE);
            for (long number : told) {
                LedgerEntry entry = entries.stream()
                        .filter(one -> one.id() == Math.abs(number))
                        .findFirst()
                        .orElseThrow();
                assertEquals(
                        number > 0 ? Outcome.ANSWERED : Outcome.LOST,
                        entry.ended().outcome());
                assertEquals(number > 0 ? 10_000 : 0, entry.departed());
            }
            assertTrue(entries.stream().noneMatch(entry -> entry.ended().outcome() == Outcome.UNDER_WAY));
        }
    }

    @Test
    void twoProcessesDoNotOverspend() throws Exception {
        Process one = start("spend");
        Process other = start("spend");
        long spent = Long.parseLong(one.inputReader().readLine())
                + Long.parseLong(other.inputReader().readLine());
        assertEquals(0, one.waitFor() + other.waitFor());
        try (Ledger ledger = open()) {
            assertEquals(spent, ledger.budgets().current(DAY).spentToday());
            assertTrue(spent <= 20_000 && spent > 19_800, Long.toString(spent));
        }
    }
}
