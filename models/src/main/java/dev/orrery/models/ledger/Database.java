package dev.orrery.models.ledger;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Folders;
import dev.orrery.base.SetAside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The file and the connections to it: one writes, one reads, so that a long question keeps nobody from writing. A file that turns out
 * to be damaged is set aside, at opening or later, and the work is done once more on a new one. Safe from any thread.
 */
final class Database implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Database.class.getName());
    private static final int KEPT_ASIDE = 3;
    private static final int BUSY = 5;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int NOT_A_DATABASE = 26;

    /** Work on a connection. */
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    private final Path file;
    private final Consumer<UserMessage> onTrouble;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock reading = new ReentrantLock();
    private @Nullable Connection writer;
    private @Nullable Connection reader;
    private boolean closed;

    private Database(Path file, Consumer<UserMessage> onTrouble) {
        this.file = file;
        this.onTrouble = onTrouble;
    }

    /** @throws OrreryException where there can be no file, or where it belongs to a later version */
    static Database open(Path file, Consumer<UserMessage> onTrouble) throws OrreryException {
        Database database = new Database(file, onTrouble);
        try {
            Folders.createPrivate(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        } catch (IOException unwritable) {
            throw new OrreryException(UserMessage.of("models.ledger.unwritable", file.toString()), unwritable);
        }
        database.write(connection -> {
            try (Statement statement = connection.createStatement();
                    var result = statement.executeQuery("PRAGMA quick_check(1)")) {
                if (!result.next() || !result.getString(1).equals("ok")) {
                    throw new SQLException("quick_check", "", CORRUPT);
                }
                return true;
            }
        });
        return database;
    }

    /** Does the work in one transaction that has the right to write from its start; all of it or nothing. */
    <T> T write(Work<T> work) throws OrreryException {
        return locked(writing, () -> {
            Connection connection = writer == null ? writer = connect() : writer;
            try (Statement statement = connection.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                boolean done = false;
                try {
                    T result = work.run(connection);
                    statement.execute("COMMIT");
                    done = true;
                    return result;
                } finally {
                    if (!done) {
                        rollBack(connection);
                    }
                }
            }
        });
    }

    /** SQLite may have rolled back by itself; then there is nothing left to do, which it calls an error. */
    private static void rollBack(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException alreadyDone) {
            log(alreadyDone);
        }
    }

    /** Asks something, of one state of the file. */
    <T> T read(Work<T> work) throws OrreryException {
        return locked(reading, () -> {
            Connection connection = reader == null ? reader = connect() : reader;
            try (Statement statement = connection.createStatement()) {
                statement.execute("BEGIN");
                try {
                    return work.run(connection);
                } finally {
                    rollBack(connection);
                }
            }
        });
    }

    /** Something outside a transaction, on the connection that writes. */
    void run(String sql) throws OrreryException {
        locked(writing, () -> {
            Connection connection = writer == null ? writer = connect() : writer;
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    private interface Attempt<T> {
        T run() throws SQLException, OrreryException;
    }

    private <T> T locked(ReentrantLock lock, Attempt<T> attempt) throws OrreryException {
        lock.lock();
        try {
            return attempt.run();
        } catch (SQLException failed) {
            if (!isDamage(failed)) {
                throw new OrreryException(message(failed), failed);
            }
            log(failed);
        } finally {
            lock.unlock();
        }
        beginAnew();
        lock.lock();
        try {
            return attempt.run();
        } catch (SQLException failed) {
            throw new OrreryException(message(failed), failed);
        } finally {
            lock.unlock();
        }
    }

    private static boolean isDamage(SQLException failed) {
        int code = failed.getErrorCode() & 0xff;
        return code == CORRUPT || code == NOT_A_DATABASE;
    }

    private UserMessage message(SQLException failed) {
        String key =
                switch (failed.getErrorCode() & 0xff) {
                    case BUSY -> "models.ledger.busy";
                    case FULL -> "models.ledger.full";
                    default -> "models.ledger.unwritable";
                };
        return UserMessage.of(key, file.toString());
    }

    private Connection connect() throws SQLException, OrreryException {
        if (closed) {
            throw new OrreryException(UserMessage.of("models.ledger.closed"));
        }
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 10000");
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = NORMAL");
            statement.execute("PRAGMA secure_delete = ON");
            Schema.bringUpToDate(connection);
            Folders.restrict(file, "rw-------");
            return connection;
        } catch (Schema.Newer later) {
            connection.close();
            throw new OrreryException(UserMessage.of("models.ledger.newer", file.toString()), later);
        } catch (IOException restricted) {
            connection.close();
            throw new OrreryException(UserMessage.of("models.ledger.unwritable", file.toString()), restricted);
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    /** Another thread may have done it already: then the file is whole, and nothing is set aside. */
    private void beginAnew() throws OrreryException {
        writing.lock();
        reading.lock();
        try {
            disconnect();
            if (isWhole()) {
                return;
            }
            Optional<Path> aside = SetAside.move(file, KEPT_ASIDE);
            for (String part : new String[] {"-wal", "-shm"}) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + part));
            }
            aside.ifPresent(where ->
                    onTrouble.accept(UserMessage.of("models.ledger.damaged", file.toString(), where.toString())));
        } catch (IOException | SQLException failed) {
            throw new OrreryException(UserMessage.of("models.ledger.unwritable", file.toString()), failed);
        } finally {
            reading.unlock();
            writing.unlock();
        }
    }

    private boolean isWhole() throws OrreryException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                var result = statement.executeQuery("PRAGMA quick_check(1)")) {
            return result.next() && result.getString(1).equals("ok");
        } catch (SQLException damaged) {
            log(damaged);
            return false;
        }
    }

    private void disconnect() throws SQLException {
        if (writer != null) {
            writer.close();
            writer = null;
        }
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }

    private static void log(SQLException failed) {
        LOG.log(System.Logger.Level.WARNING, "ledger: {0}", failed.getMessage());
    }

    @Override
    public void close() {
        writing.lock();
        reading.lock();
        try {
            closed = true;
            disconnect();
        } catch (SQLException unclosed) {
            log(unclosed);
        } finally {
            reading.unlock();
            writing.unlock();
        }
    }
}
