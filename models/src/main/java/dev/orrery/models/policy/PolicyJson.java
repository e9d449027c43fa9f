package dev.orrery.models.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orrery.api.ModelTask;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rules as JSON. Every field must be there and be what it says: a rule that cannot be read must not turn into none. */
final class PolicyJson {
    static final int VERSION = 1;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private PolicyJson() {}

    /** What is wrong with a text that is no policy. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String what) {
            super(what);
        }
    }

    /** The version that a text says it has. */
    static int version(String text) throws Malformed {
        return whole(tree(text), "version").intValue();
    }

    static Policy read(String text) throws Malformed {
        JsonNode root = tree(text);
        Map<String, WorkspacePolicy> workspaces = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry :
                field(root, "workspaces", JsonNode::isObject).properties()) {
            workspaces.put(entry.getKey(), workspace(entry.getValue()));
        }
        JsonNode allowance = field(root, "allowance", JsonNode::isObject);
        return new Policy(workspaces, allowance(allowance), one(Policy.Departures.class, text(root, "departures")));
    }

    private static Allowance allowance(JsonNode node) throws Malformed {
        try {
            return new Allowance(
                    limit(node, "dayMicroDollars"),
                    limit(node, "monthMicroDollars"),
                    whole(node, "warnPercent").intValue());
        } catch (IllegalArgumentException outOfRange) {
            throw new Malformed("allowance");
        }
    }

    private static OptionalLong limit(JsonNode node, String name) throws Malformed {
        return field(node, name, value -> value.isNull() || value.canConvertToLong())
                        .isNull()
                ? OptionalLong.empty()
                : OptionalLong.of(whole(node, name).longValue());
    }

    private static WorkspacePolicy workspace(JsonNode node) throws Malformed {
        List<Scope> scopes = new ArrayList<>();
        for (JsonNode scope : field(node, "scopes", JsonNode::isArray)) {
            scopes.add(
                    new Scope(one(ModelTask.class, text(scope, "task")), text(scope, "model"), text(scope, "folder")));
        }
        Map<ModelTask, List<String>> assignments = new EnumMap<>(ModelTask.class);
        for (Map.Entry<String, JsonNode> entry :
                field(node, "assignments", JsonNode::isObject).properties()) {
            assignments.put(one(ModelTask.class, entry.getKey()), texts(entry.getValue()));
        }
        return new WorkspacePolicy(
                one(Privacy.class, text(node, "privacy")),
                texts(field(node, "excluded", JsonNode::isArray)),
                scopes,
                assignments);
    }

    private static JsonNode tree(String text) throws Malformed {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new Malformed(notJson.getOriginalMessage());
        }
    }

    private interface Check {
        boolean holds(JsonNode node);
    }

    private static JsonNode field(JsonNode node, String name, Check check) throws Malformed {
        JsonNode value = node.get(name);
        if (value == null || !check.holds(value)) {
            throw new Malformed(name);
        }
        return value;
    }

    private static JsonNode whole(JsonNode node, String name) throws Malformed {
        return field(node, name, value -> value.isIntegralNumber() && value.canConvertToLong());
    }

    private static String text(JsonNode node, String name) throws Malformed {
        return field(node, name, JsonNode::isTextual).textValue();
    }

    private static List<String> texts(JsonNode array) throws Malformed {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array) {
            if (!element.isTextual()) {
                throw new Malformed("a list of texts");
            }
            texts.add(element.textValue());
        }
        return texts;
    }

    private static <E extends Enum<E>> E one(Class<E> type, String name) throws Malformed {
        for (E constant : type.getEnumConstants()) {
            if (name(constant).equals(name)) {
                return constant;
            }
        }
        throw new Malformed(name);
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String write(Policy policy) {
        ObjectNode root = JSON.createObjectNode().put("version", VERSION);
        ObjectNode workspaces = root.putObject("workspaces");
        new TreeMap<>(policy.workspaces()).forEach((path, rules) -> write(rules, workspaces.putObject(path)));
        Allowance allowance = policy.allowance();
        ObjectNode limits = root.putObject("allowance");
        limits.put("dayMicroDollars", boxed(allowance.day()));
        limits.put("monthMicroDollars", boxed(allowance.month()));
        limits.put("warnPercent", allowance.warnPercent());
        root.put("departures", name(policy.departures()));
        try {
            return JSON.writer(new DefaultPrettyPrinter().withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE))
                    .writeValueAsString(root);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable Long boxed(OptionalLong limit) {
        return limit.isPresent() ? limit.getAsLong() : null;
    }

    private static void write(WorkspacePolicy rules, ObjectNode into) {
        into.put("privacy", name(rules.privacy()));
        ArrayNode excluded = into.putArray("excluded");
        rules.excluded().forEach(excluded::add);
        ArrayNode scopes = into.putArray("scopes");
        for (Scope scope : rules.scopes()) {
            scopes.addObject()
                    .put("task", name(scope.task()))
                    .put("model", scope.model())
                    .put("folder", scope.folder());
        }
        ObjectNode assignments = into.putObject("assignments");
        new TreeMap<>(rules.assignments()).forEach((task, models) -> {
            ArrayNode list = assignments.putArray(name(task));
            models.forEach(list::add);
        });
    }
}
