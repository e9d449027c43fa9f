package dev.orrery.app.cli;

import picocli.CommandLine.Model.CommandSpec;

/** {@code orrery models load ID}: whether a model loads, how long it takes, and its memory as predicted and as measured. */
final class ModelsLoadCommand {
    private ModelsLoadCommand() {}

    static CommandSpec spec(CliContext context) {
        return new CommandBuilder("load", context.messages())
                .about("app.cli.models.load.about")
                .parameter("ID", "app.cli.models.id")
                .flag("--json", "app.cli.json")
                .build(given -> LoadedForCommand.use(context, given.parameter(0), (model, loading, models) -> {
                    if (given.flag("--json")) {
                        json(context.out(), loading);
                    } else {
                        context.out()
                                .line(context.messages()
                                        .text(
                                                "app.cli.models.loaded",
                                                loading.id(),
                                                loading.engine(),
                                                loading.seconds(),
                                                loading.predictedBytes() / 1e6,
                                                loading.measuredBytes() / 1e6));
                    }
                }));
    }

    private static void json(Output out, LoadedForCommand.Loading loading) {
        out.json(json -> {
            json.writeStartObject();
            json.writeStringField("id", loading.id());
            json.writeStringField("engine", loading.engine());
            json.writeNumberField("seconds", loading.seconds());
            json.writeNumberField("predictedBytes", loading.predictedBytes());
            json.writeNumberField("measuredBytes", loading.measuredBytes());
            json.writeEndObject();
        });
    }
}
