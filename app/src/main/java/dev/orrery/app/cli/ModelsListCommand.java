package dev.orrery.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orrery.api.Cancellation;
import dev.orrery.base.Messages;
import dev.orrery.models.Shelf;
import dev.orrery.models.catalog.CloudModel;
import dev.orrery.models.catalog.Licence;
import dev.orrery.models.catalog.Recommendation;
import dev.orrery.models.hub.HubOrder;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code orrery models list}: what is here and what there is, with size, licence and fit. Asks no network. */
final class ModelsListCommand {
    private ModelsListCommand() {}

    static CommandSpec spec(CliContext context) {
        return new CommandBuilder("list", context.messages())
                .about("app.cli.models.list.about")
                .option("--catalog", "FILE", String.class, "app.cli.models.list.catalog")
                .flag("--json", "app.cli.json")
                .build(given -> ModelShelf.use(context, models -> {
                    Optional<String> update = given.option("--catalog", String.class);
                    if (update.isPresent()) {
                        models.updateCatalog(update.get(), Cancellation.NEVER);
                    }
                    ModelShelf shelf = ModelShelf.of(models, context);
                    if (given.flag("--json")) {
                        context.out().json(json -> write(json, context, shelf));
                    } else {
                        print(context, shelf);
                    }
                    return ExitStatus.DONE;
                }));
    }

    private static void print(CliContext context, ModelShelf rows) {
        Messages messages = context.messages();
        Output out = context.out();
        Shelf shelf = rows.shelf();
        for (ModelShelf.Row row : rows.rows()) {
            out.line(line(row, messages));
        }
        for (HubOrder order : shelf.unfinished()) {
            out.line(messages.text(
                    "app.cli.models.list.unfinished", order.id(), order.done() / 1e9, order.total() / 1e9));
        }
        for (CloudModel cloud : rows.catalog().clouds()) {
            out.line(messages.text(
                    "app.cli.models.list.cloud",
                    cloud.id(),
                    cloud.price().promptMicroDollars() / 1e6,
                    cloud.price().answerMicroDollars() / 1e6,
                    cloud.price().asOf().toString()));
        }
        for (Recommendation each : shelf.recommended()) {
            out.line(messages.text(
                    "app.cli.models.list.recommended",
                    messages.text(task(each)),
                    each.variant().id()));
        }
        out.line(messages.text(
                "app.cli.models.list.machine",
                shelf.machine().cores(),
                shelf.machine().availableBytes() / 1e9,
                shelf.machine().memoryBytes() / 1e9,
                shelf.bytesOnDisk() / 1e9));
    }

    private static String task(Recommendation recommendation) {
        return "app.cli.models.task." + recommendation.task().name().toLowerCase(Locale.ROOT);
    }

    private static String line(ModelShelf.Row row, Messages messages) {
        String size = messages.text(
                row.size() == ModelShelf.Size.SEEN ? "app.cli.models.size" : "app.cli.models.size.estimated",
                row.bytes() / 1e9);
        String fit = row.fit()
                .map(its -> messages.text("app.cli.models.fit." + ModelsJson.verdict(its), its.predictedBytes() / 1e9))
                .orElseGet(() -> messages.text("app.cli.models.fit.unknown"));
        String licence = row.consent() == Licence.Consent.NEEDED
                ? messages.text("app.cli.models.licence.accept", row.licence())
                : row.licence();
        String state = messages.text("app.cli.models.state." + ModelsJson.state(row));
        return String.join("\t", row.id(), state, size, fit, licence, String.join(",", row.tasks()));
    }

    private static void write(JsonGenerator json, CliContext context, ModelShelf rows) throws IOException {
        Shelf shelf = rows.shelf();
        json.writeStartObject();
        json.writeArrayFieldStart("models");
        for (ModelShelf.Row row : rows.rows()) {
            json.writeStartObject();
            ModelsJson.fields(row, context.messages(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("unfinished");
        for (HubOrder order : shelf.unfinished()) {
            json.writeStartObject();
            json.writeStringField("id", order.id());
            json.writeStringField("repository", order.repository());
            json.writeNumberField("doneBytes", order.done());
            json.writeNumberField("totalBytes", order.total());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("clouds");
        for (CloudModel cloud : rows.catalog().clouds()) {
            ModelsJson.cloud(cloud, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("recommended");
        for (Recommendation each : shelf.recommended()) {
            json.writeStartObject();
            json.writeStringField("task", each.task().name().toLowerCase(Locale.ROOT));
            json.writeStringField("id", each.variant().id());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("machine");
        json.writeNumberField("cores", shelf.machine().cores());
        json.writeNumberField("memoryBytes", shelf.machine().memoryBytes());
        json.writeNumberField("availableBytes", shelf.machine().availableBytes());
        json.writeEndObject();
        json.writeNumberField("bytesOnDisk", shelf.bytesOnDisk());
        json.writeEndObject();
    }
}
