package dev.orrery.models.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The fields of one JSON object. Every question has bounds; {@link #end} refuses what was not asked for, so that a misspelt field
 * is found. Not safe from several threads.
 */
public final class JsonFields {
    private static final int DEPTH = 16;
    private static final int LONGEST_TEXT = 1 << 20;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxStringLength(LONGEST_TEXT)
                            .maxNumberLength(40)
                            .maxNameLength(200)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode object;
    private final String at;
    private final Set<String> asked = new HashSet<>();

    private JsonFields(JsonNode object, String at) throws JsonFault {
        if (!object.isObject()) {
            throw new JsonFault((at.isEmpty() ? "the whole" : at) + ": not an object");
        }
        this.object = object;
        this.at = at;
    }

    /** Turns one element of a list into something. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(JsonFields fields) throws JsonFault;
    }

    /** The one object that a text holds. */
    public static JsonFields parse(byte[] json) throws JsonFault {
        return new JsonFields(tree(json), "");
    }

    /** The objects of the one array that a text holds. */
    public static List<JsonFields> parseArray(byte[] json, int most) throws JsonFault {
        return elements(tree(json), "", most);
    }

    private static JsonNode tree(byte[] json) throws JsonFault {
        try {
            JsonNode node = MAPPER.readTree(json);
            if (node == null || node.isMissingNode()) {
                throw new JsonFault("empty");
            }
            return node;
        } catch (JsonProcessingException wrong) {
            throw new JsonFault("line "
                    + (wrong.getLocation() == null ? "?" : wrong.getLocation().getLineNr()) + ": "
                    + wrong.getOriginalMessage());
        } catch (IOException impossible) {
            throw new JsonFault(String.valueOf(impossible.getMessage()));
        }
    }

    public String text(String name, int longest) throws JsonFault {
        JsonNode node = required(name);
        if (!node.isTextual() || node.textValue().isBlank() || node.textValue().length() > longest) {
            throw fault(name, "not a text of 1 to " + longest + " characters");
        }
        return node.textValue();
    }

    /** A text all of which matches. */
    public String text(String name, Pattern form) throws JsonFault {
        JsonNode node = required(name);
        if (!node.isTextual() || !form.matcher(node.textValue()).matches()) {
            throw fault(name, "not of the form " + form);
        }
        return node.textValue();
    }

    public Optional<String> optionalText(String name, int longest) throws JsonFault {
        return has(name) ? Optional.of(text(name, longest)) : Optional.empty();
    }

    public Optional<String> optionalText(String name, Pattern form) throws JsonFault {
        return has(name) ? Optional.of(text(name, form)) : Optional.empty();
    }

    public long number(String name, long least, long most) throws JsonFault {
        JsonNode node = required(name);
        if (!node.isIntegralNumber()
                || !node.canConvertToLong()
                || node.longValue() < least
                || node.longValue() > most) {
            throw fault(name, "not a number from " + least + " to " + most);
        }
        return node.longValue();
    }

    public OptionalLong optionalNumber(String name, long least, long most) throws JsonFault {
        return has(name) ? OptionalLong.of(number(name, least, most)) : OptionalLong.empty();
    }

    /** True or false; false where it is not there. */
    public boolean flag(String name) throws JsonFault {
        if (!has(name)) {
            return false;
        }
        JsonNode node = required(name);
        if (!node.isBoolean()) {
            throw fault(name, "not true or false");
        }
        return node.booleanValue();
    }

    /** The objects of an array; none where it is not there. */
    public <T> List<T> list(String name, int most, Reader<T> reader) throws JsonFault {
        List<T> list = new ArrayList<>();
        if (has(name)) {
            for (JsonFields element : elements(required(name), path(name), most)) {
                list.add(reader.read(element));
            }
        }
        return List.copyOf(list);
    }

    /** The texts of an array; none where it is not there. */
    public List<String> texts(String name, int most, int longest) throws JsonFault {
        List<String> texts = new ArrayList<>();
        if (has(name)) {
            JsonNode array = required(name);
            if (!array.isArray() || array.size() > most) {
                throw fault(name, "not a list of at most " + most);
            }
            for (JsonNode node : array) {
                if (!node.isTextual() || node.textValue().length() > longest) {
                    throw fault(name, "not texts of at most " + longest + " characters");
                }
                texts.add(node.textValue());
            }
        }
        return List.copyOf(texts);
    }

    public JsonFields object(String name) throws JsonFault {
        return new JsonFields(required(name), path(name));
    }

    public Optional<JsonFields> optionalObject(String name) throws JsonFault {
        return has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    /** Whether the field is there and not null. */
    public boolean has(String name) {
        asked.add(name);
        return object.hasNonNull(name);
    }

    /** Refuses fields that nobody asked for. */
    public void end() throws JsonFault {
        for (String name : (Iterable<String>) object::fieldNames) {
            if (!asked.contains(name)) {
                throw fault(name, "unknown");
            }
        }
    }

    /** What is wrong with a field, said by the one who knows. */
    public JsonFault fault(String name, String what) {
        return new JsonFault(path(name) + ": " + what);
    }

    private JsonNode required(String name) throws JsonFault {
        asked.add(name);
        JsonNode node = object.get(name);
        if (node == null || node.isNull()) {
            throw fault(name, "missing");
        }
        return node;
    }

    private String path(String name) {
        return at.isEmpty() ? name : at + "." + name;
    }

    private static List<JsonFields> elements(JsonNode array, String at, int most) throws JsonFault {
        if (!array.isArray() || array.size() > most) {
            throw new JsonFault((at.isEmpty() ? "the whole" : at) + ": not a list of at most " + most);
        }
        List<JsonFields> elements = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            elements.add(new JsonFields(array.get(i), at + "[" + i + "]"));
        }
        return elements;
    }
}
