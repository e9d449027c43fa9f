package dev.orrery.models.server;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.SetAside;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.ModelSource;
import dev.orrery.models.engine.http.Accounts;
import dev.orrery.models.engine.http.Dialect;
import dev.orrery.models.keys.KeyStore;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The servers that the user configured, kept in one JSON file that may also be edited by hand. A damaged file is set aside and
 * there are no servers then, which {@link #notice} says. Safe from any thread.
 */
public final class ServerAccounts implements Accounts {
    private static final long LIMIT = 4 << 20;
    private static final int KEPT_ASIDE = 3;

    private final Path file;
    private final Supplier<KeyStore> keys;
    private List<ServerAccount> accounts = List.of();
    private @Nullable UserMessage notice;

    /**
     * Reads the accounts; asks no keyring.
     *
     * @param config the application's configuration folder
     * @param keys is asked when a model is loaded that has no key yet
     */
    public ServerAccounts(Path config, Supplier<KeyStore> keys) {
        file = config.resolve("servers.json");
        this.keys = keys;
        read();
    }

    private void read() {
        try {
            if (Files.size(file) > LIMIT) {
                throw new IOException("longer than accounts can be");
            }
            accounts = AccountsFormat.read(Files.readAllBytes(file));
        } catch (NoSuchFileException absent) {
            accounts = List.of();
        } catch (IOException | RuntimeException damaged) {
            notice = setAside();
        }
    }

    private UserMessage setAside() {
        try {
            return SetAside.move(file, KEPT_ASIDE)
                    .map(aside -> UserMessage.of("models.server.damaged", aside))
                    .orElse(UserMessage.of("models.server.unreadable", file));
        } catch (IOException unmovable) {
            return UserMessage.of("models.server.unreadable", file);
        }
    }

    /** What went wrong when they were read, for the user. */
    public synchronized Optional<UserMessage> notice() {
        return Optional.ofNullable(notice);
    }

    public synchronized List<ServerAccount> all() {
        return accounts;
    }

    /** Keeps an account, in place of the one with its id. */
    public synchronized void put(ServerAccount account) throws OrreryException {
        List<ServerAccount> changed = without(account.id());
        changed.add(account);
        write(changed);
    }

    /** Forgets an account and its key. */
    public void remove(String id) throws OrreryException {
        Optional<ServerAccount> account;
        synchronized (this) {
            account = accounts.stream().filter(one -> one.id().equals(id)).findFirst();
            if (account.isPresent()) {
                write(without(id));
            }
        }
        if (account.isPresent()) {
            keys.get().remove(account.get().keyName());
        }
    }

    private List<ServerAccount> without(String id) {
        List<ServerAccount> others = new ArrayList<>(accounts);
        others.removeIf(account -> account.id().equals(id));
        return others;
    }

    private void write(List<ServerAccount> changed) throws OrreryException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            byte[] bytes = AccountsFormat.write(changed);
            Files.write(fresh, bytes);
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            // As it would be read again: what cannot be kept is not taken.
            accounts = List.copyOf(AccountsFormat.read(bytes));
        } catch (IOException unwritable) {
            throw new OrreryException(UserMessage.of("models.server.unwritable", file), unwritable);
        }
    }

    @Override
    public synchronized int count(String engine) {
        return (int) accounts.stream()
                .filter(account -> account.kind().engine().equals(engine))
                .count();
    }

    @Override
    public Access access(ModelSource.Server source) throws EngineException {
        Optional<ServerAccount> account = all().stream()
                .filter(one -> source.id().startsWith(one.id() + "/"))
                .filter(one -> one.address().equals(source.address()))
                .findFirst();
        if (account.isEmpty()) {
            return new Access(Optional.empty(), Dialect.usual(source.address()));
        }
        try {
            return new Access(
                    keys.get().find(account.get().keyName()), account.get().dialect());
        } catch (OrreryException unreachable) {
            throw new EngineException(EngineException.Kind.REFUSED, unreachable.userMessage(), unreachable);
        }
    }
}
