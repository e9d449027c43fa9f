package dev.orrery.indexer;

import dev.orrery.api.UserMessage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the user should know about an index as a whole, as long as it holds. Safe from any thread. */
final class Troubles {
    private final CopyOnWriteArrayList<UserMessage> present = new CopyOnWriteArrayList<>();
    private final Runnable onChange;

    /** @param onChange runs after each change, on the thread that made it */
    Troubles(Runnable onChange) {
        this.onChange = onChange;
    }

    void add(UserMessage trouble) {
        if (present.addIfAbsent(trouble)) {
            onChange.run();
        }
    }

    /** Ends every trouble of this kind. */
    void end(String key) {
        if (present.removeIf(trouble -> trouble.key().equals(key))) {
            onChange.run();
        }
    }

    List<UserMessage> present() {
        return List.copyOf(present);
    }
}
