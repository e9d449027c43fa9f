package dev.orrery.app.open;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.app.cli.CliContext;
import dev.orrery.app.cli.CommandBuilder;
import dev.orrery.app.cli.CommandBuilder.Given;
import dev.orrery.app.cli.ExitStatus;
import dev.orrery.app.session.Room;
import dev.orrery.app.session.Threads;
import dev.orrery.app.settings.RendererPreference;
import dev.orrery.app.shell.ComposedWindow;
import dev.orrery.base.Platform;
import dev.orrery.render3d.view.RendererChoice;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code orrery open [DIR]}: the window, or with {@code --snapshot} a picture of the whole of it. */
public final class OpenCommand {
    private static final OpenArguments.Size USUAL = new OpenArguments.Size(1440, 900);

    private final CliContext context;
    private final Supplier<Composer> composers;

    private OpenCommand(CliContext context, Supplier<Composer> composers) {
        this.context = context;
        this.composers = composers;
    }

    /** @param composers asked once, only when the command runs */
    public static CommandSpec spec(CliContext context, Supplier<Composer> composers) {
        OpenCommand command = new OpenCommand(context, composers);
        return new CommandBuilder("open", context.messages())
                .about("app.open.about")
                .optionalParameter("DIR", "app.open.dir")
                .option("--snapshot", "FILE.png", String.class, "app.open.snapshot")
                .option("--view", "VIEW", String.class, "app.open.view")
                .option("--theme", "THEME", String.class, "app.open.theme")
                .option("--colour", "COLOUR", String.class, "app.open.colour")
                .option("--select", "SYMBOL", String.class, "app.open.select")
                .option("--compare", "REV", String.class, "app.open.compare")
                .option("--at", "DATE", String.class, "app.open.at")
                .option("--renderer", "RENDERER", String.class, "app.open.renderer")
                .option("--size", "WxH", String.class, "app.open.size")
                .build(command::run);
    }

    private int run(Given given) throws Exception {
        OpenRequest request;
        try {
            request = request(given);
        } catch (OrreryException wrong) {
            context.say(wrong.userMessage());
            return ExitStatus.WRONG_USAGE;
        }
        Composer composer = composers.get();
        request.folder().ifPresent(composer::expect);
        RendererChoice renderer = request.renderer().orElseGet(() -> preferred(composer));
        Supplier<ComposedWindow> compose = () -> composer.compose(
                new Threads(javafx.application.Platform::runLater, Executors.newVirtualThreadPerTaskExecutor()),
                renderer,
                request.look());
        try {
            return request.snapshot().isPresent()
                    ? snapshot(request, request.snapshot().get(), compose)
                    : window(request, renderer, compose);
        } catch (LinkageError | RuntimeException failed) {
            // Where a library of the system is not there, JavaFX says so with one of many exceptions around the linkage
            // error.
            String missing = missingLibrary(failed);
            if (missing == null) {
                throw failed;
            }
            context.say(UserMessage.of("app.open.toolkit", missing));
            return ExitStatus.FAILED;
        }
    }

    /** What the system's loader said; null where something else failed. A class that failed before tells it only as text. */
    static @Nullable String missingLibrary(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (cause instanceof UnsatisfiedLinkError || message.contains(UnsatisfiedLinkError.class.getName())) {
                return message.lines().findFirst().orElse("");
            }
        }
        return null;
    }

    private int window(OpenRequest request, RendererChoice renderer, Supplier<ComposedWindow> compose)
            throws InterruptedException {
        if (!Display.isThere(Platform.current(), System.getenv())) {
            context.say(UserMessage.of("app.open.noDisplay"));
            return ExitStatus.FAILED;
        }
        Display.prepare(Platform.current(), renderer);
        new OpenWindow(request, compose).run();
        return ExitStatus.DONE;
    }

    private int snapshot(OpenRequest request, Path file, Supplier<ComposedWindow> compose) throws Exception {
        Display.prepareHeadless();
        return switch (new Snapshot(request, compose).write(file)) {
            case Arrival.Outcome.There there -> ExitStatus.DONE;
            case Arrival.Outcome.NoSuchSymbol missing -> {
                context.say(missing.message());
                yield ExitStatus.NOTHING_FOUND;
            }
            case Arrival.Outcome.Failed failed -> {
                context.say(failed.why());
                yield ExitStatus.FAILED;
            }
        };
    }

    static RendererChoice preferred(Composer composer) {
        RendererPreference preference = composer.settings().rendererProperty().get();
        return switch (preference) {
            case AUTO -> RendererChoice.AUTO;
            case GL -> RendererChoice.GL;
            case FXYZ -> RendererChoice.FXYZ;
            case FLAT -> RendererChoice.FLAT;
        };
    }

    private static OpenRequest request(Given given) throws OrreryException {
        Optional<String> view = given.option("--view", String.class);
        Optional<String> theme = given.option("--theme", String.class);
        Optional<String> at = given.option("--at", String.class);
        Optional<String> colour = given.option("--colour", String.class);
        Optional<String> renderer = given.option("--renderer", String.class);
        Optional<String> size = given.option("--size", String.class);
        OpenArguments.Size wanted = size.isPresent() ? OpenArguments.size(size.get()) : USUAL;
        return new OpenRequest(
                path(given.optionalParameter(0)),
                path(given.option("--snapshot", String.class)),
                view.isPresent() ? OpenArguments.room(view.get()) : Room.EXPLORE,
                new Look(
                        theme.isPresent() ? Optional.of(OpenArguments.theme(theme.get())) : Optional.empty(),
                        view.flatMap(OpenArguments::scene),
                        colour.isPresent() ? Optional.of(OpenArguments.colour(colour.get())) : Optional.empty()),
                given.option("--select", String.class),
                given.option("--compare", String.class),
                at.isPresent() ? OptionalLong.of(OpenArguments.endOf(at.get())) : OptionalLong.empty(),
                renderer.isPresent() ? Optional.of(OpenArguments.renderer(renderer.get())) : Optional.empty(),
                wanted.width(),
                wanted.height());
    }

    private static Optional<Path> path(Optional<String> text) throws OrreryException {
        try {
            return text.map(Path::of);
        } catch (InvalidPathException notAPath) {
            throw new OrreryException(UserMessage.of("app.open.missing", text.orElse("")), notAPath);
        }
    }
}
