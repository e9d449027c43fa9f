package dev.orrery.indexer;

import dev.orrery.api.UserMessage;
import dev.orrery.indexer.share.Message;
import java.util.ArrayList;
import java.util.List;

/** Sentences for the user on their way between processes; arguments arrive as texts. */
final class UserMessages {
    private UserMessages() {}

    static Message encode(String verb, UserMessage message) {
        List<String> arguments = new ArrayList<>();
        arguments.add(message.key());
        message.arguments().forEach(argument -> arguments.add(String.valueOf(argument)));
        return new Message(verb, arguments);
    }

    static UserMessage decode(Message message) {
        List<String> all = message.arguments();
        return all.isEmpty()
                ? UserMessage.of("indexer.owner.silent")
                : new UserMessage(all.getFirst(), List.copyOf(all.subList(1, all.size())));
    }
}
