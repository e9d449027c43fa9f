package dev.orrery.models;

import dev.orrery.base.AppFolders;
import dev.orrery.models.keys.KeyStore;
import dev.orrery.models.keys.KeyStores;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The place of keys, looked for when the first one is wanted. Safe from any thread. */
final class KeyRing implements Supplier<KeyStore> {
    private final AppFolders folders;
    private @Nullable KeyStore chosen;

    KeyRing(AppFolders folders) {
        this.folders = folders;
    }

    @Override
    public synchronized KeyStore get() {
        KeyStore there = chosen == null ? KeyStores.choose(folders) : chosen;
        chosen = there;
        return there;
    }
}
