package dev.orrery.api;

import java.util.List;

/**
 * A sentence for the user: a key of a message bundle and its arguments. The key's first part names the bundle, as in
 * {@code indexer.cache.readonly}.
 *
 * @param key the bundle key
 * @param arguments what fills {@code {0}}, {@code {1}}, …; strings, numbers, paths, and messages, whose sentence stands in their place
 */
public record UserMessage(String key, List<Object> arguments) {
    public UserMessage {
        arguments = List.copyOf(arguments);
    }

    public static UserMessage of(String key, Object... arguments) {
        return new UserMessage(key, List.of(arguments));
    }
}
