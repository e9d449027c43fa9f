package dev.orrery.app.cli;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.models.Models;
import dev.orrery.models.catalog.Catalog;
import dev.orrery.models.catalog.Licence;
import dev.orrery.models.hub.HubClient;
import dev.orrery.models.hub.HubInstall;
import dev.orrery.models.hub.HubPlan;
import dev.orrery.models.hub.HubSettings;
import dev.orrery.models.store.InstalledModel;
import dev.orrery.models.store.LocalImport;
import dev.orrery.models.store.Quota;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/**
 * {@code orrery models add WHAT}: brings a model here, from the catalogue's hub, from any repository of the hub, or from this disk.
 * What was interrupted goes on with the same command.
 */
final class ModelsAddCommand {
    private static final Pattern HUB_FILE = Pattern.compile("([^/]+/[^/]+)(?:/(.+))?");

    private ModelsAddCommand() {}

    static CommandSpec spec(CliContext context) {
        return new CommandBuilder("add", context.messages())
                .about("app.cli.models.add.about")
                .parameter("WHAT", "app.cli.models.add.what")
                .flag("--accept-licence", "app.cli.models.add.accept")
                .flag("--reference", "app.cli.models.add.reference")
                .option("--hub", "ADDRESS", String.class, "app.cli.models.add.hub")
                .flag("--json", "app.cli.json")
                .build(given -> ModelShelf.use(context, environment(given), models -> {
                    InstalledModel model = added(context, given, models);
                    ModelsShowCommand.show(context, models, model.id(), given.flag("--json"));
                    return ExitStatus.DONE;
                }));
    }

    private static Map<String, String> environment(CommandBuilder.Given given) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        given.option("--hub", String.class).ifPresent(hub -> environment.put("ORRERY_HUB", hub));
        return environment;
    }

    private static InstalledModel added(CliContext context, CommandBuilder.Given given, Models models)
            throws OrreryException {
        String what = given.parameter(0);
        Optional<Catalog.Offer> offer = models.catalog().offer(what);
        if (offer.isEmpty() && isHere(what)) {
            LocalImport.Mode mode = given.flag("--reference") ? LocalImport.Mode.REFERENCE : LocalImport.Mode.COPY;
            try (ProgressLine line = ProgressLine.of(context)) {
                return new LocalImport(models.store()).run(Path.of(what), mode, line, Cancellation.NEVER);
            }
        }
        Matcher hubFile = HUB_FILE.matcher(what);
        if (offer.isEmpty() && !hubFile.matches()) {
            throw new WrongUsage(UserMessage.of("app.cli.models.add.neither", what));
        }
        try (HubClient hub = models.hub()) {
            HubInstall install = models.install(hub);
            HubPlan plan = offer.isPresent()
                    ? install.plan(offer.get(), Cancellation.NEVER)
                    : install.plan(hubFile.group(1), Optional.ofNullable(hubFile.group(2)), Cancellation.NEVER);
            requireLicence(plan, given.flag("--accept-licence"));
            requireQuota(models, plan.bytes());
            announce(context, hub.settings(), plan);
            Optional<Instant> accepted =
                    plan.licence().consent() == Licence.Consent.NEEDED ? Optional.of(Instant.now()) : Optional.empty();
            try (ProgressLine line = ProgressLine.of(context)) {
                return install.run(plan, accepted, line, Cancellation.NEVER);
            }
        }
    }

    private static boolean isHere(String path) {
        try {
            return Files.exists(Path.of(path));
        } catch (InvalidPathException notAPath) {
            return false;
        }
    }

    private static void requireLicence(HubPlan plan, boolean accepts) {
        if (plan.licence().consent() == Licence.Consent.NEEDED && !accepts) {
            throw new WrongUsage(UserMessage.of(
                    "app.cli.models.add.licence",
                    plan.licence().id(),
                    plan.licence().address().toString()));
        }
    }

    private static void requireQuota(Models models, long needed) throws OrreryException {
        long limit = models.quotaBytes();
        List<InstalledModel> toRemove = limit > 0 ? Quota.suggest(models.store().models(), limit, needed) : List.of();
        if (limit > 0 && (!toRemove.isEmpty() || needed > limit)) {
            String ids = toRemove.stream().map(InstalledModel::id).collect(Collectors.joining(", "));
            throw new OrreryException(
                    UserMessage.of("app.cli.models.add.quota", limit / 1e9, needed / 1e9, ids.isEmpty() ? "-" : ids));
        }
    }

    private static void announce(CliContext context, HubSettings settings, HubPlan plan) {
        context.say(UserMessage.of(
                "app.cli.models.add.plan",
                plan.bytes() / 1e9,
                plan.repository(),
                settings.address().toString(),
                settings.fileHosts().isEmpty() ? "-" : String.join(", ", settings.fileHosts()),
                plan.licence().id()));
    }
}
