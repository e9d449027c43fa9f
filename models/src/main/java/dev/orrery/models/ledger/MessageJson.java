package dev.orrery.models.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orrery.api.UserMessage;
import java.util.ArrayList;
import java.util.List;

/** Messages as JSON: a list of objects with a key and its arguments, which are numbers, texts or such objects. */
final class MessageJson {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private MessageJson() {}

    static String write(List<UserMessage> messages) {
        ArrayNode array = JSON.createArrayNode();
        messages.forEach(message -> array.add(node(message)));
        return array.toString();
    }

    private static ObjectNode node(UserMessage message) {
        ObjectNode node = JSON.createObjectNode().put("key", message.key());
        ArrayNode arguments = node.putArray("arguments");
        for (Object argument : message.arguments()) {
            switch (argument) {
                case UserMessage inner -> arguments.add(node(inner));
                case Integer whole -> arguments.add(whole.longValue());
                case Long whole -> arguments.add(whole);
                case Number number -> arguments.add(number.doubleValue());
                default -> arguments.add(argument.toString());
            }
        }
        return node;
    }

    /** What is not such JSON reads as nothing: it is a sentence for the user's eyes, and nothing hangs on it. */
    static List<UserMessage> read(String json) {
        try {
            List<UserMessage> messages = new ArrayList<>();
            for (JsonNode node : JSON.readTree(json)) {
                messages.add(message(node));
            }
            return messages;
        } catch (JsonProcessingException notOurs) {
            return List.of();
        }
    }

    private static UserMessage message(JsonNode node) {
        List<Object> arguments = new ArrayList<>();
        for (JsonNode argument : node.path("arguments")) {
            if (argument.isObject()) {
                arguments.add(message(argument));
            } else if (argument.isIntegralNumber()) {
                arguments.add(argument.longValue());
            } else if (argument.isNumber()) {
                arguments.add(argument.doubleValue());
            } else {
                arguments.add(argument.asText());
            }
        }
        return new UserMessage(node.path("key").asText(), arguments);
    }
}
