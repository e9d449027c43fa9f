package dev.orrery.app.settings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.orrery.render3d.scene.ColourBy;
import dev.orrery.render3d.scene.MapScene;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Settings as JSON, version 1. Unknown fields are skipped, so that an older program reads what a newer one wrote. */
final class SettingsFormat {
    private static final int VERSION = 1;
    private static final JsonFactory JSON = new JsonFactory();

    private SettingsFormat() {}

    static String write(Settings settings) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeStringField("theme", settings.themeProperty().get().name());
            json.writeStringField("renderer", settings.rendererProperty().get().name());
            json.writeStringField("scene", settings.sceneProperty().get().name());
            json.writeStringField("colour", settings.colourProperty().get().name());
            json.writeBooleanField(
                    "reducedMotion", settings.reducedMotionProperty().get());
            json.writeBooleanField("minimap", settings.minimapProperty().get());
            json.writeStringField(
                    "proposals", settings.proposalsProperty().get().name());
            json.writeObjectFieldStart("keys");
            for (Map.Entry<String, String> key : settings.keys().entrySet()) {
                json.writeStringField(key.getKey(), key.getValue());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("recent");
            for (Path root : settings.recent()) {
                json.writeString(root.toString());
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** @throws IOException where the text is not what {@link #write} makes, or of a later version */
    static void read(String text, Settings into) throws IOException {
        try (JsonParser json = JSON.createParser(text)) {
            expect(json.nextToken(), JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                field(json, field, into);
            }
            expect(json.currentToken(), JsonToken.END_OBJECT);
        } catch (IllegalArgumentException strange) {
            throw new IOException(strange);
        }
    }

    private static void field(JsonParser json, String field, Settings into) throws IOException {
        switch (field) {
            case "version" -> {
                if (json.getIntValue() != VERSION) {
                    throw new IOException("version " + json.getIntValue());
                }
            }
            case "theme" -> into.themeProperty().set(ThemeChoice.valueOf(json.getText()));
            case "renderer" -> into.rendererProperty().set(RendererPreference.valueOf(json.getText()));
            case "scene" -> into.sceneProperty().set(MapScene.valueOf(json.getText()));
            case "colour" -> into.colourProperty().set(ColourBy.valueOf(json.getText()));
            case "reducedMotion" -> into.reducedMotionProperty().set(json.getBooleanValue());
            case "minimap" -> into.minimapProperty().set(json.getBooleanValue());
            case "proposals" -> into.proposalsProperty().set(ProposalChoice.valueOf(json.getText()));
            case "keys" -> into.keys().putAll(strings(json));
            case "recent" -> into.recent().setAll(paths(json));
            default -> json.skipChildren();
        }
    }

    private static Map<String, String> strings(JsonParser json) throws IOException {
        expect(json.currentToken(), JsonToken.START_OBJECT);
        Map<String, String> strings = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            expect(json.nextToken(), JsonToken.VALUE_STRING);
            strings.put(name, json.getText());
        }
        return strings;
    }

    private static List<Path> paths(JsonParser json) throws IOException {
        expect(json.currentToken(), JsonToken.START_ARRAY);
        List<Path> paths = new ArrayList<>();
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            paths.add(Path.of(json.getText()));
        }
        expect(json.currentToken(), JsonToken.END_ARRAY);
        return paths;
    }

    private static void expect(JsonToken found, JsonToken wanted) throws IOException {
        if (found != wanted) {
            throw new IOException("expected " + wanted + " but found " + found);
        }
    }
}
