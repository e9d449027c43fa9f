package dev.orrery.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Messages;
import dev.orrery.models.engine.EngineStatus;
import dev.orrery.models.store.InstalledModel;
import java.io.IOException;
import java.util.Locale;

/** A diagnosis as {@code docs/cli/doctor.schema.json} describes it. */
final class DiagnosisJson {
    private DiagnosisJson() {}

    static void write(Diagnosis diagnosis, Messages messages, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("jdk");
        json.writeStringField("version", diagnosis.javaVersion());
        json.writeStringField("vendor", diagnosis.javaVendor());
        json.writeStringField("home", diagnosis.javaHome());
        json.writeEndObject();
        json.writeObjectFieldStart("renderer");
        if (diagnosis.renderer().id().isEmpty()) {
            json.writeNullField("id");
        } else {
            json.writeStringField("id", diagnosis.renderer().id());
        }
        json.writeStringField("reason", messages.text(diagnosis.renderer().reason()));
        json.writeEndObject();
        json.writeObjectFieldStart("natives");
        json.writeStringField("treeSitter", diagnosis.natives().kind().name().toLowerCase(Locale.ROOT));
        json.writeStringField("reason", messages.text(diagnosis.natives().reason()));
        json.writeEndObject();
        json.writeArrayFieldStart("engines");
        for (EngineStatus engine : diagnosis.engines()) {
            json.writeStartObject();
            json.writeStringField("id", engine.id());
            json.writeBooleanField("runs", engine.runs());
            json.writeStringField("reason", messages.text(engine.reason()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("models");
        for (InstalledModel model : diagnosis.models()) {
            json.writeStartObject();
            json.writeStringField("id", model.id());
            json.writeStringField("engine", model.engine());
            json.writeNumberField("bytes", model.bytes());
            if (model.damage().isPresent()) {
                json.writeStringField("damage", messages.text(model.damage().get()));
            } else {
                json.writeNullField("damage");
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        disk(diagnosis.disk(), json);
        json.writeArrayFieldStart("missing");
        for (UserMessage missing : diagnosis.missing()) {
            json.writeString(messages.text(missing));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void disk(Diagnosis.Disk disk, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("disk");
        json.writeStringField("cache", disk.cache().toString());
        json.writeBooleanField("writable", disk.writable());
        json.writeNumberField("freeBytes", disk.freeBytes());
        json.writeEndObject();
    }
}
