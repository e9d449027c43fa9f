package dev.orrery.models.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orrery.api.ModelTask;
import dev.orrery.models.catalog.Price;
import dev.orrery.models.engine.Capabilities;
import dev.orrery.models.engine.http.Dialect;
import dev.orrery.models.server.ServerAccount.Kind;
import dev.orrery.models.server.ServerAccount.ServerModel;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Accounts as JSON, version 1: {@code {"version": 1, "accounts": [{"id", "kind", "dialect", "address", "models": [{"name",
 * "tasks": [], "infill", "contextTokens", "price": {"promptMicroDollars", "answerMicroDollars", "asOf"}}]}]}}. Prices are
 * millionths of a dollar for a million tokens. {@code dialect} and {@code price} may be missing.
 */
final class AccountsFormat {
    private static final int VERSION = 1;
    private static final int MOST_ACCOUNTS = 64;
    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(20).build())
            .build());

    private AccountsFormat() {}

    static byte[] write(List<ServerAccount> accounts) throws IOException {
        ObjectNode root = JSON.createObjectNode().put("version", VERSION);
        ArrayNode array = root.putArray("accounts");
        for (ServerAccount account : accounts) {
            ObjectNode node = array.addObject().put("id", account.id()).put("kind", name(account.kind()));
            if (account.kind() == Kind.OPENAI) {
                node.put("dialect", name(account.dialect()));
            }
            node.put("address", account.address().toString());
            ArrayNode models = node.putArray("models");
            account.models().forEach(model -> write(model, models.addObject()));
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    private static void write(ServerModel model, ObjectNode node) {
        Capabilities can = model.capabilities();
        ArrayNode tasks = node.put("name", model.name()).putArray("tasks");
        can.tasks().stream().sorted().forEach(task -> tasks.add(name(task)));
        node.put("infill", can.infill()).put("contextTokens", can.contextTokens());
        model.price().ifPresent(price -> node.putObject("price")
                .put("promptMicroDollars", price.promptMicroDollars())
                .put("answerMicroDollars", price.answerMicroDollars())
                .put("asOf", price.asOf().toString()));
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** @throws IOException or a runtime exception where anything is not as it must be */
    static List<ServerAccount> read(byte[] bytes) throws IOException {
        JsonNode root = JSON.readTree(bytes);
        if (root.path("version").asInt() != VERSION || !root.path("accounts").isArray()) {
            throw new IOException("not accounts of version " + VERSION);
        }
        List<ServerAccount> accounts = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode node : root.path("accounts")) {
            ServerAccount account = account(node);
            if (!ids.add(account.id()) || ids.size() > MOST_ACCOUNTS) {
                throw new IOException("an account twice, or too many");
            }
            accounts.add(account);
        }
        return accounts;
    }

    private static ServerAccount account(JsonNode node) throws IOException {
        URI address = URI.create(text(node, "address"));
        List<ServerModel> models = new ArrayList<>();
        for (JsonNode model : node.path("models")) {
            models.add(model(model));
        }
        Dialect dialect = node.has("dialect") ? constant(Dialect.class, text(node, "dialect")) : Dialect.usual(address);
        return new ServerAccount(text(node, "id"), constant(Kind.class, text(node, "kind")), dialect, address, models);
    }

    private static ServerModel model(JsonNode node) throws IOException {
        Set<ModelTask> tasks = EnumSet.noneOf(ModelTask.class);
        for (JsonNode task : node.path("tasks")) {
            tasks.add(constant(ModelTask.class, task.asText()));
        }
        Capabilities can = new Capabilities(
                tasks, node.path("infill").asBoolean(), (int) number(node, "contextTokens", Integer.MAX_VALUE));
        return new ServerModel(text(node, "name"), can, price(node.path("price")));
    }

    private static Optional<Price> price(JsonNode node) throws IOException {
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        // A million dollars for a million tokens is beyond any sense, and below any overflow.
        long most = 1_000_000_000_000L;
        return Optional.of(new Price(
                number(node, "promptMicroDollars", most),
                number(node, "answerMicroDollars", most),
                LocalDate.parse(text(node, "asOf"))));
    }

    private static long number(JsonNode node, String field, long most) throws IOException {
        JsonNode value = node.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 0 || value.asLong() > most) {
            throw new IOException(field + " is no number in bounds");
        }
        return value.asLong();
    }

    private static String text(JsonNode node, String field) throws IOException {
        if (!node.path(field).isTextual()) {
            throw new IOException(field + " is no text");
        }
        return node.path(field).asText();
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
    }
}
