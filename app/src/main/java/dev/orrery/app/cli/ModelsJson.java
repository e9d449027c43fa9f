package dev.orrery.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orrery.base.Messages;
import dev.orrery.models.catalog.CloudModel;
import dev.orrery.models.catalog.Fit;
import dev.orrery.models.catalog.Licence;
import dev.orrery.models.store.InstalledModel;
import dev.orrery.models.store.StoredFile;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Models as {@code docs/cli/models-*.schema.json} describe them. */
final class ModelsJson {
    private ModelsJson() {}

    /** The fields that lists and single models share. */
    static void fields(ModelShelf.Row row, Messages messages, JsonGenerator json) throws IOException {
        json.writeStringField("id", row.id());
        json.writeStringField("name", row.name());
        json.writeStringField("state", state(row));
        json.writeStringField("engine", row.engine());
        json.writeStringField("quantisation", row.quantisation());
        json.writeNumberField("bytes", row.bytes());
        json.writeBooleanField("bytesEstimated", row.size() == ModelShelf.Size.ESTIMATED);
        json.writeStringField("licence", row.licence());
        json.writeBooleanField("licenceToAccept", row.consent() == Licence.Consent.NEEDED);
        json.writeArrayFieldStart("tasks");
        for (String task : row.tasks()) {
            json.writeString(task);
        }
        json.writeEndArray();
        fit(row, json);
        Optional<String> damage =
                row.installed().flatMap(InstalledModel::damage).map(messages::text);
        nullable("damage", damage, json);
    }

    static String state(ModelShelf.Row row) {
        return row.installed()
                .map(model -> model.damage().isPresent() ? "damaged" : "installed")
                .orElse("available");
    }

    private static void fit(ModelShelf.Row row, JsonGenerator json) throws IOException {
        Optional<Fit> fit = row.fit();
        if (fit.isEmpty()) {
            json.writeNullField("fit");
            return;
        }
        json.writeObjectFieldStart("fit");
        json.writeStringField("verdict", verdict(fit.get()));
        json.writeNumberField("predictedBytes", fit.get().predictedBytes());
        json.writeNumberField("weightBytes", fit.get().footprint().weightBytes());
        json.writeNumberField("cacheBytes", fit.get().footprint().cacheBytes());
        json.writeNumberField("overheadBytes", fit.get().footprint().overheadBytes());
        json.writeNumberField("freeBytes", fit.get().freeBytes());
        json.writeNumberField("contextTokens", row.contextTokens());
        json.writeEndObject();
    }

    static String verdict(Fit fit) {
        return fit.verdict().name().toLowerCase(Locale.ROOT);
    }

    /** All that is known of one model. */
    static void whole(ModelShelf.Row row, Messages messages, JsonGenerator json) throws IOException {
        json.writeStartObject();
        fields(row, messages, json);
        Optional<InstalledModel> installed = row.installed();
        nullable("origin", installed.map(model -> model.draft().origin().address()), json);
        nullable("revision", installed.map(model -> model.draft().origin().revision()), json);
        nullable("folder", installed.map(model -> model.folder().toString()), json);
        nullable("installed", installed.map(model -> model.installed().toString()), json);
        nullable("used", installed.map(model -> model.used().toString()), json);
        nullable(
                "accepted",
                installed.flatMap(model -> model.draft().terms().accepted()).map(Object::toString),
                json);
        nullable("repository", row.offer().map(offer -> offer.variant().repository()), json);
        nullable(
                "licenceAddress",
                row.offer().map(offer -> offer.card().licence().address().toString()),
                json);
        json.writeArrayFieldStart("files");
        for (StoredFile file : installed.map(InstalledModel::files).orElse(List.of())) {
            json.writeStartObject();
            json.writeStringField("path", file.path());
            json.writeNumberField("bytes", file.size());
            json.writeStringField("sha256", file.sha256());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static void cloud(CloudModel cloud, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", cloud.id());
        json.writeStringField("name", cloud.name());
        json.writeStringField("engine", cloud.engine());
        json.writeNumberField("contextTokens", cloud.contextTokens());
        json.writeNumberField("promptMicroDollars", cloud.price().promptMicroDollars());
        json.writeNumberField("answerMicroDollars", cloud.price().answerMicroDollars());
        json.writeStringField("asOf", cloud.price().asOf().toString());
        json.writeEndObject();
    }

    private static void nullable(String name, Optional<String> value, JsonGenerator json) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        } else {
            json.writeNullField(name);
        }
    }
}
