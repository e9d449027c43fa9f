package dev.orrery.models.ledger;

import dev.orrery.api.ModelTask;
import dev.orrery.api.RequestBroker.Verdict;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a period's rows once and counts them up in every way that {@link Activity} asks for. */
final class ActivityReader {
    private static final Duration LEAST_OBSERVED = Duration.ofHours(1);

    private record Who(String model, String engine) {}

    private final Period period;
    private final Instant from;
    private final Instant to;
    private final ZoneId zone;
    private final Tally all = new Tally();
    private final Map<String, Tally> models = new HashMap<>();
    private final Map<String, String> engines = new HashMap<>();
    private final Map<ModelTask, Tally> tasks = new EnumMap<>(ModelTask.class);
    private final Tally[] slices;

    private ActivityReader(Period period, Instant now, ZoneId zone) {
        this.period = period;
        this.from = now.minus(period.length());
        this.to = now;
        this.zone = zone;
        this.slices = new Tally[(int) period.length().dividedBy(period.slice())];
        for (int at = 0; at < slices.length; at++) {
            slices[at] = new Tally();
        }
    }

    static Activity read(Connection connection, Period period, Instant now, ZoneId zone) throws SQLException {
        ActivityReader reader = new ActivityReader(period, now, zone);
        reader.readRequests(connection);
        reader.readDepartures(connection);
        reader.readSpentThisMonth(connection);
        return reader.activity(connection);
    }

    private Tally model(Who who) {
        if (!who.engine().isEmpty()) {
            engines.put(who.model(), who.engine());
        }
        return models.computeIfAbsent(who.model(), absent -> new Tally());
    }

    private Tally task(String name) {
        return tasks.computeIfAbsent(ModelTask.valueOf(name), absent -> new Tally());
    }

    private void readRequests(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT model, engine, task, asked, outcome, prompt_tokens, reused_tokens, tokens, first_millis,
                    total_millis, micro_dollars, verdict FROM requests WHERE asked > ? AND asked <= ?""")) {
            select.setLong(1, from.toEpochMilli());
            select.setLong(2, to.toEpochMilli());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Tally.Row row = row(rows);
                    all.add(row);
                    model(new Who(rows.getString(1), rows.getString(2))).add(row);
                    task(rows.getString(3)).add(row);
                    slices[slice(rows.getLong(4))].add(row);
                }
            }
        }
    }

    private static Tally.Row row(ResultSet rows) throws SQLException {
        @Nullable String verdict = rows.getString(12);
        return new Tally.Row(
                Outcome.valueOf(rows.getString(5)),
                rows.getLong(6),
                rows.getLong(7),
                rows.getLong(8),
                rows.getLong(9),
                rows.getLong(10),
                rows.getLong(11),
                verdict == null ? null : Verdict.valueOf(verdict));
    }

    /** Slices end with the period, so one holds what comes after its start up to its end. */
    private int slice(long millis) {
        long since = millis - from.toEpochMilli() - 1;
        return (int) Math.clamp(since / period.slice().toMillis(), 0, slices.length - 1);
    }

    private void readDepartures(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT d.model, r.task, COUNT(*), SUM(d.bytes) FROM departures d JOIN requests r ON r.id = d.request
                WHERE d.at > ? AND d.at <= ? GROUP BY d.model, r.task""")) {
            select.setLong(1, from.toEpochMilli());
            select.setLong(2, to.toEpochMilli());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    for (Tally tally : List.of(all, model(new Who(rows.getString(1), "")), task(rows.getString(2)))) {
                        tally.addDepartures(rows.getLong(3), rows.getLong(4));
                    }
                }
            }
        }
    }

    private void readSpentThisMonth(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT model, task, SUM(micro_dollars) FROM requests
                WHERE micro_dollars > 0 AND asked >= ? AND asked <= ? GROUP BY model, task""")) {
            select.setLong(1, month().atStartOfDay(zone).toInstant().toEpochMilli());
            select.setLong(2, to.toEpochMilli());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    all.addSpentThisMonth(rows.getLong(3));
                    Tally model = models.get(rows.getString(1));
                    if (model != null) {
                        model.addSpentThisMonth(rows.getLong(3));
                    }
                    Tally task = tasks.get(ModelTask.valueOf(rows.getString(2)));
                    if (task != null) {
                        task.addSpentThisMonth(rows.getLong(3));
                    }
                }
            }
        }
    }

    private LocalDate month() {
        return to.atZone(zone).toLocalDate().withDayOfMonth(1);
    }

    /** How many times what was spent in the period will be spent until the month's end, if it goes on so. */
    private double restOfMonth(Connection connection) throws SQLException {
        Instant end = month().plusMonths(1).atStartOfDay(zone).toInstant();
        Instant first = Instant.ofEpochMilli(Requests.first(connection).orElse(to.toEpochMilli()));
        Duration observed = Duration.between(first.isAfter(from) ? first : from, to);
        Duration reckoned = observed.compareTo(LEAST_OBSERVED) < 0 ? LEAST_OBSERVED : observed;
        return (double) Duration.between(to, end).toMillis() / reckoned.toMillis();
    }

    private Activity activity(Connection connection) throws SQLException {
        double rest = restOfMonth(connection);
        List<Activity.Share> shares = new ArrayList<>();
        models.forEach((model, tally) ->
                shares.add(new Activity.Share(model, engines.getOrDefault(model, ""), tally.summary(rest))));
        shares.sort(Comparator.comparingLong(
                        (Activity.Share share) -> -share.summary().requests())
                .thenComparing(Activity.Share::model));
        Map<ModelTask, Summary> byTask = new EnumMap<>(ModelTask.class);
        tasks.forEach((task, tally) -> byTask.put(task, tally.summary(rest)));
        List<Activity.Slice> points = new ArrayList<>();
        for (int at = 0; at < slices.length; at++) {
            Tally tally = slices[at];
            points.add(new Activity.Slice(
                    from.plus(period.slice().multipliedBy(at)),
                    tally.requests(),
                    tally.failed(),
                    tally.microDollars(),
                    tally.latency().p95()));
        }
        return new Activity(period, from, to, all.summary(rest), shares, byTask, points);
    }
}
