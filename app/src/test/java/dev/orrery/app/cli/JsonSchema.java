package dev.orrery.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** As much of JSON Schema as {@code docs/cli} uses; a keyword that it does not know is an error. */
final class JsonSchema {
    private static final List<String> NOTES = List.of("$schema", "title", "description", "$defs");

    private final Map<String, Object> root;

    private JsonSchema(Map<String, Object> root) {
        this.root = root;
    }

    static JsonSchema of(String command) throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("docs/cli"))) {
            folder = folder.getParent();
        }
        return new JsonSchema(
                object(Json.parse(Files.readString(folder.resolve("docs/cli/" + command + ".schema.json")))));
    }

    /** What is wrong with a value; empty where nothing is. */
    List<String> faults(Object value) {
        List<String> faults = new ArrayList<>();
        check(root, value, "", faults);
        return faults;
    }

    private void check(Map<String, Object> schema, Object value, String at, List<String> faults) {
        schema.forEach((keyword, rule) -> {
            switch (keyword) {
                case "$ref" -> check(definition((String) rule), value, at, faults);
                case "type" -> require(types(rule).stream().anyMatch(type -> is(type, value)), at, keyword, faults);
                case "enum" -> require(((List<?>) rule).contains(value), at, keyword, faults);
                case "minimum" ->
                    require(
                            !(value instanceof Number number) || number.doubleValue() >= ((Number) rule).doubleValue(),
                            at,
                            keyword,
                            faults);
                case "required" ->
                    ((List<?>) rule)
                            .forEach(
                                    name -> require(object(value).containsKey(name), at + "/" + name, keyword, faults));
                case "properties" ->
                    object(rule).forEach((name, property) -> {
                        if (object(value).containsKey(name)) {
                            check(object(property), object(value).get(name), at + "/" + name, faults);
                        }
                    });
                case "items" -> {
                    for (Object item : (List<?>) value) {
                        check(object(rule), item, at + "[]", faults);
                    }
                }
                default -> require(NOTES.contains(keyword), at, "unknown keyword " + keyword, faults);
            }
        });
    }

    private Map<String, Object> definition(String reference) {
        return object(object(root.get("$defs")).get(reference.substring("#/$defs/".length())));
    }

    private static List<?> types(Object rule) {
        return rule instanceof List<?> several ? several : List.of(rule);
    }

    private static boolean is(Object type, Object value) {
        return switch ((String) type) {
            case "object" -> value instanceof Map;
            case "array" -> value instanceof List;
            case "string" -> value instanceof String;
            case "integer" -> value instanceof Long;
            case "number" -> value instanceof Number;
            case "boolean" -> value instanceof Boolean;
            case "null" -> value == null;
            default -> throw new IllegalArgumentException(type.toString());
        };
    }

    private static void require(boolean holds, String at, String what, List<String> faults) {
        if (!holds) {
            faults.add(at + ": " + what);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }
}
