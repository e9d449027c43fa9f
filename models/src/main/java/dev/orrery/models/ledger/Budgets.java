package dev.orrery.models.ledger;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.models.policy.Allowance;
import dev.orrery.models.policy.Budget;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Money: reserved at its worst before a request is sent, settled with what it did cost. Both are transactions of
 * the file, so no number of threads and processes together spends more than the limits allow. What a process that died had
 * reserved becomes free when it expires.
 */
public final class Budgets {
    private final Database database;
    private final InstantSource clock;
    private final ZoneId zone;

    Budgets(Database database, InstantSource clock, ZoneId zone) {
        this.database = database;
        this.clock = clock;
        this.zone = zone;
    }

    /** How things stand. */
    public Budget current(Allowance allowance) throws OrreryException {
        return database.read(connection -> budget(connection, allowance));
    }

    /**
     * Sets money apart, if the limits allow it.
     *
     * @param microDollars the most that it can cost
     * @param atMost how long it is needed; later it is free again
     */
    public Reservation reserve(long microDollars, Allowance allowance, Duration atMost) throws OrreryException {
        return database.write(connection -> {
            execute(connection, "DELETE FROM reservations WHERE expires <= ?", clock.millis());
            Budget before = budget(connection, allowance);
            if (!before.allows(microDollars)) {
                return new Reservation.Refused(
                        UserMessage.of("models.ledger.budget.refused", dollars(microDollars), dollars(before.left())));
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO reservations(expires, micro_dollars) VALUES(?, ?) RETURNING id")) {
                insert.setLong(1, clock.instant().plus(atMost).toEpochMilli());
                insert.setLong(2, microDollars);
                try (var row = insert.executeQuery()) {
                    row.next();
                    return new Reservation.Held(row.getLong(1), warning(budget(connection, allowance)));
                }
            }
        });
    }

    private static Optional<UserMessage> warning(Budget budget) {
        return budget.isLow()
                ? Optional.of(UserMessage.of("models.ledger.budget.low", dollars(budget.left())))
                : Optional.empty();
    }

    private static double dollars(long microDollars) {
        return microDollars / 1e6;
    }

    /**
     * What was set apart becomes free, and what was spent is the request's.
     *
     * @param reservation the number of what is {@link Reservation.Held}
     */
    public void settle(long request, long reservation, long microDollars) throws OrreryException {
        database.write(connection -> {
            execute(connection, "DELETE FROM reservations WHERE id = ?", reservation);
            return execute(
                    connection,
                    "UPDATE requests SET micro_dollars = micro_dollars + ? WHERE id = ?",
                    microDollars,
                    request);
        });
    }

    private static int execute(Connection connection, String sql, long... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setLong(at + 1, values[at]);
            }
            return statement.executeUpdate();
        }
    }

    private Budget budget(Connection connection, Allowance allowance) throws SQLException {
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        return new Budget(
                allowance,
                sum(
                        connection,
                        "SELECT SUM(micro_dollars) FROM requests WHERE micro_dollars > 0 AND asked >= ?",
                        today),
                sum(
                        connection,
                        "SELECT SUM(micro_dollars) FROM requests WHERE micro_dollars > 0 AND asked >= ?",
                        today.withDayOfMonth(1)),
                reserved(connection));
    }

    private long sum(Connection connection, String sql, LocalDate from) throws SQLException {
        return sum(connection, sql, from.atStartOfDay(zone).toInstant());
    }

    private long reserved(Connection connection) throws SQLException {
        return sum(connection, "SELECT SUM(micro_dollars) FROM reservations WHERE expires > ?", clock.instant());
    }

    private static long sum(Connection connection, String sql, Instant from) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, from.toEpochMilli());
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
