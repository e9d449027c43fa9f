package dev.orrery.app.feature.models;

import dev.orrery.api.ModelTask;
import dev.orrery.api.UserMessage;
import dev.orrery.app.control.ViewContext;
import dev.orrery.models.catalog.Fit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the screen of the models says in words. */
final class ModelWords {
    private static final double GIGA = 1e9;
    private static final double MEGA = 1e6;
    /** From here on hundredths say nothing. */
    private static final double MANY = 100;

    private final ViewContext context;

    ModelWords(ViewContext context) {
        this.context = context;
    }

    String text(String key, Object... arguments) {
        return context.text(key, arguments);
    }

    String sentence(UserMessage message) {
        return context.messages().text(message);
    }

    /** Bytes as people say them. */
    String size(long bytes) {
        if (bytes >= MANY * GIGA) {
            return text("app.models.gb.many", bytes / GIGA);
        }
        return bytes >= GIGA ? text("app.models.gb", bytes / GIGA) : text("app.models.mb", Math.ceil(bytes / MEGA));
    }

    /** What a model takes on the disk, marked where that is an estimate. */
    String size(ModelRow row) {
        return row.size() == ModelRow.Size.SEEN ? size(row.bytes()) : text("app.models.about", size(row.bytes()));
    }

    String task(ModelTask task) {
        return text("app.models.task." + task.name().toLowerCase(Locale.ROOT));
    }

    /** Tasks, context and licence in one line. */
    String about(ModelRow row) {
        List<String> parts = new ArrayList<>();
        row.tasks().stream().sorted().map(this::task).forEach(parts::add);
        if (row.infill()) {
            parts.add(text("app.models.infill"));
        }
        if (row.contextTokens() > 0) {
            parts.add(tokens(row.contextTokens()));
        }
        row.licence()
                .ifPresent(licence ->
                        parts.add(licence.id().equals("unknown") ? text("app.models.licence.unknown") : licence.id()));
        return String.join(" · ", parts);
    }

    String tokens(int tokens) {
        return tokens % 1024 == 0 && tokens > 0
                ? text("app.models.context.k", tokens / 1024)
                : text("app.models.context", tokens);
    }

    String engine(ModelRow row) {
        String engine =
                switch (row.engine()) {
                    case "djl" -> "DJL";
                    case "gguf" -> "GGUF";
                    case "ngram" -> "n-gram";
                    case "openai" -> "OpenAI";
                    case "anthropic" -> "Anthropic";
                    case "ollama" -> "Ollama";
                    default -> row.engine();
                };
        return row.quantisation().isEmpty() || row.quantisation().equals("unknown")
                ? engine
                : engine + " · " + row.quantisation();
    }

    String fit(Fit fit) {
        return switch (fit.verdict()) {
            case EASILY -> text("app.models.fit.easily");
            case YES -> text("app.models.fit.yes");
            case TIGHT -> text("app.models.fit.tight");
            case TOO_BIG -> text("app.models.fit.toobig", size(fit.predictedBytes()));
        };
    }

    /** The numbers behind the word. */
    String fitWhy(Fit fit) {
        return text(
                "app.models.fit.why",
                size(fit.predictedBytes()),
                size(fit.footprint().weightBytes()),
                size(fit.footprint().cacheBytes()),
                size(fit.footprint().overheadBytes()),
                size(fit.freeBytes()));
    }

    static String fitStyle(Fit fit) {
        return switch (fit.verdict()) {
            case EASILY, YES -> "pill-good";
            case TIGHT -> "pill-warning";
            case TOO_BIG -> "pill-danger";
        };
    }

    String state(ModelRow.State state) {
        return switch (state) {
            case ModelRow.State.OnDisk disk -> text("app.models.state.disk");
            case ModelRow.State.Loading loading -> text("app.models.state.loading");
            case ModelRow.State.Loaded loaded ->
                loaded.idle()
                        .filter(idle -> idle.toMinutes() > 0)
                        .map(idle -> text("app.models.state.idle", idle.toMinutes()))
                        .orElseGet(() -> text("app.models.state.loaded"));
            case ModelRow.State.Busy busy -> text(busy.stageKey());
            case ModelRow.State.Paused paused -> text("app.models.state.paused", Math.floor(paused.share() * 100));
            case ModelRow.State.NotHere nothing -> text("app.models.state.nothere");
            case ModelRow.State.TooNew newer -> text("app.models.state.toonew");
            case ModelRow.State.Damaged damaged -> text("app.models.state.damaged");
            case ModelRow.State.Unable unable -> text("app.models.state.unable");
            case ModelRow.State.BuiltIn builtIn -> text("app.models.state.builtin");
            case ModelRow.State.Remote remote -> text("app.models.state.remote");
        };
    }

    /** What stands below the state; empty for nothing. */
    String detail(ModelRow.State state) {
        return switch (state) {
            case ModelRow.State.Loaded loaded ->
                loaded.unloadsIn()
                        .map(left -> text("app.models.state.unloads", Math.max(1, minutes(left))))
                        .orElse("");
            case ModelRow.State.Damaged damaged -> context.messages().text(damaged.why());
            case ModelRow.State.Unable unable -> context.messages().text(unable.why());
            case ModelRow.State.TooNew newer -> context.messages().text(newer.why());
            case ModelRow.State.OnDisk disk -> "";
            case ModelRow.State.Loading loading -> "";
            case ModelRow.State.Busy busy -> "";
            case ModelRow.State.Paused paused -> "";
            case ModelRow.State.NotHere nothing -> "";
            case ModelRow.State.BuiltIn builtIn -> "";
            case ModelRow.State.Remote remote -> "";
        };
    }

    private static long minutes(Duration left) {
        return (left.toSeconds() + 59) / 60;
    }

    static String stateStyle(ModelRow.State state) {
        return switch (state) {
            case ModelRow.State.Loaded loaded ->
                loaded.idle().filter(idle -> idle.toMinutes() > 0).isPresent() ? "pill-accent" : "pill-good";
            case ModelRow.State.BuiltIn builtIn -> "pill-good";
            case ModelRow.State.Damaged damaged -> "pill-danger";
            case ModelRow.State.Unable unable -> "pill-warning";
            case ModelRow.State.TooNew newer -> "pill-warning";
            case ModelRow.State.Loading loading -> "pill-accent";
            case ModelRow.State.Busy busy -> "pill-accent";
            case ModelRow.State.Remote remote -> "pill-warning";
            case ModelRow.State.OnDisk disk -> "pill-quiet";
            case ModelRow.State.Paused paused -> "pill-quiet";
            case ModelRow.State.NotHere nothing -> "pill-quiet";
        };
    }
}
