package dev.orrery.app.cli;

import dev.orrery.base.Messages;
import dev.orrery.models.store.InstalledModel;
import picocli.CommandLine.Model.CommandSpec;

/** {@code orrery doctor}: what of Orrery works on this machine, what does not, and how to get it. */
final class DoctorCommand {
    private DoctorCommand() {}

    static CommandSpec spec(CliContext context) {
        return new CommandBuilder("doctor", context.messages())
                .about("app.cli.doctor.about")
                .flag("--json", "app.cli.json")
                .build(given -> {
                    Diagnosis diagnosis = Diagnosis.of(context);
                    if (given.flag("--json")) {
                        context.out().json(json -> DiagnosisJson.write(diagnosis, context.messages(), json));
                    } else {
                        print(diagnosis, context.messages(), context.out());
                    }
                    return ExitStatus.DONE;
                });
    }

    private static void print(Diagnosis diagnosis, Messages messages, Output out) {
        out.line(messages.text(
                "app.cli.doctor.java", diagnosis.javaVersion(), diagnosis.javaVendor(), diagnosis.javaHome()));
        out.line(messages.text(
                "app.cli.doctor.renderer",
                diagnosis.renderer().id(),
                messages.text(diagnosis.renderer().reason())));
        out.line(messages.text(
                "app.cli.doctor.natives", messages.text(diagnosis.natives().reason())));
        diagnosis
                .engines()
                .forEach(engine -> out.line(messages.text(
                        engine.runs() ? "app.cli.doctor.engine.runs" : "app.cli.doctor.engine.not",
                        engine.id(),
                        messages.text(engine.reason()))));
        if (diagnosis.models().isEmpty()) {
            out.line(messages.text("app.cli.doctor.nomodels"));
        }
        for (InstalledModel model : diagnosis.models()) {
            String damage = model.damage().map(messages::text).orElse("");
            String key = damage.isEmpty() ? "app.cli.doctor.model.sound" : "app.cli.doctor.model.damaged";
            out.line(messages.text(key, model.id(), model.bytes() / 1e9, damage));
        }
        out.line(messages.text(
                diagnosis.disk().writable() ? "app.cli.doctor.disk" : "app.cli.doctor.disk.readonly",
                diagnosis.disk().cache(),
                diagnosis.disk().freeBytes() / 1e9));
        diagnosis
                .missing()
                .forEach(missing -> out.line(messages.text("app.cli.doctor.missing", messages.text(missing))));
    }
}
