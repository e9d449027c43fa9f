package dev.orrery.models.ledger;

import dev.orrery.api.OrreryException;
import dev.orrery.api.Registration;
import dev.orrery.api.RequestBroker.Verdict;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The record of every request, in one SQLite file that several processes may share. Safe from any thread; every method reads or
 * writes the disk and belongs on a thread that may wait. Each throws an {@link OrreryException} with a sentence for the user where the
 * file cannot be read or written.
 */
public final class Ledger implements AutoCloseable {
    private static final Duration KEPT = Duration.ofDays(100);

    private final Database database;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Requests requests;
    private final Budgets budgets;
    private final Departures departures;
    private final Alerts alerts;
    private final LedgerWatch watch;

    private Ledger(Database database, InstantSource clock, ZoneId zone) {
        this.database = database;
        this.clock = clock;
        this.zone = zone;
        this.requests = new Requests(database);
        this.budgets = new Budgets(database, clock, zone);
        this.departures = new Departures(database, clock);
        this.alerts = new Alerts(database, clock, zone);
        this.watch = new LedgerWatch(database, alerts);
    }

    /**
     * Opens the file or makes it. What processes that are no more left under way is marked as lost, and what is older than a hundred
     * days is forgotten.
     *
     * @param zone in which days and months begin
     * @param onTrouble hears that a damaged file was set aside, now or later
     * @throws OrreryException where there can be no file, or where it belongs to a later version of the application
     */
    public static Ledger open(Path file, InstantSource clock, ZoneId zone, Consumer<UserMessage> onTrouble)
            throws OrreryException {
        Database database = Database.open(file, onTrouble);
        boolean opened = false;
        try {
            Ledger ledger = new Ledger(database, clock, zone);
            ledger.requests.closeLost();
            ledger.requests.forgetBefore(clock.instant().minus(KEPT));
            opened = true;
            return ledger;
        } finally {
            if (!opened) {
                database.close();
            }
        }
    }

    /** Writes down that a request has come in, and answers its number. */
    public long begin(Asked asked) throws OrreryException {
        return requests.begin(asked, clock.instant());
    }

    /** Writes down how a request ended. What it cost is what was settled with {@link Budgets#settle}. */
    public void end(long request, Ended ended) throws OrreryException {
        requests.end(request, ended);
    }

    /** Writes down what the user made of an answer. */
    public void settle(long request, Verdict verdict) throws OrreryException {
        requests.settle(request, verdict);
    }

    public Budgets budgets() {
        return budgets;
    }

    public Departures departures() {
        return departures;
    }

    public Alerts alerts() {
        return alerts;
    }

    /** What happened in the period that ends now. */
    public Activity activity(Period period) throws OrreryException {
        return database.read(connection -> ActivityReader.read(connection, period, clock.instant(), zone));
    }

    /**
     * The period's requests, newest first.
     *
     * @param before the number of the last page's last one; {@link Long#MAX_VALUE} for the first page
     */
    public List<LedgerEntry> entries(Period period, long before, int limit) throws OrreryException {
        List<LedgerEntry> entries = new ArrayList<>();
        Instant now = clock.instant();
        requests.read(now.minus(period.length()), now, before, limit, entries::add);
        return entries;
    }

    /** Hears within half a second that something was written, by whichever process; on a thread of the ledger. */
    public Registration onChange(Runnable listener) {
        return watch.onChange(listener);
    }

    /** Hears within half a second that something is over the limit of an alert, once until it was below again. */
    public Registration onAlert(Consumer<Alert.State> listener) {
        return watch.onAlert(listener);
    }

    /** What the period's requests are written as. */
    public enum Format {
        CSV,
        JSON
    }

    /** Writes the period's requests, newest first. The writer is flushed and stays open. */
    public void export(Period period, Format format, Messages words, Writer writer)
            throws OrreryException, IOException {
        try (LedgerExport export =
                switch (format) {
                    case CSV -> LedgerExport.csv(writer, words);
                    case JSON -> LedgerExport.json(writer, words);
                }) {
            Instant now = clock.instant();
            requests.read(now.minus(period.length()), now, Long.MAX_VALUE, Long.MAX_VALUE, entry -> {
                try {
                    export.add(entry);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    @Override
    public void close() {
        watch.close();
        database.close();
    }
}
